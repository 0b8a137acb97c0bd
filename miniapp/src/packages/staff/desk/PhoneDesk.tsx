import { ScrollView, Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { aria } from "../../../components/base/aria";
import { Tap } from "../../../components/base/Tap";
import { ListEnd, StaleLine } from "../../../components/list/States";
import { LeftMark } from "../../../components/staff/board/LeftMark";
import { LimitTicks } from "../../../components/staff/board/Ticks";
import { WaitingGroup } from "../../../components/staff/board/WaitingGroup";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { dueSentence } from "../../../components/staff/limitWords";
import { StaffButton } from "../../../components/staff/StaffButton";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { DeskGroupHead } from "./DeskGroupHead";
import { DESK_GROUPS, waitsForSigning } from "./deskGroups";
import { DeskState } from "./DeskState";
import type { Desk } from "./useDesk";

function Row({ request, desk }: { request: RequestSummary; desk: Desk }) {
  const t = useTexts(deskTexts);
  const board = useTexts(boardTexts);
  const words = useWords();
  const signs = waitsForSigning(request);
  const who = `${request.maskedName}　${board.categoryWord(request.category)}　${request.districtName}`;
  return (
    <View className="bd-row row">
      <Tap className="grow" onTap={() => desk.openCase(request.id)}>
        <View className="row row-base">
          <View className="bd-row-t row mr-2">
            <Text className="sf-el">{words.say(request.itemName)}</Text>
            {request.sample ? <Text className="sf-tag ml-2">{words.say(SAMPLE_LABEL)}</Text> : null}
          </View>
          {signs || request.limit === undefined ? null : <LeftMark limit={request.limit} />}
        </View>
        <View className="bd-row-2">
          <Text className="sf-el">{who}</Text>
          {signs ? null : <Text className="none">{dueSentence(request, board, words)}</Text>}
        </View>
        {signs || request.limit === undefined ? null : (
          <View className="mt-2">
            <LimitTicks limit={request.limit} />
          </View>
        )}
      </Tap>
      {signs ? (
        <StaffButton
          kind="soft"
          className="ml-3"
          text={t.sign}
          busyText={desk.signing === request.id ? t.signing : undefined}
          onTap={() => void desk.sign(request.id, request.number)}
        />
      ) : null}
    </View>
  );
}

/** 我的办件 on the phone: groups in the order of urgency. */
export function PhoneDesk({ me, desk }: { me: Me; desk: Desk }) {
  const t = useTexts(deskTexts);
  const tabs = [undefined, ...DESK_GROUPS.filter((group) => desk.sizeOf(group) > 0)];
  return (
    <StaffFrame layout="phone" me={me} current="desk" title={t.title} onRefresh={desk.refresh}>
      <View className="bd-bleed">
        <ScrollView className="bd-tabs" scrollX enhanced showScrollbar={false}>
          <View className="bd-tabs-in" {...aria({ role: "tablist" })}>
            {tabs.map((group) => (
              <Tap
                key={group ?? "all"}
                className={`bd-tab ${group === desk.only ? "bd-tab-on" : ""}`}
                role="tab"
                selected={group === desk.only}
                onTap={() => desk.setOnly(group)}
              >
                <Text>{group === undefined ? t.all : t.groups[group]}</Text>
                <Text className="bd-tab-n">
                  {String(group === undefined ? desk.openCount : desk.sizeOf(group))}
                </Text>
              </Tap>
            ))}
          </View>
        </ScrollView>
      </View>
      <StaleLine since={desk.staleSince} onRefresh={() => void desk.refresh()} />
      <WaitingGroup items={desk.waiting} onOpen={desk.openCase} />
      <DeskState desk={desk} />
      {desk.groups.map(({ group, rows }) => (
        <View key={group}>
          <DeskGroupHead group={group} size={rows.length} />
          <View className="bd-rows">
            {rows.map((request, index) => (
              <View key={request.id}>
                {index === 0 ? null : <View className="bd-row-hr" />}
                <Row request={request} desk={desk} />
              </View>
            ))}
          </View>
        </View>
      ))}
      <ListEnd hasMore={desk.hasMore} busy={false} onMore={desk.more} />
    </StaffFrame>
  );
}
