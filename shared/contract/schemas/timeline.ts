import * as z from "zod/mini";
import { atSchema } from "./primitives";

/** What can happen to a request. */
export const TIMELINE_TYPES = [
  "submitted",
  "accepted",
  "rejected",
  "outOfScope",
  "supplementAsked",
  "supplementAnswered",
  "dispatched",
  "signed",
  "returned",
  "progress",
  "completed",
  "withdrawn",
  "reopened",
  "rated",
  "handedOver",
  "takenIn",
  "itemChanged",
  "extensionAsked",
  "extensionApproved",
  "extensionRefused",
  "urged",
  "urgeAnswered",
  "supervised",
  "supervisionAnswered",
  "supervisionClosed",
  "consulted",
  "consultationAnswered",
  "subtasksAdded",
  "subtaskSigned",
  "subtaskAnswered",
  "limitNear",
  "limitPassed",
  "signingLate",
  "answerLate",
  "promiseBroken",
  "escalated",
  "dueMoved",
] as const;

/** One line of the history 经过 as the reader may see it. */
export const timelineEventSchema = z.object({
  id: z.string(),
  type: z.enum(TIMELINE_TYPES),
  at: atSchema,
  who: z.string(),
  office: z.string(),
  note: z.optional(z.string()),
  /** Why it went elsewhere than its routing rule says; only for staff. */
  overrideReason: z.optional(z.string()),
  /** Materials a supplement notice names, working days of an extension, sub-tasks. */
  count: z.optional(z.number()),
  /** First 12 hex digits of the event's hash, which covers the event before it. */
  hash: z.string(),
});
