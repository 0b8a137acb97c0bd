import * as z from "zod/mini";
import { NOT_ENTITLED_REASONS } from "../../domain/entitlement";
import { ELSEWHERE_REASONS } from "../../domain/talentCode/desk";
import { LOSS_KINDS, SCAN_PURPOSES, SHOWN_BY, UPLOAD_SCANS } from "../../domain/talentCode/rules";
import { SERVICE_LEVELS } from "../../domain/talents";
import {
  atSchema,
  bilingualSchema,
  categorySchema,
  districtCodeSchema,
  idSchema,
  onSchema,
  writtenText,
} from "./primitives";

const base64urlSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));
const lossKindSchema = z.enum(LOSS_KINDS);

/** Something that was lost: what it was stays invalid. */
export const lossSchema = z.object({
  kind: lossKindSchema,
  reason: z.string(),
  at: atSchema,
  /** Who reported it: the talent, or an office. */
  by: z.string(),
});

/** Tokens signed ahead for the phone of the talent; see `TokenBatch`. */
export const tokenBatchSchema = z.object({
  keyId: z.number(),
  firstStep: z.number(),
  days: z.array(z.object({ on: onSchema, code: z.string(), salt: base64urlSchema, sealed: base64urlSchema })),
  signatures: base64urlSchema,
  now: atSchema,
  cardNumber: z.string(),
  /** The card is reported lost. */
  cardLost: z.boolean(),
});

export const reportLossBody = z.strictObject({ kind: lossKindSchema, reason: writtenText(100) });
export const reportLossForBody = z.strictObject({
  /** What the person has at hand: the card number, or today's code string. */
  code: writtenText(40),
  kind: lossKindSchema,
  reason: writtenText(100),
});
export const lossAnswerSchema = z.object({ maskedName: z.string(), losses: z.array(lossSchema) });

const noReasonSchema = z.enum([...NOT_ENTITLED_REASONS, ...ELSEWHERE_REASONS]);
const purposeSchema = z._default(z.enum(SCAN_PURPOSES), "service");
const deskSchema = z.optional(writtenText(20));

export const verifyBody = z.strictObject({
  /** Text of the QR code, today's code string, or the number of the card. */
  code: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** Instead of a code: another item for whom this account has just verified. */
  scanId: z.optional(idSchema),
  itemId: z.optional(idSchema),
  purpose: purposeSchema,
  /** Name of the desk, as it is shown to the talent. */
  desk: deskSchema,
});

export const verifiedSchema = z.object({
  scanId: idSchema,
  at: atSchema,
  shownBy: z.enum(SHOWN_BY),
  answer: z.enum(["yes", "no"]),
  reason: z.optional(noReasonSchema),
  category: categorySchema,
  maskedName: z.string(),
  districtCode: districtCodeSchema,
  districtName: z.string(),
  cycle: z.object({ startsOn: onSchema, endsOn: onSchema }),
  item: z.optional(z.object({ id: idSchema, name: bilingualSchema })),
});
export type Verified = z.output<typeof verifiedSchema>;

export const kitItemSchema = z.object({
  id: idSchema,
  name: bilingualSchema,
  sample: z.boolean(),
  /** Oldest first. */
  versions: z.array(
    z.object({
      version: z.number(),
      effectiveFromOn: onSchema,
      levels: z.array(z.enum(SERVICE_LEVELS)),
      categories: z.array(categorySchema),
    }),
  ),
});

/** Everything a desk needs to verify without network for a day. */
export const deskKitSchema = z.object({
  at: atSchema,
  keys: z.array(z.object({ id: z.number(), publicKey: base64urlSchema, goodUntilOn: onSchema })),
  days: z.array(z.object({ on: onSchema, readingKey: base64urlSchema })),
  lost: z.object({ version: z.number(), pseudonyms: z.array(base64urlSchema) }),
  items: z.array(kitItemSchema),
});
export type DeskKit = z.output<typeof deskKitSchema>;

export const offlineScanSchema = z.strictObject({
  /** Made by the device; handing the same scan in again changes nothing. */
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,60}$/)),
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  at: atSchema,
  itemId: z.optional(idSchema),
  purpose: purposeSchema,
  desk: deskSchema,
  answer: z.enum(["yes", "no"]),
});
export type OfflineScan = z.input<typeof offlineScanSchema>;

export const uploadScansBody = z.strictObject({
  scans: z.array(offlineScanSchema).check(z.minLength(1), z.maxLength(UPLOAD_SCANS)),
});
export const uploadedScansSchema = z.object({
  scans: z.array(
    z.object({
      id: z.string(),
      /** `elsewhere`: the token was used at another desk too; `lost`: it had been reported lost by then. */
      state: z.enum(["taken", "elsewhere", "lost", "refused"]),
      scanId: z.optional(idSchema),
      maskedName: z.optional(z.string()),
      other: z.optional(z.object({ office: z.string(), who: z.string(), at: atSchema })),
    }),
  ),
});
export type UploadedScan = z.output<typeof uploadedScansSchema>["scans"][number];

export const signingKeysSchema = z.object({
  keys: z.array(
    z.object({
      id: z.number(),
      publicKey: base64urlSchema,
      signsFrom: atSchema,
      /** Absent for the one that signs now. */
      signedUntil: z.optional(atSchema),
    }),
  ),
});
