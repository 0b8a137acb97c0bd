import * as z from "zod/mini";
import { BENEFICIARIES } from "../../domain/talents";
import { BOUNDS } from "../../domain/limits";
import { onSchema, writtenText } from "./primitives";

/** For whom a service is asked. A child under 14 needs the guardian's consent. */
export const beneficiaryInput = z.strictObject({
  kind: z.enum(BENEFICIARIES),
  /** One of the talent's family on record: name and birthday are taken from there. */
  memberId: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  name: z.optional(writtenText(40)),
  bornOn: z.optional(onSchema),
});

export const pointsInput = z.array(writtenText(BOUNDS.points.length)).check(z.maxLength(BOUNDS.points.max));
export const detailsInput = z.record(
  z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/)),
  z.string().check(z.maxLength(500)),
);

/** Consents given in the form, per purpose: sensitive data each on its own (个人信息保护法 第二十九条). */
export const consentsInput = z.strictObject({
  processing: z.optional(z.boolean()),
  health: z.optional(z.boolean()),
  guardian: z.optional(z.boolean()),
});
