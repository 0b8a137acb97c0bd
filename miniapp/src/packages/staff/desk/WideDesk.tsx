import { ScrollView, Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { STATUS_LABELS } from "@talent/shared/labels/requests";
import { useState } from "react";
import { Heading } from "../../../components/base/Heading";
import { StatusMark } from "../../../components/base/StatusMark";
import { ListEnd, StaleLine } from "../../../components/list/States";
import { cardId } from "../../../components/staff/board/BoardCard";
import { stepFocus, tabStopOf } from "../../../components/staff/board/boardFocus";
import { BoardSearch, SEARCH_ID } from "../../../components/staff/board/BoardSearch";
import { KeysLine } from "../../../components/staff/board/KeysLine";
import { LeftMark } from "../../../components/staff/board/LeftMark";
import { RovingTap } from "../../../components/staff/board/RovingTap";
import { LimitTicks } from "../../../components/staff/board/Ticks";
import { focusField, focusOn } from "../../../components/staff/browser/focus";
import { useKeys } from "../../../components/staff/browser/keys";
import type { Layout } from "../../../components/staff/browser/layout";
import { statusShape } from "../../../components/staff/case/statusShape";
import { KeysDialog } from "../../../components/staff/dialogs/KeysDialog";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { dueSentence } from "../../../components/staff/limitWords";
import { StaffButton } from "../../../components/staff/StaffButton";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { DeskGroupHead } from "./DeskGroupHead";
import { waitsForSigning } from "./deskGroups";
import { DeskState } from "./DeskState";
import type { Desk } from "./useDesk";

function ColumnHeads() {
  const { columns } = useTexts(deskTexts);
  return (
    <View className="dk-tr">
      <View className="dk-th">
        <Text className="dk-number">{columns.number}</Text>
        <Text className="dk-item">{columns.item}</Text>
        <Text className="dk-who">{columns.talent}</Text>
        <Text className="dk-state">{columns.state}</Text>
        <Text className="dk-limit">{columns.limit}</Text>
        <Text className="dk-due">{columns.due}</Text>
        <Text className="dk-left">{columns.left}</Text>
      </View>
      <View className="dk-act" />
    </View>
  );
}

interface RowProps {
  request: RequestSummary;
  desk: Desk;
  tabStop: boolean;
  onFocus: () => void;
}

function TableRow({ request, desk, tabStop, onFocus }: RowProps) {
  const t = useTexts(deskTexts);
  const board = useTexts(boardTexts);
  const words = useWords();
  const { limit } = request;
  return (
    <View className="dk-tr">
      <RovingTap
        id={cardId(request.id)}
        className="dk-tr-in bd-row"

        tabStop={tabStop}
        onTap={() => desk.openCase(request.id)}
        onFocus={onFocus}
      >
        <Text className="dk-number ink-2">{request.number}</Text>
        <View className="dk-item row">
          <Text className="b sf-el">{words.say(request.itemName)}</Text>
          {request.sample ? <Text className="sf-tag ml-2">{words.say(SAMPLE_LABEL)}</Text> : null}
        </View>
        <Text className="dk-who sf-el">{`${request.maskedName}　${board.categoryWord(request.category)}　${request.districtName}`}</Text>
        <View className="dk-state">
          <StatusMark shape={statusShape(request)} word={words.say(STATUS_LABELS[request.status])} />
        </View>
        <View className="dk-limit">{limit === undefined ? null : <LimitTicks limit={limit} />}</View>
        <Text className="dk-due sf-el">{dueSentence(request, board, words)}</Text>
        <View className="dk-left">{limit === undefined ? null : <LeftMark limit={limit} />}</View>
      </RovingTap>
      <View className="dk-act">
        {waitsForSigning(request) ? (
          <StaffButton
            kind="soft"
            text={t.sign}
            busyText={desk.signing === request.id ? t.signing : undefined}
            onTap={() => void desk.sign(request.id, request.number)}
          />
        ) : null}
      </View>
    </View>
  );
}

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
  const stop = tabStopOf(grid, focused);
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
          <DeskState desk={desk} />
          {desk.groups.map(({ group, rows: inGroup }, index) => (
            <View key={group}>
              <DeskGroupHead group={group} size={inGroup.length} />
              <View className="bd-rows">
                {index === 0 ? <ColumnHeads /> : null}
                {inGroup.map((request) => (
                  <TableRow
                    key={request.id}
                    request={request}
                    desk={desk}
                    tabStop={request.id === stop}
                    onFocus={() => setFocused(request.id)}
                  />
                ))}
              </View>
            </View>
          ))}
          <ListEnd hasMore={desk.hasMore} busy={false} onMore={desk.more} />
        </View>
      </ScrollView>
    </StaffFrame>
  );
}
