import { both, type Bilingual } from "./bilingual";

/**
 * What a person can do about a field that broke a rule of the product, by the `problem` of a `FieldProblem`. Problems
 * that no screen lets happen (a field of the wrong type, an unknown one) have the general sentence of `invalid_input`.
 */
export const RULE_PROBLEM_SENTENCES: Readonly<Record<string, Bilingual>> = {
  nobody_on_duty: both(
    "这个岗位现在没有人在岗，没有转过去。请换一个岗位。",
    "Nobody is on duty at this post. Choose another one.",
  ),
  does_not_serve_this_talent: both(
    "这个岗位不服务这位人才的类别或区县。请换一个岗位。",
    "This post does not serve the talent's category or district. Choose another one.",
  ),
  has_the_case: both(
    "这件就在这个岗位。请换一个岗位。",
    "This post has the case already. Choose another one.",
  ),
  not_bookable: both(
    "这天不能预约（休息日，或超出可约的日子）。请换一天。",
    "This day cannot be booked: a rest day, or too far ahead. Choose another one.",
  ),
  no_appointments: both(
    "这类事项不用预约，直接取号即可。",
    "No appointments are made for this; take a number.",
  ),
  no_such_slot: both("没有这个时段。请重新选。", "There is no such slot. Choose again."),
  too_late: both(
    "这个时段已经来不及预约。请选晚一些的。",
    "It is too late to book this slot. Choose a later one.",
  ),
  unchanged: both("和原来一样，没有改动。", "This is what it is already; nothing was changed."),
  nothing_changes: both(
    "和现行日历完全一样，不用导入。",
    "This is the calendar in force already; nothing to import.",
  ),
  in_the_past: both("时间已经过去。请选以后的。", "This time has passed. Choose a later one."),
  past: both("日子已经过去。请选今天或以后。", "This day has passed. Choose today or later."),
  too_far: both("日子太远。请选近一些的。", "This day is too far ahead. Choose an earlier one."),
  before_from: both("结束时间要晚于开始时间。", "The end has to be later than the beginning."),
  ends_before_it_begins: both(
    "最后一天不能早于第一天。",
    "The last day cannot be earlier than the first one.",
  ),
  not_a_quarter_hour: both("时间请选整刻钟。", "Choose full quarters of an hour."),
  too_long: both("时间太长。请缩短一些。", "This is too long. Make it shorter."),
  not_earlier: both("只能改得更早。", "It can only be made earlier."),
  named_twice: both("同一项选了两次。请去掉一个。", "The same thing was chosen twice. Take one away."),
  same_as_a: both("B角不能和A角是同一个人。", "The B holder has to be somebody else than the A holder."),
  not_of_this_department: both(
    "这个人不是本部门的联络员。请换一位。",
    "This person is no liaison of the department. Choose somebody else.",
  ),
  not_of_this_post: both(
    "和选的岗位对不上。请检查层级和区县。",
    "This does not fit the chosen post. Check level and district.",
  ),
  not_for_this_beneficiary: both(
    "这个事项不能为这位受益人办。请换一个事项。",
    "This item is not for this beneficiary. Choose another one.",
  ),
  not_staff: both("没有找到这位同事。请重新选。", "This colleague was not found. Choose again."),
  not_yours: both("没有找到您的这件申请。请重新选。", "This request of yours was not found. Choose again."),
  party: both(
    "信里说到的人和上次经办的人不能核查。请换一位。",
    "Neither those it is about nor those of the first review can look into it. Choose somebody else.",
  ),
  taken: both("已经有同样的了。请换一个。", "There is one like this already. Choose another."),
  unknown_item: both("没有这个事项，可能已停办。请重新选。", "There is no such item any more. Choose again."),
};
