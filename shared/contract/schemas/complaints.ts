import * as z from "zod/mini";
import {
  COMPLAINT_ACTIONS,
  COMPLAINT_BOUNDS,
  COMPLAINT_EVENTS,
  COMPLAINT_KINDS,
  COMPLAINT_LANES,
  COMPLAINT_RESULTS,
  COMPLAINT_STATUSES,
  COMPLAINT_SUBJECTS,
  DEFAULT_COMPLAINT_LIMITS,
} from "../../domain/complaints";
import { atSchema, bilingualSchema, idSchema, onSchema, pageQuery, writtenText } from "./primitives";

/** What somebody writes; the entry stands on every page. */
export const createComplaintBody = z.strictObject({
  kind: z.enum(COMPLAINT_KINDS),
  text: writtenText(COMPLAINT_BOUNDS.text),
  about: z._default(z.enum(COMPLAINT_SUBJECTS), "service"),
  /** The page from which it was written. */
  page: z.optional(z.string().check(z.maxLength(100))),
  /** One of the writer's own requests. */
  requestId: z.optional(idSchema),
});

export const acceptComplaintBody = z.strictObject({
  /** Working days until the answer. */
  answerDays: z.optional(z.int().check(z.gte(1), z.lte(DEFAULT_COMPLAINT_LIMITS.mostAnswerDays))),
});
export const assignComplaintBody = z.strictObject({
  investigatorId: idSchema,
  note: z.optional(writtenText(COMPLAINT_BOUNDS.note)),
});
export const noteComplaintBody = z.strictObject({ note: writtenText(COMPLAINT_BOUNDS.note) });
export const answerComplaintBody = z.strictObject({
  result: z.enum(COMPLAINT_RESULTS),
  text: writtenText(COMPLAINT_BOUNDS.answer),
  /** What is done about it, or why nothing is. */
  measures: z.optional(writtenText(COMPLAINT_BOUNDS.measures)),
});
/** The writer's word on the answer; a reason is needed to have somebody else look again. */
export const respondToComplaintBody = z.strictObject({
  satisfied: z.boolean(),
  reason: z.optional(writtenText(COMPLAINT_BOUNDS.reason)),
});

const complaintHead = {
  id: idSchema,
  number: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  about: z.enum(COMPLAINT_SUBJECTS),
  text: z.string(),
  from: z.string(),
  at: atSchema,
  status: z.enum(COMPLAINT_STATUSES),
  /** 2 = somebody else looks again. */
  round: z.number(),
  /** The day on which the present step is due; absent when nothing is owed. */
  dueOn: z.optional(onSchema),
  standing: z.optional(z.enum(["inTime", "dueSoon", "overdue"])),
  request: z.optional(z.object({ id: idSchema, number: z.string(), itemName: bilingualSchema })),
  /** Office and name of whoever looks into it; the writer sees the name masked. */
  investigator: z.optional(z.string()),
};

/** A row of a list. */
export const complaintSchema = z.object(complaintHead);
export type ComplaintSummary = z.output<typeof complaintSchema>;

export const complaintDetailSchema = z.object({
  ...complaintHead,
  answers: z.array(
    z.object({
      round: z.number(),
      result: z.enum(COMPLAINT_RESULTS),
      text: z.string(),
      measures: z.optional(z.string()),
      by: z.string(),
      at: atSchema,
      /** What the writer said of it. */
      reply: z.optional(z.object({ satisfied: z.boolean(), reason: z.optional(z.string()), at: atSchema })),
    }),
  ),
  timeline: z.array(
    z.object({
      id: z.string(),
      type: z.enum(COMPLAINT_EVENTS),
      at: atSchema,
      /** Office and name, empty for the writer and for what happens by time. */
      who: z.string(),
      note: z.optional(z.string()),
      /** Not shown to the writer. */
      staffOnly: z.boolean(),
    }),
  ),
  /** The day on which an answer without a reaction closes it. */
  closesOn: z.optional(onSchema),
  can: z.array(z.enum(COMPLAINT_ACTIONS)),
  /** Results that an answer to it may have. */
  results: z.array(z.enum(COMPLAINT_RESULTS)),
});
export type ComplaintDetail = z.output<typeof complaintDetailSchema>;

export const complaintDeskQuery = z.strictObject({
  ...pageQuery,
  lane: z._default(z.enum(COMPLAINT_LANES), "open"),
  kind: z.optional(z.enum(COMPLAINT_KINDS)),
  /** Only what is late. */
  late: z.optional(z.enum(["true"])),
  /** Only what was given to me. */
  mine: z.optional(z.enum(["true"])),
});

/** Somebody whom a complaint may be given to. */
export const investigatorSchema = z.object({ accountId: idSchema, name: z.string(), office: z.string() });
export const investigatorsQuery = z.strictObject({ q: z.optional(writtenText(20)) });
