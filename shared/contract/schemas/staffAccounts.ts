import * as z from "zod/mini";
import { GRANTED_ROLES } from "../../domain/roles";
import { roleGrantSchema } from "./accounts";
import { atSchema, districtCodeSchema, idSchema, pageQuery, writtenText } from "./primitives";

/** A role with the scope that it is held for; which scope it needs stands in `SCOPE_OF_ROLE`. */
const grantShape = {
  role: z.enum(GRANTED_ROLES),
  districtCode: z.optional(districtCodeSchema),
  departmentId: z.optional(idSchema),
  employerId: z.optional(idSchema),
};

export const grantRoleBody = z.strictObject({
  ...grantShape,
  /** Full name and office as colleagues and talents read them; absent = as they are. */
  name: z.optional(writtenText(30)),
  office: z.optional(writtenText(60)),
});
export const withdrawRoleBody = z.strictObject(grantShape);
export const switchAccountBody = z.strictObject({ reason: writtenText(200) });

export const staffAccountSchema = z.object({
  id: idSchema,
  name: z.string(),
  office: z.string(),
  roles: z.array(roleGrantSchema),
  disabled: z.boolean(),
  /** The account of whoever asks. */
  own: z.boolean(),
});
export type StaffAccount = z.output<typeof staffAccountSchema>;

export const listAccountsQuery = z.strictObject({
  ...pageQuery,
  /** Part of a name or an office, or the whole number of an account: somebody without a role is found by it alone. */
  q: z.optional(writtenText(40)),
  role: z.optional(z.enum(GRANTED_ROLES)),
});

/** Employers 用人单位 and departments, to choose a scope from. */
export const scopesSchema = z.object({
  departments: z.array(z.object({ id: idSchema, name: z.string() })),
  employers: z.array(z.object({ id: idSchema, name: z.string() })),
});

export const ACCOUNT_ACTS = ["roleGranted", "roleWithdrawn", "accountDisabled", "accountEnabled"] as const;

/** A line of the audit log: who did what to whose account. */
export const auditEntrySchema = z.object({
  id: idSchema,
  sequence: z.number(),
  at: atSchema,
  act: z.enum(ACCOUNT_ACTS),
  who: z.string(),
  office: z.string(),
  subject: z.string(),
  detail: z.string(),
});
