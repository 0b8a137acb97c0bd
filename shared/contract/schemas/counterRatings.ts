import * as z from "zod/mini";
import { ON_SITE_ASPECTS, RATING_LEVELS } from "../../domain/ratings";
import { atSchema, bilingualSchema, idSchema, writtenText } from "./primitives";

/** Shown by staff to the person who sets the device up; entered once on the device. */
export const pairingCodeSchema = z.object({ code: z.string(), expiresAt: atSchema });
export const pairDeviceBody = z.strictObject({ code: z.string().check(z.regex(/^\d{8}$/)) });

/** Kept by the device alone; it never travels in a URL. */
const deviceTokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{40,60}$/));
export const pairedDeviceSchema = z.object({
  deviceToken: z.string(),
  windowId: idSchema,
  windowNumber: z.number(),
  hallName: z.string(),
});
export const deviceStateBody = z.strictObject({
  deviceToken: deviceTokenSchema,
  version: z.optional(z.string().check(z.maxLength(40))),
});

/** What the device of a window shows: a rating while one is open, otherwise nothing to do. */
export const deviceStateSchema = z.object({
  version: z.string(),
  changed: z.boolean(),
  now: atSchema,
  windowNumber: z.number(),
  hallName: z.string(),
  rating: z.optional(
    z.object({
      /** One-time, bound to the ticket. */
      code: z.string(),
      ticketNumber: z.string(),
      itemName: bilingualSchema,
      expiresAt: atSchema,
    }),
  ),
});
export type DeviceState = z.output<typeof deviceStateSchema>;

const levelSchema = z.enum(RATING_LEVELS);
/** A rating at the counter 现场评价: a level, and if one likes tags, sub-items and words. */
export const rateAtCounterBody = z.strictObject({
  deviceToken: deviceTokenSchema,
  code: z.string().check(z.regex(/^\d{6}$/)),
  level: levelSchema,
  tags: z._default(z.array(z.string().check(z.maxLength(30))).check(z.maxLength(6)), []),
  aspects: z._default(z.partialRecord(z.enum(ON_SITE_ASPECTS), levelSchema), {}),
  comment: z.optional(writtenText(300)),
});

/** Ratings of a hall in groups of at least five, never a single one. */
export const counterRatingsSchema = z.object({
  /** Ratings that are shown; the newest ones wait until five are together. */
  shown: z.number(),
  levels: z.partialRecord(levelSchema, z.number()),
  /** How many gave a sub-item one of the two bad levels, of how many. */
  aspects: z.array(z.object({ aspect: z.enum(ON_SITE_ASPECTS), answered: z.number(), bad: z.number() })),
});
export type CounterRatings = z.output<typeof counterRatingsSchema>;
