import { Schema, model, type Types } from "mongoose";
import {
  POST_STATUSES,
  type AbsenceFacts,
  type HandoverKind,
  type PostLetter,
  type PostStatus,
} from "@talent/shared/domain/posts";
import { SERVICE_LEVELS, type ServiceLevel } from "@talent/shared/domain/talents";
import type { Aggregate } from "../../platform/database/aggregate";
import { OUTBOX_INDEX } from "../../platform/database/outbox";

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
  letter: PostLetter;
  accountId: string;
  /** Full name; talents see it masked. */
  name: string;
}

/** An absence of a holder: whole days, dates in Asia/Shanghai. */
export interface Absence extends AbsenceFacts {
  /** 24 hex digits. */
  id: string;
  accountId: string;
  reason: string;
  enteredById: string;
  enteredAt: Date;
}

/** Who has the cases of the post, as settled last. */
export interface SettledDuty extends PostHolder {
  sinceOn: string;
}

/** A change of duty whose cases are being moved. */
export interface PendingHandover {
  /** Id of the handover. */
  id: string;
  kind: HandoverKind;
  from: PostHolder;
  to: PostHolder;
  onDay: string;
  /** Last day of a standing in. */
  untilOn?: string | undefined;
  at: Date;
}

/** A post 岗位 that requests are dispatched to: one aggregate with its holders and their absences. */
export interface PostDocument extends Aggregate {
  status: PostStatus;
  name: string;
  departmentId: string;
  departmentName: string;
  level: ServiceLevel;
  districtCode?: string | undefined;
  phone: string;
  /** Codes of the items that the post handles. */
  itemCodes: string[];
  /** Takes what no rule and no other post of its level and district takes. */
  isDefault: boolean;
  holders: PostHolder[];
  absences: Absence[];
  duty?: SettledDuty | undefined;
  /** From this day on the duty has to be settled anew; absent while no change is known. */
  nextDutyOn?: string | undefined;
  pendingHandover?: PendingHandover | undefined;
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

const Mixed = Schema.Types.Mixed as never;

const postSchema = new Schema<PostDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, enum: POST_STATUSES, required: true },
    name: { type: String, required: true },
    departmentId: { type: String, required: true },
    departmentName: { type: String, required: true },
    level: { type: String, enum: SERVICE_LEVELS, required: true },
    districtCode: String,
    phone: { type: String, required: true },
    itemCodes: [String],
    isDefault: Boolean,
    holders: Mixed,
    absences: Mixed,
    duty: Mixed,
    nextDutyOn: String,
    pendingHandover: Mixed,
    commands: Mixed,
    outbox: Mixed,
    outboxPending: Boolean,
  },
  { collection: "posts", versionKey: false, autoIndex: false },
);
postSchema.index({ departmentId: 1 });
postSchema.index({ nextDutyOn: 1 }, { partialFilterExpression: { nextDutyOn: { $exists: true } } });
postSchema.index(
  { "pendingHandover.id": 1 },
  { partialFilterExpression: { "pendingHandover.id": { $exists: true } } },
);
postSchema.index(...OUTBOX_INDEX);

export const DepartmentModel = model<DepartmentDocument>("Department", departmentSchema);
export const PostModel = model<PostDocument>("Post", postSchema);
