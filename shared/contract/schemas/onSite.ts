import * as z from "zod/mini";
import { PAPER_FORMS } from "../../domain/caseWork";
import { atSchema, idSchema } from "./primitives";
import { beneficiaryInput, consentsInput, detailsInput, pointsInput } from "./form";

export const paperMaterialSchema = z.strictObject({
  materialKey: z.string().check(z.minLength(1), z.maxLength(40)),
  seen: z.enum(PAPER_FORMS),
});

const paperFields = {
  beneficiary: z.optional(beneficiaryInput),
  points: z.optional(pointsInput),
  details: z.optional(detailsInput),
  /** Signed on paper by the talent. */
  consentsOnPaper: z.optional(consentsInput),
  /** The whole list of what was seen; what is not on it is not there. */
  paperMaterials: z.optional(z.array(paperMaterialSchema).check(z.maxLength(30))),
};

/**
 * On-site intake 现场受理 (DB50/T 1733 §6.2.1): the talent is whoever was scanned. `submit: false` begins a draft, to
 * take photographs of the papers first; `accept` accepts it in the same act.
 */
export const createOnSiteBody = z.strictObject({
  scanId: idSchema,
  itemId: idSchema,
  /** The queue ticket that was called. */
  ticketId: z.optional(idSchema),
  submit: z._default(z.boolean(), true),
  accept: z._default(z.boolean(), false),
  ...paperFields,
});
export const takeInBody = z.strictObject({ accept: z._default(z.boolean(), false), ...paperFields });

/** Who took a request in at the window, and what was on paper. */
export const intakeSchema = z.object({
  by: z.string(),
  office: z.string(),
  at: atSchema,
  consentsOnPaper: consentsInput,
});
