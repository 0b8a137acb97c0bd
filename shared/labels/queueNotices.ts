import type { QUEUE_NOTICE_TYPES } from "../domain/queueNotices";
import { both, type Labels } from "./bilingual";

/** Kinds of messages about queue tickets and appointments. */
export const QUEUE_NOTICE_LABELS: Labels<(typeof QUEUE_NOTICE_TYPES)[number]> = {
  ticketCalled: both("请到窗口", "Please come to the window"),
  ticketSoon: both("快到您了", "Your turn is near"),
  appointmentBooked: both("预约成功", "Appointment made"),
  appointmentReminder: both("预约提醒", "Appointment reminder"),
  appointmentCancelled: both("预约已取消", "Appointment cancelled"),
};
