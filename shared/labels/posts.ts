import type {
  HandoverKind,
  NotRoutedReason,
  PostLetter,
  RouteReason,
  POST_NOTICE_TYPES,
} from "../domain/posts";
import { both, type Labels } from "./bilingual";

export const POST_LETTER_LABELS: Labels<PostLetter> = {
  A: both("A角", "Holder A"),
  B: both("B角", "Holder B"),
};

export const HANDOVER_LABELS: Labels<HandoverKind> = {
  takeover: both("B角接手", "B stands in"),
  return: both("回岗转回", "Back to A"),
  holderChange: both("岗位换人", "New holder"),
};

/** Why a post is suggested. */
export const ROUTE_REASON_LABELS: Labels<RouteReason> = {
  rule: both("按转办规则", "by a routing rule"),
  handlesItem: both("承办这个事项，且管这个区县", "handles this item for this district"),
  default: both("没有规则，由综合岗承接", "no rule; the general post takes it"),
};

/** Why a case was not dispatched by itself. */
export const NOT_ROUTED_SENTENCES: Labels<NotRoutedReason> = {
  noRule: both(
    "没有自动转办：没有适用的转办规则。请选择岗位。",
    "Not dispatched by itself: no routing rule applies. Please choose a post.",
  ),
  nobodyOnDuty: both(
    "没有自动转办：规则指定的岗位今天没有人在岗。请选择岗位。",
    "Not dispatched by itself: nobody is on duty at the post of the rule today. Please choose a post.",
  ),
};

export const POST_NOTICE_LABELS: Labels<(typeof POST_NOTICE_TYPES)[number]> = {
  casesTakenOver: both("岗位办件转给您", "Cases of a post came to you"),
  casesHandedOver: both("岗位办件已交接", "Your cases were handed over"),
  absenceRegistered: both("岗位缺席", "Absence at a post"),
  absenceCalledOff: both("缺席取消或提前结束", "Absence called off"),
  absenceAdjustmentAsked: both("请调整缺席", "Please move an absence"),
};
