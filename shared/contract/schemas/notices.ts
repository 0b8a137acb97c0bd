import * as z from "zod/mini";
import { CONSENT_CHOICES, CONSENT_OCCASIONS, NOTICE_TYPES } from "../../domain/notices";
import { atSchema, idSchema, pageQuery } from "./primitives";

/** One message of the inbox, which is always written whatever WeChat does. */
export const noticeSchema = z.object({
  id: idSchema,
  type: z.enum(NOTICE_TYPES),
  title: z.string(),
  text: z.string(),
  /** The same in English. */
  en: z.optional(z.object({ title: z.string(), text: z.string() })),
  at: atSchema,
  read: z.boolean(),
  /** The request that it is about. */
  requestId: z.optional(idSchema),
  ticketId: z.optional(idSchema),
  handoverId: z.optional(idSchema),
  appointmentId: z.optional(idSchema),
  /** The complaint or suggestion that it is about. */
  complaintId: z.optional(idSchema),
  /** The service cycle that it is about. */
  cycleId: z.optional(idSchema),
  action: z.optional(
    z.enum([
      "supplement",
      "rate",
      "view",
      "board",
      "ticket",
      "appointment",
      "handover",
      "posts",
      "complaint",
      "cycle",
    ]),
  ),
});
export type NoticeMessage = z.output<typeof noticeSchema>;

export const listNoticesQuery = z.strictObject({ ...pageQuery, unread: z.optional(z.enum(["true"])) });

export const consentTemplatesQuery = z.strictObject({ occasion: z.enum(CONSENT_OCCASIONS) });
/** Template ids to ask for in the coming tap; fetched beforehand, for the pop-up must not wait for the network. */
export const consentTemplatesSchema = z.object({ templateIds: z.array(z.string()).check(z.maxLength(3)) });
export const reportConsentBody = z.strictObject({
  choices: z.record(z.string().check(z.maxLength(64)), z.enum(CONSENT_CHOICES)),
});

/** What every visitor may know: whom to call, since when, and what the filing says. */
export const serviceInfoSchema = z.object({
  now: atSchema,
  todayOn: z.string(),
  tryOut: z.boolean(),
  hotline: z.object({
    name: z.string(),
    phone: z.string(),
    hours: z.string(),
    openNow: z.boolean(),
    nextOpenOn: z.optional(z.string()),
    nextOpenTime: z.optional(z.string()),
  }),
  filingNumber: z.optional(z.string()),
  accessibilityStatementOn: z.string(),
  paymentsOn: z.boolean(),
});

export const personaSchema = z.object({ id: z.string(), label: z.string(), roles: z.array(z.string()) });
export const personaConsentBody = z.strictObject({
  templateIds: z.array(z.string().check(z.maxLength(64))).check(z.minLength(1), z.maxLength(5)),
  choice: z.enum(["accept", "reject"]),
});
export const loginCodeSchema = z.object({ code: z.string() });
export const personaParams = z.strictObject({ id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) });
export const moveClockBody = z.strictObject({ now: z.nullable(z.iso.datetime({ offset: true })) });
export const clockSchema = z.object({ now: atSchema });
