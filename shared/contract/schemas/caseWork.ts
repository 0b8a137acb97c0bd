import * as z from "zod/mini";
import { CASE_WORK_BOUNDS, EXTENSION_STATES, REPLY_WARNINGS, WAITING_KINDS } from "../../domain/caseWork";
import { BOUNDS } from "../../domain/limits";
import { atSchema, idSchema, onSchema, writtenText } from "./primitives";

const daysInput = z.number().check(z.int(), z.gte(1), z.lte(CASE_WORK_BOUNDS.answerDays));
/** Id of a part of a case: `c1`, `t2` … */
const partIdSchema = z.string().check(z.regex(/^[a-z]\d{1,3}$/));

/** The server's settings may allow fewer days than the schema. The talent sees the reason. */
export const askExtensionBody = z.strictObject({
  workingDays: z.number().check(z.int(), z.gte(1), z.lte(60)),
  reason: writtenText(BOUNDS.reason),
});
export const refuseExtensionBody = z.strictObject({ reason: writtenText(BOUNDS.reason) });
export const urgeBody = z.strictObject({ note: z.optional(writtenText(BOUNDS.note)) });
/** A dated promise; the day may be today. */
export const answerUrgeBody = z.strictObject({ promisedOn: onSchema, note: writtenText(BOUNDS.note) });
export const superviseBody = z.strictObject({
  note: writtenText(BOUNDS.note),
  workingDays: z.optional(daysInput),
});
export const answerSupervisionBody = z.strictObject({ answer: writtenText(BOUNDS.note) });
export const closeSupervisionBody = z.strictObject({ note: z.optional(writtenText(BOUNDS.note)) });
export const consultBody = z.strictObject({
  postId: idSchema,
  question: writtenText(BOUNDS.note),
  workingDays: z.optional(daysInput),
});
export const answerConsultationBody = z.strictObject({
  consultationId: partIdSchema,
  answer: writtenText(BOUNDS.note),
});
export const subtaskInput = z.strictObject({
  postId: idSchema,
  task: writtenText(BOUNDS.note),
  workingDays: z.optional(daysInput),
});
export const subtasksInput = z.array(subtaskInput).check(z.maxLength(CASE_WORK_BOUNDS.subtasks));
export const addSubtasksBody = z.strictObject({ subtasks: subtasksInput.check(z.minLength(1)) });
export const signSubtaskBody = z.strictObject({ subtaskId: partIdSchema });
export const answerSubtaskBody = z.strictObject({
  subtaskId: partIdSchema,
  answer: writtenText(BOUNDS.note),
});
export const changeItemBody = z.strictObject({ itemId: idSchema, reason: writtenText(BOUNDS.reason) });

const phoneInput = z.string().check(z.regex(/^[0-9+][0-9\-（）() 转]{4,29}$/));
/** Where an out-of-scope request was handed on to: a post of ours, or an office outside by name and telephone (§6.4.6). */
export const transferInput = z.strictObject({
  postId: z.optional(idSchema),
  office: z.optional(writtenText(100)),
  phone: z.optional(phoneInput),
});
export const transferSchema = z.object({ office: z.string(), phone: z.optional(z.string()) });

/** One doubt about the answer of one point; `point` counts from 0. */
export const replyWarningSchema = z.object({ code: z.enum(REPLY_WARNINGS), point: z.number() });
export type ReplyWarningView = z.output<typeof replyWarningSchema>;
export const completionCheckSchema = z.object({ warnings: z.array(replyWarningSchema) });

/** One request for more time. Talents see it once it is approved. */
export const extensionSchema = z.object({
  state: z.enum(EXTENSION_STATES),
  workingDays: z.number(),
  reason: z.string(),
  askedAt: atSchema,
  askedBy: z.string(),
  decidedAt: z.optional(atSchema),
  decidedBy: z.optional(z.string()),
  /** Why it was refused. */
  refusal: z.optional(z.string()),
  /** The due time if it is approved as asked; only while it waits. */
  dueAtIfApproved: z.optional(atSchema),
});

/** A dated promise: `open` = the day is still to come. */
export const promiseSchema = z.object({ on: onSchema, state: z.enum(["open", "kept", "broken"]) });

/** 催办, with the promise that answered it. */
export const urgeSchema = z.object({
  id: z.string(),
  at: atSchema,
  note: z.optional(z.string()),
  answeredAt: z.optional(atSchema),
  answeredBy: z.optional(z.string()),
  answer: z.optional(z.string()),
  promise: z.optional(promiseSchema),
});

/** 督办. Only staff see it. */
export const supervisionSchema = z.object({
  id: z.string(),
  at: atSchema,
  by: z.string(),
  office: z.string(),
  note: z.string(),
  dueAt: atSchema,
  late: z.boolean(),
  answeredAt: z.optional(atSchema),
  answeredBy: z.optional(z.string()),
  answer: z.optional(z.string()),
  closedAt: z.optional(atSchema),
});

const sharedWork = {
  id: z.string(),
  at: atSchema,
  by: z.string(),
  office: z.string(),
  postId: idSchema,
  holderName: z.string(),
  dueAt: atSchema,
  /** Not answered in time. */
  late: z.boolean(),
  answeredAt: z.optional(atSchema),
  answeredBy: z.optional(z.string()),
  answer: z.optional(z.string()),
  /** Nobody needs an answer any more. */
  endedAt: z.optional(atSchema),
  /** The reader is who answers. */
  mine: z.boolean(),
};
/** 会商: a question to the post of another department. Only staff see it. */
export const consultationSchema = z.object({ ...sharedWork, question: z.string() });
/** What another department does for the same request. Only staff see it. */
export const subtaskSchema = z.object({
  ...sharedWork,
  task: z.string(),
  signedAt: z.optional(atSchema),
});

/** The talent's right to urge: when it may be used, and how often still. */
export const urgingSchema = z.object({ from: z.optional(atSchema), left: z.number() });

export const waitingSchema = z.object({
  kind: z.enum(WAITING_KINDS),
  /** Id of the part of the case, where there is one. */
  id: z.optional(z.string()),
  dueAt: z.optional(atSchema),
});
export type Waiting = z.output<typeof waitingSchema>;

/** Parts of the detail that stand for work beside the straight line from acceptance to completion. */
export const caseWorkFields = {
  extension: z.optional(extensionSchema),
  /** Only for whoever may ask for more time: the last day if 1, 2, … more working days were given. */
  extensionDues: z.optional(z.array(onSchema)),
  urges: z.array(urgeSchema),
  /** Only for who asked for the service, while it is open. */
  urging: z.optional(urgingSchema),
  supervisions: z.array(supervisionSchema),
  consultations: z.array(consultationSchema),
  subtasks: z.array(subtaskSchema),
  transfer: z.optional(transferSchema),
};
