import * as z from "zod/mini";
import {
  fieldSpecSchema,
  ITEM_GROUPS,
  ITEM_ICONS,
  materialSpecSchema,
} from "@talent/shared/contract/schemas/catalogue";
import {
  bilingualSchema,
  categorySchema,
  districtCodeSchema,
} from "@talent/shared/contract/schemas/primitives";
import { BENEFICIARIES, SERVICE_LEVELS } from "@talent/shared/domain/talents";

/** A date, or `start+60d`: so many days after the data are first loaded. */
const firstDaySchema = z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2}|start\+\d+d)$/));

const itemVersionShape = {
  name: bilingualSchema,
  summary: bilingualSchema,
  group: z.enum(ITEM_GROUPS),
  icon: z.enum(ITEM_ICONS),
  limitDays: z.number(),
  feeFen: z.number(),
  feeBasis: z.optional(bilingualSchema),
  levels: z.array(z.enum(SERVICE_LEVELS)),
  categories: z.array(categorySchema),
  beneficiaries: z.array(z.enum(BENEFICIARIES)),
  channels: z.array(z.enum(["online", "onSite"])),
  sensitive: z.optional(z.enum(["health", "minor"])),
  conditions: z.array(bilingualSchema),
  steps: z.array(z.strictObject({ title: bilingualSchema, hint: z.optional(bilingualSchema) })),
  materials: z.array(materialSpecSchema),
  fields: z.array(fieldSpecSchema),
  basis: z.array(bilingualSchema),
  /** Acceptance sends it on by the routing rules. */
  dispatch: z.optional(z.literal("automatic")),
};
const versionHead = { version: z.number(), effectiveFromOn: firstDaySchema };
const wholeVersionSchema = z.strictObject({ ...versionHead, ...itemVersionShape });
const changedVersionSchema = z.strictObject({
  ...versionHead,
  ...z.partial(z.strictObject(itemVersionShape)).shape,
});

/** A service item: its first version whole, later ones as what they change. */
export const itemFileSchema = z.strictObject({
  code: z.string().check(z.regex(/^[a-z][a-z-]{1,39}$/)),
  sample: z.boolean(),
  versions: z.tuple([wholeVersionSchema], changedVersionSchema),
});

/** Whole content of one version, its first day resolved to a date. */
export type ItemVersionData = z.output<typeof wholeVersionSchema>;

const postFileSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  holder: z.string(),
  /** The sandbox persona that holds the post. */
  persona: z.optional(z.string()),
  /** Who stands in (DB50/T 1733 §6.6.2 b). */
  holderB: z.string(),
  /** Numbers of the accounts of both, where an operator loads a real office. */
  account: z.optional(z.string()),
  accountB: z.optional(z.string()),
  personaB: z.optional(z.string()),
  phone: z.string(),
  itemCodes: z.array(z.string()).check(z.minLength(1)),
  /** Takes what no other post of its level takes. */
  default: z.optional(z.boolean()),
});

export const departmentsFileSchema = z.strictObject({
  note: z.string(),
  departments: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      level: z.enum(SERVICE_LEVELS),
      districtCode: z.optional(districtCodeSchema),
      posts: z.array(postFileSchema).check(z.minLength(1)),
    }),
  ),
  districtCentre: z.strictObject({
    note: z.string(),
    nameSuffix: z.string(),
    postName: z.string(),
    itemCodes: z.array(z.string()),
  }),
});

export const employersFileSchema = z.strictObject({
  note: z.string(),
  employers: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      districtCode: districtCodeSchema,
      kind: z.string(),
    }),
  ),
});

export const namesFileSchema = z.strictObject({
  note: z.string(),
  surnames: z.array(z.string()),
  given: z.array(z.string()),
});
