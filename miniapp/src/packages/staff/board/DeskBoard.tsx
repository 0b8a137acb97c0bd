import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { BOARD_LANES } from "@talent/shared/domain/requestStatus";
import { useState } from "react";
import { Heading } from "../../../components/base/Heading";
import { KeysDialog } from "../../../components/staff/dialogs/KeysDialog";
import { BoardSearch } from "../../../components/staff/board/BoardSearch";
import { KeysLine } from "../../../components/staff/board/KeysLine";
import { WaitingStrip } from "../../../components/staff/board/WaitingStrip";
import { Lane } from "../../../components/staff/board/Lane";
import type { Layout } from "../../../components/staff/browser/layout";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { caseWorkTexts } from "../../../components/staff/texts/caseWorkTexts";
import { open } from "../../../hooks/navigation";
import { useDrawnSize } from "../../../hooks/useSettings";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { BoardFilterBar, firstFilterId } from "./BoardFilterBar";
import { URGE } from "../case/caseActs";
import { useWaiting } from "../useWaiting";
import { useBoard } from "./useBoard";
import { useBoardKeys } from "./useBoardKeys";
import { useOpenCase } from "./useOpenCase";
import type { BoardFilters } from "./useBoardFilters";

/** The board on wide screens: six lanes side by side, walked over by the keyboard. */
export function DeskBoard({ me, layout, filters }: { me: Me; layout: Layout; filters: BoardFilters }) {
  const t = useTexts(boardTexts);
  const work = useTexts(caseWorkTexts);
  const words = useWords();
  const [helpOpen, setHelpOpen] = useState(false);
  // Large type needs wider lanes: three at a time, the rest by scrolling sideways.
  const elder = useDrawnSize() === "elder";
  const board = useBoard(filters.query, undefined);
  const openCase = useOpenCase(board);
  const waiting = useWaiting();
  const { tabStop, setFocused, selected } = useBoardKeys(
    board,
    {
      filterId: firstFilterId(filters),
      help: () => setHelpOpen(true),
      leaveSearch: () => filters.setTyped(""),
      urge: (id) => open("case", { id, from: "board", act: URGE }),
    },
    !helpOpen,
  );
  const hints = [
    { keys: ["←", "→"], word: t.keys.lane },
    { keys: ["↑", "↓"], word: t.keys.card },
    { keys: ["Enter"], word: t.keys.open },
    { keys: ["U"], word: work.urgeKey },
    { keys: ["F"], word: t.keys.filter },
  ];
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current="board"
      title={t.title}
      count={board.openText}
      header={
        <View className="sf-wide">
          <View className="sf-hd">
            <Heading level={1} className="sf-hd-t grow">
              {t.title}
            </Heading>
            <BoardSearch layout={layout} value={filters.typed} onChange={filters.setTyped} />
            <Text className="t-s ink-2 nb sf-ml">{t.todayIs(words.date(words.todayOn))}</Text>
          </View>
          <BoardFilterBar filters={filters} openText={board.openText} />
          <WaitingStrip items={waiting.items} onOpen={openCase} />
        </View>
      }
      keysLine={
        <KeysLine
          hints={hints}
          said={
            selected === undefined
              ? t.noneSelected
              : t.selected(selected.number, words.say(selected.itemName))
          }
          onHelp={() => setHelpOpen(true)}
        />
      }
      over={helpOpen ? <KeysDialog page="board" onClose={() => setHelpOpen(false)} /> : null}
    >
      <View className={`bd-lanes sf-wide ${layout === "narrow" || elder ? "bd-snap" : ""}`}>
        {BOARD_LANES.map((lane, index) => (
          <Lane
            key={lane}
            lane={lane}
            last={index === BOARD_LANES.length - 1}
            pages={board.lanes[lane]}
            count={board.count(lane)}
            countText={board.countText(lane)}
            filterWords={filters.words}
            onClearFilters={filters.clear}
            tabStopId={tabStop}
            onOpen={openCase}
            onFocus={setFocused}
          />
        ))}
      </View>
    </StaffFrame>
  );
}
