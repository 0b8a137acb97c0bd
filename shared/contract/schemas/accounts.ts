import * as z from "zod/mini";
import { TEXT_SIZES, LANGUAGES } from "../../domain/preferences";
import {
  atSchema,
  categorySchema,
  idSchema,
  onSchema,
  recognitionSchema,
  roleSchema,
  writtenText,
} from "./primitives";

export const preferencesSchema = z.object({ language: z.enum(LANGUAGES), textSize: z.enum(TEXT_SIZES) });

export const roleGrantSchema = z.object({
  role: roleSchema,
  districtCode: z.optional(z.string()),
  districtName: z.optional(z.string()),
  departmentId: z.optional(z.string()),
  departmentName: z.optional(z.string()),
  employerId: z.optional(z.string()),
  employerName: z.optional(z.string()),
});

/** Somebody of the talent's family who may be a beneficiary. */
export const familyMemberSchema = z.object({
  id: z.string(),
  relation: z.enum(["spouse", "child"]),
  maskedName: z.string(),
  age: z.optional(z.number()),
});

/** What a talent sees of their own record. */
export const ownTalentSchema = z.object({
  id: idSchema,
  maskedName: z.string(),
  category: categorySchema,
  recognition: recognitionSchema,
  employerName: z.string(),
  districtCode: z.string(),
  districtName: z.string(),
  codeString: z.string(),
  cycle: z.object({ startsOn: onSchema, endsOn: onSchema, daysLeft: z.number() }),
  phoneMasked: z.string(),
  family: z.array(familyMemberSchema),
});

export const meSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  roles: z.array(roleGrantSchema),
  talent: z.nullable(ownTalentSchema),
  preferences: preferencesSchema,
  unreadNotices: z.number(),
});
export type Me = z.output<typeof meSchema>;

export const sessionSchema = z.object({
  token: z.string(),
  refreshToken: z.string(),
  expiresInSeconds: z.number(),
  me: meSchema,
});
export type Session = z.output<typeof sessionSchema>;

export const createSessionBody = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(128)) });
export const refreshSessionBody = z.strictObject({
  refreshToken: z.string().check(z.minLength(20), z.maxLength(200)),
});
export const endSessionBody = refreshSessionBody;

export const updatePreferencesBody = z.strictObject({
  language: z.optional(z.enum(LANGUAGES)),
  textSize: z.optional(z.enum(TEXT_SIZES)),
});

/** Binds a signed-in account to its talent record: both numbers must match the record. */
export const linkTalentBody = z.strictObject({
  idNumber: z.string().check(z.trim(), z.regex(/^[0-9A-Za-z]{6,20}$/)),
  codeString: z.string().check(z.trim(), z.minLength(8), z.maxLength(32)),
});

/** A line of "谁看过我的信息". */
export const accessEntrySchema = z.object({
  id: idSchema,
  at: atSchema,
  who: z.string(),
  office: z.string(),
  what: z.enum([
    "talentRecord",
    "request",
    "material",
    "phone",
    "idNumber",
    "codeScan",
    "codeScanOffline",
    "codeRefused",
    "complaint",
    "cycle",
  ]),
  subject: z.optional(z.string()),
});

/** A sign-in of a browser that waits for the confirmation of a signed-in mini-program. */
export const browserSignInSchema = z.object({
  id: z.string(),
  secret: z.string(),
  qrText: z.string(),
  expiresAt: atSchema,
});
export const approveBrowserSignInBody = z.strictObject({
  qrText: z.string().check(z.minLength(10), z.maxLength(120)),
});
export const claimBrowserSignInBody = z.strictObject({
  secret: z.string().check(z.minLength(20), z.maxLength(120)),
});
export const claimedBrowserSignInSchema = z.object({
  state: z.enum(["waiting", "approved"]),
  session: z.optional(sessionSchema),
});

/** What staff see of a talent; numbers are masked by role. */
export const talentRecordSchema = z.object({
  id: idSchema,
  maskedName: z.string(),
  category: categorySchema,
  recognition: recognitionSchema,
  score: z.optional(z.number()),
  employerName: z.string(),
  districtCode: z.string(),
  districtName: z.string(),
  codeString: z.string(),
  idNumberMasked: z.string(),
  phoneMasked: z.string(),
  cycle: z.object({ startsOn: onSchema, endsOn: onSchema, daysLeft: z.number() }),
});
export const revealBody = z.strictObject({ field: z.enum(["phone", "idNumber"]), reason: writtenText(100) });
export const revealedSchema = z.object({ value: z.string() });
