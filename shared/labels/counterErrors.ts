import type { COUNTER_ERRORS } from "../contract/counterErrors";
import { both, type Labels } from "./bilingual";

/** Sentences for errors of queues, appointments, meeting rooms and the rating device. */
export const COUNTER_ERROR_SENTENCES: Labels<keyof typeof COUNTER_ERRORS> = {
  device_unknown: both(
    "这台评价器没有绑定窗口。请工作人员重新给一个配对码。",
    "This device belongs to no window. Ask the staff for a new pairing code.",
  ),
  staff_may_not_rate: both(
    "工作人员登录后不能评价，什么都没有记录。请在评价器上由办事人自己评。",
    "Staff cannot rate, so nothing was recorded. The person served rates on the device.",
  ),
  hall_closed: both(
    "大厅现在不取号。请看开放时间，或预约一个时间。",
    "The hall gives no numbers now. See its hours or make an appointment.",
  ),
  already_queued: both(
    "您在这个大厅已经有一个号，没有再取。请看您的号。",
    "You already have a number in this hall, so no other was taken. See your number.",
  ),
  window_taken: both(
    "这个窗口已有同事在，或您已坐在另一个窗口。请看窗口列表。",
    "A colleague sits there, or you sit at another window. See the list of windows.",
  ),
  window_busy: both(
    "窗口还有一个号没有办完，什么都没有改变。请先办结、过号或暂挂。",
    "A number still stands at the window, so nothing changed. Finish, skip or hold it first.",
  ),
  slot_full: both(
    "这个时间刚刚约满，原来的预约没有变。请另选一个时间。",
    "This time has just been taken; an earlier appointment of yours stays. Choose another time.",
  ),
  already_booked: both(
    "您在这里已有一个同类预约，没有再约。需要时请改时间。",
    "You already have such an appointment here, so no other was made. Change its time if you need.",
  ),
  too_early: both(
    "还没有到签到时间，预约没有变。请在开始前半小时内签到。",
    "It is too early to check in; your appointment stays. Come within half an hour before it begins.",
  ),
  room_taken: both(
    "这段时间会议室已有人用，没有订成。请换时间或换一间。",
    "The room is taken then, so nothing was booked. Choose another time or room.",
  ),
  rating_code_invalid: both(
    "这个评价码已用过或已过期，没有记录。感谢您的时间。",
    "This code was used or has expired, so nothing was recorded. Thank you for your time.",
  ),
  pairing_code_invalid: both(
    "配对码不对或已过期。请工作人员再给一个。",
    "The pairing code is wrong or has expired. Ask the staff for another one.",
  ),
  item_not_served: both(
    "这个大厅不办这件事，没有取号。请换一个大厅，或在网上申请。",
    "This hall does not take this item, so nothing was taken. Choose another hall or apply online.",
  ),
};
