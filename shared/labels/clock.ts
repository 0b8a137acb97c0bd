import { both } from "./bilingual";

/** Lines that the clock itself writes into the history. */
export const CLOCK_SENTENCES = {
  limitNear: both("时限已过八成，提醒承办人", "Limit nearly over; the handler was reminded"),
  limitPassed: both(
    "超过时限，已致歉并上报上一级",
    "Limit passed; apologised and reported to the next level",
  ),
  signingLate: both("超过签收时限，已提醒", "Not signed in time; reminded"),
  answerLate: both("到期还没有答复，已提醒", "No answer in time; reminded"),
  promiseBroken: both("没能在答应的日子前办结，已上报", "Not done by the promised day; reported"),
  escalated: both("仍未办结，已再上报一级", "Still open; reported one level higher"),
  dueMoved: both("工作日日历更新，{note}", "Working calendar updated: {note}"),
};

export const CLOCK_EVENT_LABELS = {
  limitNear: both("临期提醒", "Nearly due"),
  limitPassed: both("超期", "Overdue"),
  signingLate: both("签收超期", "Signing late"),
  answerLate: both("答复超期", "Answer late"),
  promiseBroken: both("承诺逾期", "Promise not kept"),
  escalated: both("升级上报", "Escalated"),
  dueMoved: both("到期日调整", "Due date moved"),
};

export const CLOCK_NOTICE_LABELS = {
  limitNear: both("办件快到期", "Case nearly due"),
  acceptanceDelayed: both("受理晚了，向您致歉", "Acceptance is late, we apologise"),
  acceptanceOverdue: both("受理超期", "Acceptance overdue"),
  signingOverdue: both("签收超期", "Signing overdue"),
  requestDelayed: both("办理晚了，向您致歉", "Your request is late, we apologise"),
  caseOverdue: both("办件超期", "Case overdue"),
  caseStillOverdue: both("办件超期未办结", "Case still overdue"),
  answerOverdue: both("答复超期", "Answer overdue"),
  promiseBroken: both("没有按答应的日子办结，向您致歉", "The promised day has passed, we apologise"),
  promiseOverdue: both("承诺逾期", "Promise not kept"),
  dueTimeMoved: both("办结日期有调整", "Due date moved"),
};
