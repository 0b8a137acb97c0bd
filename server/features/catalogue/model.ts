import { Schema, model, type Types } from "mongoose";
import type { Bilingual } from "@talent/shared/contract/schemas/primitives";
import type {
  FieldSpec,
  ITEM_GROUPS,
  ITEM_ICONS,
  MaterialSpec,
} from "@talent/shared/contract/schemas/catalogue";
import type { Beneficiary, Category, ServiceLevel } from "@talent/shared/domain/talents";

/** One version of a service item 服务项目. It never changes once it is published (§6.1.3). */
export interface ItemVersion {
  version: number;
  /** First day of effect; the version before ends the day before. */
  effectiveFromOn: string;
  name: Bilingual;
  summary: Bilingual;
  limitDays: number;
  /** 0 = free. */
  feeFen: number;
  feeBasis?: Bilingual | undefined;
  levels: ServiceLevel[];
  categories: Category[];
  beneficiaries: Beneficiary[];
  channels: ("online" | "onSite")[];
  sensitive?: "health" | "minor" | undefined;
  conditions: Bilingual[];
  steps: { title: Bilingual; hint?: Bilingual | undefined }[];
  materials: MaterialSpec[];
  fields: FieldSpec[];
  basis: Bilingual[];
  /** `automatic`: acceptance sends it on to the post that the routing rules name. */
  dispatch?: "automatic" | undefined;
}

/** A service item with all its versions, oldest first. */
export interface ItemDocument {
  _id: Types.ObjectId;
  code: string;
  group: (typeof ITEM_GROUPS)[number];
  icon: (typeof ITEM_ICONS)[number];
  /** 示例: not taken from the standard or public rules. */
  sample: boolean;
  /** Place in the catalogue. */
  order: number;
  departmentNames: string[];
  versions: ItemVersion[];
}

const itemSchema = new Schema<ItemDocument>(
  {
    code: { type: String, required: true },
    group: { type: String, required: true },
    icon: { type: String, required: true },
    sample: { type: Boolean, required: true },
    order: { type: Number, required: true },
    departmentNames: [String],
    versions: { type: [Schema.Types.Mixed], required: true } as never,
  },
  { collection: "items", versionKey: false, autoIndex: false },
);
itemSchema.index({ code: 1 }, { unique: true });

export const ItemModel = model<ItemDocument>("Item", itemSchema);
