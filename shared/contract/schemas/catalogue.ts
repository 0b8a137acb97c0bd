import * as z from "zod/mini";
import { ROUTE_REASONS } from "../../domain/posts";
import { BENEFICIARIES, SERVICE_LEVELS } from "../../domain/talents";
import { NOT_ENTITLED_REASONS } from "../../domain/entitlement";
import { bilingualSchema, categorySchema, idSchema, onSchema } from "./primitives";

export const ITEM_GROUPS = ["family", "career", "health", "home", "venture"] as const;
export const ITEM_ICONS = [
  "school",
  "heart",
  "idCard",
  "medal",
  "briefcase",
  "rocket",
  "coins",
  "flask",
  "house",
  "passport",
  "shield",
  "building",
  "parcel",
  "stethoscope",
  "car",
] as const;

/** A material 材料 that an item asks for. */
export const materialSpecSchema = z.object({
  key: z.string(),
  name: bilingualSchema,
  hint: z.optional(bilingualSchema),
  required: z.boolean(),
  /** Shows somebody's identity: watermarked whenever it is viewed. */
  identity: z.boolean(),
  /** Asked only for these beneficiaries; absent = always. */
  beneficiaries: z.optional(z.array(z.enum(BENEFICIARIES))),
});
export type MaterialSpec = z.output<typeof materialSpecSchema>;

/** A question of an item's form. */
export const fieldSpecSchema = z.object({
  key: z.string(),
  kind: z.enum(["text", "longText", "number", "date", "choice", "district"]),
  label: bilingualSchema,
  hint: z.optional(bilingualSchema),
  required: z.boolean(),
  options: z.optional(z.array(z.object({ value: z.string(), label: bilingualSchema }))),
});
export type FieldSpec = z.output<typeof fieldSpecSchema>;

export const entitlementSchema = z.object({
  entitled: z.boolean(),
  reason: z.optional(z.enum(NOT_ENTITLED_REASONS)),
});

const itemHead = {
  id: idSchema,
  code: z.string(),
  version: z.number(),
  name: bilingualSchema,
  summary: bilingualSchema,
  group: z.enum(ITEM_GROUPS),
  icon: z.enum(ITEM_ICONS),
  /** 示例: typical elsewhere, not taken from the standard or public Chongqing rules. */
  sample: z.boolean(),
  limitDays: z.number(),
  /** 0 = free 免费. */
  feeFen: z.number(),
  levels: z.array(z.enum(SERVICE_LEVELS)),
  categories: z.array(categorySchema),
  effectiveFromOn: onSchema,
  entitlement: entitlementSchema,
};

export const itemSummarySchema = z.object(itemHead);
export type ItemSummary = z.output<typeof itemSummarySchema>;

/** The service guide 服务指南 with everything the form needs. */
export const itemDetailSchema = z.object({
  ...itemHead,
  feeBasis: z.optional(bilingualSchema),
  beneficiaries: z.array(z.enum(BENEFICIARIES)),
  channels: z.array(z.enum(["online", "onSite"])),
  sensitive: z.optional(z.enum(["health", "minor"])),
  conditions: z.array(bilingualSchema),
  steps: z.array(z.object({ title: bilingualSchema, hint: z.optional(bilingualSchema) })),
  materials: z.array(materialSpecSchema),
  fields: z.array(fieldSpecSchema),
  basis: z.array(bilingualSchema),
  departmentNames: z.array(z.string()),
  canRequest: z.boolean(),
});
export type ItemDetail = z.output<typeof itemDetailSchema>;

/** A new version of an item; running requests keep theirs (§6.1.3). */
export const publishItemVersionBody = z.strictObject({
  effectiveFromOn: onSchema,
  name: bilingualSchema,
  summary: bilingualSchema,
  limitDays: z.number().check(z.int(), z.gte(1), z.lte(180)),
  levels: z.array(z.enum(SERVICE_LEVELS)).check(z.minLength(1)),
  categories: z.array(categorySchema).check(z.minLength(1)),
});

export const districtSchema = z.object({ code: z.string(), name: z.string() });

/** A post 岗位 to which a request can be dispatched, with who holds it. */
export const postSchema = z.object({
  id: idSchema,
  name: z.string(),
  departmentId: idSchema,
  departmentName: z.string(),
  districtCode: z.optional(z.string()),
  holderName: z.string(),
  /** Why it is suggested, and what its rule notes. */
  because: z.optional(z.enum(ROUTE_REASONS)),
  ruleNote: z.optional(z.string()),
  /** The first suggestion for this item and district. */
  suggested: z.boolean(),
  /** Open cases at the post. */
  openCases: z.number(),
});
export type PostChoice = z.output<typeof postSchema>;

export const postChoicesSchema = z.object({
  items: z.array(postSchema),
  /** A rule names the suggested post: another choice needs its reason. */
  overrideNeedsReason: z.boolean(),
});
