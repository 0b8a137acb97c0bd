import { Schema, model, type Types } from "mongoose";
import type { FeatureParts } from "../../platform/platform";

/** An employer 用人单位 of talents. */
export interface EmployerDocument {
  _id: Types.ObjectId;
  /** The operator's own name for it. */
  code: string;
  name: string;
  districtCode: string;
  kind: string;
}

const schema = new Schema<EmployerDocument>(
  {
    code: { type: String, required: true },
    name: { type: String, required: true },
    districtCode: { type: String, required: true },
    kind: { type: String, required: true },
  },
  { collection: "employers", versionKey: false, autoIndex: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ name: 1 });

export const EmployerModel = model<EmployerDocument>("Employer", schema);

/** Employers by name, at most `limit`. */
export function listEmployers(limit: number): Promise<EmployerDocument[]> {
  return EmployerModel.find().sort({ name: 1 }).limit(limit).lean<EmployerDocument[]>().exec();
}

export async function employerName(id: string): Promise<string | undefined> {
  return (await EmployerModel.findById(id, { name: 1 }).lean())?.name;
}

/** Employers are data that an operator loads. */
export function createEmployers(): FeatureParts<never> {
  return { handlers: {}, models: [EmployerModel] };
}
