import { ScrollView, Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useState } from "react";
import { Heading } from "../../../components/base/Heading";
import { ListEnd, StaleLine } from "../../../components/list/States";
import { cardId } from "../../../components/staff/board/BoardCard";
import { stepFocus, tabStopOf } from "../../../components/staff/board/boardFocus";
import { BoardSearch, SEARCH_ID } from "../../../components/staff/board/BoardSearch";
import { KeysLine } from "../../../components/staff/board/KeysLine";
import { focusField, focusOn } from "../../../components/staff/browser/focus";
import { useKeys } from "../../../components/staff/browser/keys";
import type { Layout } from "../../../components/staff/browser/layout";
import { KeysDialog } from "../../../components/staff/dialogs/KeysDialog";
import { WaitingGroup } from "../../../components/staff/board/WaitingGroup";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { DeskState } from "./DeskState";
import { DeskTable } from "./DeskTable";
import type { Desk } from "./useDesk";

export interface WideDeskProps {
  me: Me;
  layout: Layout;
  desk: Desk;
  search: string;
  onSearch: (text: string) => void;
}

/** 我的办件 on wide screens: one table, grouped by urgency, walked over by the keyboard. */
export function WideDesk({ me, layout, desk, search, onSearch }: WideDeskProps) {
  const t = useTexts(deskTexts);
  const board = useTexts(boardTexts);
  const words = useWords();
  const [help, setHelp] = useState(false);
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const rows = desk.groups.flatMap((group) => group.rows);
  const grid = [rows.map((request) => request.id)];
  const step = (direction: "up" | "down") => {
    const next = stepFocus(grid, focused, direction);
    if (next !== undefined) focusOn(cardId(next));
    setFocused(next);
  };
  useKeys(
    {
      ArrowUp: () => step("up"),
      ArrowDown: () => step("down"),
      "/": () => focusField(SEARCH_ID),
      "?": () => setHelp(true),
      Escape: () => onSearch(""),
    },
    !help,
  );
  const selected = rows.find((request) => request.id === focused);
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current="desk"
      title={t.title}
      count={desk.loading ? undefined : String(desk.openCount)}
      header={
        <View className="sf-hd sf-wide">
          <Heading level={1} className="sf-hd-t grow">
            {t.title}
          </Heading>
          <BoardSearch layout={layout} value={search} onChange={onSearch} />
          <Text className="t-s ink-2 nb sf-ml">{board.todayIs(words.date(words.todayOn))}</Text>
        </View>
      }
      keysLine={
        <KeysLine
          hints={[
            { keys: ["↑", "↓"], word: board.keys.card },
            { keys: ["Enter"], word: board.keys.open },
          ]}
          said={
            selected === undefined
              ? board.noneSelected
              : board.selected(selected.number, words.say(selected.itemName))
          }
          onHelp={() => setHelp(true)}
        />
      }
      over={help ? <KeysDialog page="desk" onClose={() => setHelp(false)} /> : null}
    >
      <ScrollView className="sf-scroll" scrollY>
        <View className="sf-pad sf-wide">
          <StaleLine since={desk.staleSince} onRefresh={() => void desk.refresh()} />
          <WaitingGroup items={desk.waiting} onOpen={desk.openCase} />
          <DeskState desk={desk} />
          <DeskTable desk={desk} tabStopId={tabStopOf(grid, focused)} onFocus={setFocused} />
          <ListEnd hasMore={desk.hasMore} busy={false} onMore={desk.more} />
        </View>
      </ScrollView>
    </StaffFrame>
  );
}
