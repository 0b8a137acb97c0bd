import { ScrollView, Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { Heading } from "../../../components/base/Heading";
import { Tap } from "../../../components/base/Tap";
import { ErrorState, SkeletonRows } from "../../../components/list/States";
import { KeysLine } from "../../../components/staff/board/KeysLine";
import { useKeys } from "../../../components/staff/browser/keys";
import type { Layout } from "../../../components/staff/browser/layout";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { StaffButton } from "../../../components/staff/StaffButton";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterTexts } from "../counterTexts";
import { CallDock } from "./CallDock";
import { CallingOver } from "./CallingOver";
import { DeskNotes } from "./DeskNotes";
import { NowServing } from "./NowServing";
import { TicketLists } from "./TicketLists";
import { useDeskPage, type DeskPage } from "./useDeskPage";
import { useCallKeys } from "./useCallKeys";

export interface CallingProps {
  me: Me;
  layout: Layout;
  windowId: string;
  onLeft: () => void;
}

/** My window: whom it serves, who waits, and the next step. */
export function Calling({ me, layout, windowId, onLeft }: CallingProps) {
  const t = useTexts(counterTexts);
  const page = useDeskPage(windowId, onLeft);
  const { desk, dock } = page;
  useKeys(useCallKeys(page), page.asking === undefined);
  const title = desk === undefined ? t.title : t.windowTitle(desk.window.number);
  const tools = () => page.setAsking("tools");
  const phone = layout === "phone";
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current="counter"
      title={title}
      header={<WideHead title={title} page={page} onTools={tools} />}
      side={
        <Tap className="nav-side" onTap={tools}>
          <Text>{t.tools}</Text>
        </Tap>
      }
      keysLine={<CallKeysLine page={page} />}
      sub
      backTo="board"
      {...(phone && desk !== undefined && dock !== undefined
        ? { dock: <CallDock page={page} desk={desk} dock={dock} /> }
        : {})}
      over={<CallingOver page={page} layout={layout} />}
      onRefresh={page.polled.refresh}
    >
      {phone ? <PhoneBody page={page} /> : <WideBody page={page} />}
    </StaffFrame>
  );
}

function Waiting({ page }: { page: DeskPage }) {
  if (page.polled.error === undefined) return <SkeletonRows rows={5} />;
  return <ErrorState error={page.polled.error} onRetry={() => void page.polled.refresh()} />;
}

function PhoneBody({ page }: { page: DeskPage }) {
  const { desk } = page;
  if (desk === undefined) return <Waiting page={page} />;
  return (
    <View>
      <DeskNotes page={page} />
      <NowServing desk={desk} />
      <View className="ct-hr" />
      <TicketLists
        desk={desk}
        all={false}
        busy={page.act.busy !== undefined}
        onTicket={(ticket, action) => void page.onTicket(ticket, action)}
      />
    </View>
  );
}

function WideBody({ page }: { page: DeskPage }) {
  const { desk, dock } = page;
  if (desk === undefined || dock === undefined)
    return (
      <View className="sf-pad sf-wait">
        <Waiting page={page} />
      </View>
    );
  return (
    <View className="ct-wide sf-wide">
      <View className="ct-now">
        <DeskNotes page={page} />
        <NowServing desk={desk} />
        <CallDock page={page} desk={desk} dock={dock} />
      </View>
      <ScrollView className="sf-scroll ct-scroll" scrollY>
        <View className="ct-lists">
          <TicketLists
            desk={desk}
            all
            busy={page.act.busy !== undefined}
            onTicket={(ticket, action) => void page.onTicket(ticket, action)}
          />
        </View>
      </ScrollView>
    </View>
  );
}

/** Keys that do something now, and when the lists were last heard of. */
function CallKeysLine({ page }: { page: DeskPage }) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const pair = page.dock?.pair ?? [];
  const { heardAt } = page.polled;
  return (
    <KeysLine
      hints={[
        { keys: ["N"], word: t.keys.next },
        ...(pair.includes("recall") ? [{ keys: ["R"], word: t.keys.recall }] : []),
        ...(pair.includes("skip") ? [{ keys: ["S"], word: t.keys.skip }] : []),
        ...(pair.includes("hold") ? [{ keys: ["H"], word: t.keys.hold }] : []),
        ...(pair.includes("transfer") ? [{ keys: ["T"], word: t.keys.transfer }] : []),
      ]}
      said={heardAt === undefined ? "" : t.heard(words.time(heardAt))}
    />
  );
}

function WideHead({ title, page, onTools }: { title: string; page: DeskPage; onTools: () => void }) {
  const t = useTexts(counterTexts);
  return (
    <View className="sf-hd sf-wide">
      <View className="grow">
        <Heading level={1} className="sf-hd-t">
          {title}
        </Heading>
        {page.desk === undefined ? null : <Text className="t-s ink-2">{page.desk.hall.name}</Text>}
      </View>
      <StaffButton text={t.tools} icon="list" onTap={onTools} />
    </View>
  );
}
