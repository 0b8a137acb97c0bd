import { Text, View } from "@tarojs/components";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { STATUS_LABELS } from "@talent/shared/labels/requests";
import { StatusMark } from "../../../components/base/StatusMark";
import { cardId } from "../../../components/staff/board/BoardCard";
import { LeftMark } from "../../../components/staff/board/LeftMark";
import { RovingTap } from "../../../components/staff/board/RovingTap";
import { LimitTicks } from "../../../components/staff/board/Ticks";
import { statusShape } from "../../../components/staff/case/statusShape";
import { dueSentence } from "../../../components/staff/limitWords";
import { StaffButton } from "../../../components/staff/StaffButton";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { DeskGroupHead } from "./DeskGroupHead";
import { waitsForSigning } from "./deskGroups";
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

/** The cases as one table with a heading per group. */
export function DeskTable({
  desk,
  tabStopId,
  onFocus,
}: {
  desk: Desk;
  tabStopId: string | undefined;
  onFocus: (id: string) => void;
}) {
  return (
    <>
      {desk.groups.map(({ group, rows }, index) => (
        <View key={group}>
          <DeskGroupHead group={group} size={rows.length} />
          <View className="bd-rows">
            {index === 0 ? <ColumnHeads /> : null}
            {rows.map((request) => (
              <TableRow
                key={request.id}
                request={request}
                desk={desk}
                tabStop={request.id === tabStopId}
                onFocus={() => onFocus(request.id)}
              />
            ))}
          </View>
        </View>
      ))}
    </>
  );
}
