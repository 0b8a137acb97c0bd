import { View } from "@tarojs/components";
import type { Desk } from "@talent/shared/contract/schemas/counters";
import { CHECKLIST_KINDS } from "@talent/shared/domain/checklists";
import { CHECKLIST_KIND_LABELS } from "@talent/shared/labels/counters";
import { Button } from "../../../components/base/Button";
import { Sheet } from "../../../components/frame/Sheet";
import { Cell } from "../../../components/list/Cell";
import { open } from "../../../hooks/navigation";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { RouteName } from "../../../routes";
import { counterTexts } from "../counterTexts";
import type { DeskPage } from "./useDeskPage";

/** What belongs to a window besides calling. */
export function ToolsSheet({ page, desk }: { page: DeskPage; desk: Desk }) {
  const t = useTexts(counterTexts);
  const frame = useTexts(frameTexts);
  const { say } = useWords();
  const { hall, window, device } = desk;
  const go = (route: RouteName, params: Record<string, string>) => () => {
    page.setAsking(undefined);
    open(route, params);
  };
  return (
    <Sheet
      title={t.toolsTitle(hall.name, window.number)}
      onClose={() => page.setAsking(undefined)}
      actions={<Button kind="text" text={frame.close} onTap={() => page.setAsking(undefined)} />}
    >
      <View>
        <Cell first icon="ticket" label={t.toolTake} onTap={go("counterTake", { hall: hall.id })} />
        <Cell icon="calendar" label={t.toolDay} onTap={go("counterDay", { hall: hall.id })} />
        <Cell icon="door" label={t.toolRooms} onTap={go("counterRooms", { hall: hall.id })} />
        {CHECKLIST_KINDS.map((kind) => (
          <Cell
            key={kind}
            icon="check"
            label={say(CHECKLIST_KIND_LABELS[kind])}
            onTap={go("counterChecks", { window: window.id, kind })}
          />
        ))}
        <Cell icon="ledger" label={t.toolRecord} onTap={go("counterRecord", { hall: hall.id })} />
        <Cell
          icon="heart"
          label={t.toolDevice}
          value={device.paired ? t.toolDevicePaired : t.toolDeviceNone}
          onTap={() => page.setAsking("device")}
        />
        <Cell icon="screen" label={t.toolDisplay} onTap={go("hallWindow", { window: window.id })} />
        <Cell icon="screen" label={t.toolSummary} onTap={go("hallSummary", { hall: hall.id })} />
        {desk.can.includes("close") ? (
          <Cell icon="undo" label={t.toolLeave} onTap={() => page.setAsking("leave")} />
        ) : null}
      </View>
    </Sheet>
  );
}
