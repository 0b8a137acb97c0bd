import type { TIMELINE_TYPES } from "../contract/schemas/timeline";
import type { LimitView } from "../contract/schemas/requests";
import type { DayKind } from "../calendar/workingDays";
import { both, type Labels } from "./bilingual";
import { CLOCK_EVENT_LABELS, CLOCK_SENTENCES } from "./clock";
import { CASE_WORK_EVENT_LABELS, CASE_WORK_SENTENCES } from "./caseWork";

type TimelineType = (typeof TIMELINE_TYPES)[number];

/** Lines of the history 经过. `{who}` is office and name; `{count}` the number of materials. */
export const TIMELINE_SENTENCES: Labels<TimelineType> = {
  submitted: both("提交申请", "Handed in"),
  accepted: both("{who}受理", "Accepted by {who}"),
  rejected: both("{who}没有受理", "Not accepted by {who}"),
  outOfScope: both("{who}告知不属于服务范围", "{who} closed it as out of scope"),
  supplementAsked: both(
    "{who}一次告知缺 {count} 份材料，计时暂停",
    "{who} asked for {count} materials; clock stopped",
  ),
  supplementAnswered: both("材料补齐，次日恢复计时", "Materials sent; the clock goes on the next day"),
  dispatched: both("{who}转办", "Dispatched by {who}"),
  signed: both("{who}签收", "Signed by {who}"),
  returned: both("{who}退回，等待重新转办", "Returned by {who}, to be dispatched anew"),
  progress: both("{who}记录进展", "Progress noted by {who}"),
  completed: both("{who}办结", "Completed by {who}"),
  withdrawn: both("申请人撤回", "Withdrawn by the applicant"),
  reopened: both("申请人要求重新办理", "Reopened by the applicant"),
  rated: both("申请人已评价", "Rated by the applicant"),
  handedOver: both("{who}接手办理", "Taken over by {who}"),
  ...CLOCK_SENTENCES,
  ...CASE_WORK_SENTENCES,
};

/** Short names of history lines, for tables. */
export const TIMELINE_LABELS: Labels<TimelineType> = {
  submitted: both("提交", "Submitted"),
  accepted: both("受理", "Accepted"),
  rejected: both("不予受理", "Not accepted"),
  outOfScope: both("不属于范围", "Out of scope"),
  supplementAsked: both("告知补正", "Materials asked"),
  supplementAnswered: both("补正完成", "Materials sent"),
  dispatched: both("转办", "Dispatched"),
  signed: both("签收", "Signed"),
  returned: both("退回", "Returned"),
  progress: both("进展", "Progress"),
  completed: both("办结", "Completed"),
  withdrawn: both("撤回", "Withdrawn"),
  reopened: both("重新办理", "Reopened"),
  rated: both("评价", "Rated"),
  handedOver: both("交接", "Handed over"),
  ...CLOCK_EVENT_LABELS,
  ...CASE_WORK_EVENT_LABELS,
};

export const STANDING_LABELS: Labels<LimitView["standing"]> = {
  inTime: both("按时", "In time"),
  dueSoon: both("临期", "Due soon"),
  dueToday: both("今天到期", "Due today"),
  overdue: both("超期", "Overdue"),
  stopped: both("计时暂停", "Clock stopped"),
  ended: both("计时结束", "Clock ended"),
};

export const LIMIT_KIND_LABELS: Labels<LimitView["kind"]> = {
  acceptance: both("受理时限", "Limit to accept"),
  handling: both("办理时限", "Limit to complete"),
};

/** Why a day of the sum counts or not. */
export const LIMIT_DAY_LABELS: Labels<DayKind | "start" | "stopped"> = {
  start: both("受理当天，不计", "Day of acceptance, not counted"),
  working: both("工作日", "Working day"),
  weekend: both("周末，不计", "Weekend, not counted"),
  holiday: both("节假日，不计", "Holiday, not counted"),
  makeUp: both("调休上班", "Make-up working day"),
  stopped: both("等补材料，不计", "Waiting for materials, not counted"),
};

/** Beside any sum that rests on a year without a published calendar. */
export const UNPUBLISHED_LABEL = both(
  "放假安排未公布，按周末推算",
  "Holidays not published yet; computed from weekends",
);
