import { Schema, model, type Types } from "mongoose";
import { SERVICE_LEVELS, type ServiceLevel } from "@talent/shared/domain/talents";

/** A service handling department 服务办理机构. */
export interface DepartmentDocument {
  _id: Types.ObjectId;
  name: string;
  level: ServiceLevel;
  /** Absent for municipal departments. */
  districtCode?: string | undefined;
  /** Published office telephone. */
  phone: string;
}

/** Who holds a post. */
export interface PostHolder {
  letter: "A" | "B";
  accountId: string;
  /** Full name; talents see it masked. */
  name: string;
}

/** A post 岗位 that requests are dispatched to. */
export interface PostDocument {
  _id: Types.ObjectId;
  name: string;
  departmentId: string;
  departmentName: string;
  level: ServiceLevel;
  districtCode?: string | undefined;
  phone: string;
  /** Codes of the items that the post handles. */
  itemCodes: string[];
  holders: PostHolder[];
}

const departmentSchema = new Schema<DepartmentDocument>(
  {
    name: { type: String, required: true },
    level: { type: String, enum: SERVICE_LEVELS, required: true },
    districtCode: String,
    phone: { type: String, required: true },
  },
  { collection: "departments", versionKey: false, autoIndex: false },
);

const postSchema = new Schema<PostDocument>(
  {
    name: { type: String, required: true },
    departmentId: { type: String, required: true },
    departmentName: { type: String, required: true },
    level: { type: String, enum: SERVICE_LEVELS, required: true },
    districtCode: String,
    phone: { type: String, required: true },
    itemCodes: [String],
    holders: [{ _id: false, letter: { type: String, enum: ["A", "B"] }, accountId: String, name: String }],
  },
  { collection: "posts", versionKey: false, autoIndex: false },
);
postSchema.index({ departmentId: 1 });

export const DepartmentModel = model<DepartmentDocument>("Department", departmentSchema);
export const PostModel = model<PostDocument>("Post", postSchema);
