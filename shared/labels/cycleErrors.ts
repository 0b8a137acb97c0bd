import type { CYCLE_ERRORS } from "../contract/cycleErrors";
import { both, type Labels } from "./bilingual";

/** Sentences for errors of service cycles. */
export const CYCLE_ERROR_SENTENCES: Labels<keyof typeof CYCLE_ERRORS> = {
  decided_before: both(
    "上一次决定是您作的，申诉须由另一位专员决定。什么都没有改变。",
    "You made the decision before; somebody else decides on the appeal. Nothing changed.",
  ),
  evaluation_too_early: both(
    "还没有到提交评估的时间，没有提交。草稿在，周期最后三十天内提交。",
    "It is too early to hand in. Your draft is kept; hand it in within the last thirty days.",
  ),
  evaluation_window_closed: both(
    "周期已经结束，不能再交或撤回评估，什么都没有改变。需要补交时请申请逾期提交。",
    "The cycle has ended, so nothing changed. Ask for a late submission if you need one.",
  ),
  appeal_too_late: both(
    "申诉的期限已过，或已经申诉过一次，没有提交。有意见可以投诉建议。",
    "The time for an appeal is over, or there was one already. You can still write a complaint.",
  ),
};
