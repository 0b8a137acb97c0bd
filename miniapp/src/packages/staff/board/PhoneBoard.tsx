import { ScrollView, Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { BOARD_LANES, type BoardLane } from "@talent/shared/domain/requestStatus";
import { LANE_LABELS } from "@talent/shared/labels/requests";
import { useState } from "react";
import { aria } from "../../../components/base/aria";
import { Icon } from "../../../components/base/Icon";
import { Tap } from "../../../components/base/Tap";
import { BoardSearch } from "../../../components/staff/board/BoardSearch";
import { LaneBody } from "../../../components/staff/board/LaneBody";
import { WaitingGroup } from "../../../components/staff/board/WaitingGroup";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { FilterSheet } from "./FilterSheet";
import { useWaiting } from "../useWaiting";
import { useBoard, type Board } from "./useBoard";
import type { BoardFilters } from "./useBoardFilters";
import { useOpenCase } from "./useOpenCase";

function LaneTabs({
  board,
  lane,
  onChange,
}: {
  board: Board;
  lane: BoardLane;
  onChange: (lane: BoardLane) => void;
}) {
  const { say } = useWords();
  return (
    <ScrollView className="bd-tabs" scrollX enhanced showScrollbar={false}>
      <View className="bd-tabs-in" {...aria({ role: "tablist" })}>
        {BOARD_LANES.map((each) => (
          <Tap
            key={each}
            className={`bd-tab ${each === lane ? "bd-tab-on" : ""}`}
            role="tab"
            selected={each === lane}
            onTap={() => onChange(each)}
          >
            <Text>{say(LANE_LABELS[each])}</Text>
            <Text className="bd-tab-n">{board.countText(each)}</Text>
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}

/** The board on the phone: one lane at a time. */
export function PhoneBoard({ me, filters }: { me: Me; filters: BoardFilters }) {
  const t = useTexts(boardTexts);
  const [lane, setLane] = useState<BoardLane>("toAccept");
  const [filtersOpen, setFiltersOpen] = useState(false);
  const board = useBoard(filters.query, lane);
  const openCase = useOpenCase(board);
  const waiting = useWaiting();
  return (
    <StaffFrame
      layout="phone"
      me={me}
      current="board"
      title={t.title}
      onRefresh={() => Promise.all([board.refresh(), waiting.refresh()])}
      onEnd={board.lanes[lane].more}
      over={filtersOpen ? <FilterSheet filters={filters} onClose={() => setFiltersOpen(false)} /> : null}
    >
      <View className="row">
        <BoardSearch layout="phone" value={filters.typed} onChange={filters.setTyped} />
        <Tap className="bd-fld ml-2" label={t.keys.filter} onTap={() => setFiltersOpen(true)}>
          <Icon name="list" size="s" colour={filters.words === undefined ? "ink" : "primary"} />
          <Text className={`ml-1 ${filters.words === undefined ? "" : "pri b"}`}>{t.keys.filter}</Text>
        </Tap>
      </View>
      {filters.words === undefined ? null : (
        <View className="row mt-2 t-s">
          <Text className="grow ink-2">{filters.words}</Text>
          <Tap className="sf-link-hit sf-link" onTap={filters.clear}>
            <Text>{t.clearFilters}</Text>
          </Tap>
        </View>
      )}
      <WaitingGroup items={waiting.items} onOpen={openCase} />
      <View className="bd-bleed">
        <LaneTabs board={board} lane={lane} onChange={setLane} />
      </View>
      <View className="mt-2">
        <LaneBody
          lane={lane}
          pages={board.lanes[lane]}
          count={board.count(lane)}
          filterWords={filters.words}
          onClearFilters={filters.clear}
          tabStopId={board.lanes[lane].rows[0]?.id}
          onOpen={openCase}
          onFocus={() => undefined}
        />
      </View>
    </StaffFrame>
  );
}
