import { ConfirmSheet } from "../../../components/frame/ConfirmSheet";
import type { Layout } from "../../../components/staff/browser/layout";
import { useTexts } from "../../../i18n/texts";
import { counterTexts } from "../counterTexts";
import { DeviceSheet } from "./DeviceSheet";
import { ToolsSheet } from "./ToolsSheet";
import { TransferDialog } from "./TransferDialog";
import type { DeskPage } from "./useDeskPage";

/** What is asked over the calling page. */
export function CallingOver({ page, layout }: { page: DeskPage; layout: Layout }) {
  const t = useTexts(counterTexts);
  const { desk, asking, act } = page;
  const close = () => {
    act.clear();
    page.setAsking(undefined);
  };
  if (desk === undefined || asking === undefined) return null;
  if (asking === "tools") return <ToolsSheet page={page} desk={desk} />;
  if (asking === "device")
    return <DeviceSheet desk={desk} onChanged={() => void page.polled.refresh()} onClose={close} />;
  if (asking === "transfer")
    return desk.current === undefined ? null : (
      <TransferDialog layout={layout} desk={desk} ticket={desk.current} act={act} onClose={close} />
    );
  return (
    <ConfirmSheet
      title={t.leaveTitle(desk.window.number)}
      why={t.leaveWhy}
      confirm={t.leaveConfirm}
      busyText={act.busy === "close" ? t.busy : undefined}
      keep={t.leaveStay}
      error={act.error}
      onConfirm={() => void page.leave()}
      onClose={close}
    />
  );
}
