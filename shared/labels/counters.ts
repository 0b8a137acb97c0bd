import type { AppointmentStatus } from "../domain/appointments";
import type { CheckResult, ChecklistKind } from "../domain/checklists";
import type {
  TicketAction,
  TicketSource,
  TicketStatus,
  WindowAction,
  WindowStatus,
} from "../domain/queueTickets";
import { both, type Labels } from "./bilingual";

export const TICKET_STATUS_LABELS: Labels<TicketStatus> = {
  waiting: both("等候中", "Waiting"),
  called: both("已叫号", "Called"),
  serving: both("正在办理", "Being served"),
  held: both("暂挂", "On hold"),
  skipped: both("已过号", "Missed"),
  done: both("已办完", "Done"),
  cancelled: both("已取消", "Cancelled"),
  expired: both("已失效", "Expired"),
};

/** What it means to whoever holds the number; `{window}` is the window, `{places}` how far back one stands. */
export const TICKET_STATUS_SENTENCES: Labels<TicketStatus> = {
  waiting: both("请在大厅等候，快到时会提醒您", "Please wait; you are told when your turn is near"),
  called: both("请到 {window} 号窗口", "Please go to window {window}"),
  serving: both("正在 {window} 号窗口办理", "Being served at window {window}"),
  held: both("窗口为您留着，备好后告诉工作人员", "Kept for you; tell the staff when you are ready"),
  skipped: both(
    "叫号时没有等到您。到窗口请工作人员插回，排在 {places} 位之后",
    "You missed the call. Ask at a window to be put back, {places} places behind",
  ),
  done: both("已办完，谢谢您", "Done. Thank you"),
  cancelled: both("您已取消，需要时可以再取号", "You gave it back; take another one any time"),
  expired: both("大厅已下班，这个号不再有效", "The hall has closed; this number is no longer valid"),
};

export const TICKET_ACTION_LABELS: Labels<TicketAction> = {
  recall: both("重呼", "Call again"),
  start: both("开始办理", "Begin"),
  skip: both("过号", "Missed"),
  putBack: both("插回", "Put back"),
  hold: both("暂挂", "Hold"),
  resume: both("恢复办理", "Resume"),
  transfer: both("转号", "Transfer"),
  finish: both("办结", "Finish"),
  cancel: both("取消排队", "Give the number back"),
};

export const TICKET_SOURCE_LABELS: Labels<TicketSource> = {
  phone: both("手机取号", "From the phone"),
  counter: both("窗口取号", "At the counter"),
  appointment: both("预约", "Appointment"),
};

export const WINDOW_STATUS_LABELS: Labels<WindowStatus> = {
  open: both("开放", "Open"),
  paused: both("暂停服务", "Paused"),
  closed: both("未开放", "Closed"),
};

export const WINDOW_ACTION_LABELS: Labels<WindowAction> = {
  open: both("开放窗口", "Open the window"),
  pause: both("暂停窗口", "Pause the window"),
  close: both("离开窗口", "Leave the window"),
  callNext: both("叫下一位", "Call the next"),
};

export const APPOINTMENT_STATUS_LABELS: Labels<AppointmentStatus> = {
  booked: both("已预约", "Booked"),
  checkedIn: both("已签到", "Checked in"),
  cancelled: both("已取消", "Cancelled"),
  noShow: both("未到", "Missed"),
};

export const CHECKLIST_KIND_LABELS: Labels<ChecklistKind> = {
  opening: both("开窗检查", "Opening checks"),
  closing: both("收窗检查", "Closing checks"),
};

export const CHECK_RESULT_LABELS: Labels<CheckResult> = {
  ok: both("正常", "In order"),
  fault: both("有故障", "Fault"),
};
