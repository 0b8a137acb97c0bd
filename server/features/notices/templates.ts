import type { ConsentOccasion, NoticeType } from "@talent/shared/domain/notices";
import { PROGRESS, TASK, type NoticeTemplate } from "./templates/form";
import { CASE_WORK_TEMPLATES } from "./templates/caseWork";
import { COMPLAINT_TEMPLATES } from "./templates/complaints";
import { CYCLE_TEMPLATES } from "./templates/cycles";
import { LIMIT_TEMPLATES } from "./templates/limits";
import { APPOINTMENT, QUEUE, QUEUE_TEMPLATES } from "./templates/queue";
import { POST_TEMPLATES } from "./templates/posts";
import { REQUEST_TEMPLATES } from "./templates/requests";

export type { NoticeTemplate } from "./templates/form";

/** Texts of every kind of notice, in Chinese and English: one file per subject, one line here. */
export const NOTICE_TEMPLATES: Readonly<Record<NoticeType, NoticeTemplate>> = {
  ...REQUEST_TEMPLATES,
  ...CASE_WORK_TEMPLATES,
  ...COMPLAINT_TEMPLATES,
  ...LIMIT_TEMPLATES,
  ...QUEUE_TEMPLATES,
  ...POST_TEMPLATES,
  ...CYCLE_TEMPLATES,
};

/** Titles of the templates that are asked for at each occasion; kinds must not be mixed in one pop-up. */
export const TEMPLATES_ASKED: Readonly<Record<ConsentOccasion, readonly string[]>> = {
  submitRequest: ["办件受理通知", "补正材料通知", "办结通知"],
  answerSupplement: [PROGRESS, "办结通知", "服务评价提醒"],
  writeComplaint: [PROGRESS],
  startShift: [TASK, "时限预警通知"],
  takeNumber: [QUEUE, APPOINTMENT, "服务评价提醒"],
};
