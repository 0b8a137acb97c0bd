import { Text, View } from "@tarojs/components";
import type { Desk } from "@talent/shared/contract/schemas/counters";
import type { TicketAction } from "@talent/shared/domain/queueTickets";
import { TICKET_ACTION_LABELS, WINDOW_ACTION_LABELS } from "@talent/shared/labels/counters";
import { Button } from "../../../components/base/Button";
import { Tap } from "../../../components/base/Tap";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { IconName } from "../../../theme/iconShapes";
import { counterTexts } from "../counterTexts";
import type { Dock } from "./dock";
import type { DeskPage } from "./useDeskPage";

const PAIR_ICONS: Partial<Record<TicketAction, IconName>> = {
  recall: "speaker",
  skip: "skip",
  hold: "pause",
  transfer: "swap",
};

function primaryText(dock: Dock, paused: boolean, t: (typeof counterTexts)["zh-CN"]): string {
  switch (dock.primary) {
    case "open":
      return paused ? t.resumeWindow : t.openWindow;
    case "callNext":
      return t.callNext(dock.calls);
    case "start":
      return t.start;
    case "finishNext":
    case "finish":
      return t.finishNext(dock.calls);
    case "none":
      return t.noneToCall;
  }
}

/** Outcomes in one row, one big step, in thumb reach. */
export function CallDock({ page, desk, dock }: { page: DeskPage; desk: Desk; dock: Dock }) {
  const t = useTexts(counterTexts);
  const { say } = useWords();
  const { current } = desk;
  const busy = page.act.busy !== undefined;
  return (
    <View className="ct-dock">
      {current === undefined || dock.pair.length === 0 ? null : (
        <View className="ct-dock-row">
          {dock.pair.map((action, index) => (
            <Button
              key={action}
              kind="line"
              className={`ct-dock-b ${index === 0 ? "ct-dock-b1" : ""}`}
              text={say(TICKET_ACTION_LABELS[action])}
              {...(PAIR_ICONS[action] === undefined ? {} : { icon: PAIR_ICONS[action] })}
              busyText={page.act.busy === action ? t.busy : undefined}
              onTap={() => void page.onTicket(current, action)}
            />
          ))}
        </View>
      )}
      <Button
        id="call-primary"
        className="ct-dock-main"
        text={primaryText(dock, desk.window.status === "paused", t)}
        disabled={dock.primary === "none"}
        busyText={busy ? t.busy : undefined}
        onTap={() => void page.primary(desk, dock)}
      />
      <DockFoot page={page} desk={desk} dock={dock} />
    </View>
  );
}

function DockFoot({ page, desk, dock }: { page: DeskPage; desk: Desk; dock: Dock }) {
  const t = useTexts(counterTexts);
  const { say } = useWords();
  return (
    <View className="ct-dock-foot">
      {desk.device.paired ? (
        <Text className="grow">{t.deviceReady}</Text>
      ) : (
        <Tap className="ct-dock-link grow" onTap={() => page.setAsking("device")}>
          <Text>{t.deviceMissing}</Text>
          <Text className="pri b ml-2 none">{t.pairNow}</Text>
        </Tap>
      )}
      {dock.foot === undefined ? null : (
        <Tap className="ct-act" onTap={() => void (dock.foot === "pause" ? page.pause() : page.openWindow())}>
          {dock.foot === "pause" ? say(WINDOW_ACTION_LABELS.pause) : t.resumeWindow}
        </Tap>
      )}
    </View>
  );
}
