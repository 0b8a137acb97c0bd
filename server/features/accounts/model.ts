import { Schema, model, type Types } from "mongoose";
import type { Role } from "@talent/shared/domain/roles";
import type { Act } from "../audit/index";
import { LANGUAGES, TEXT_SIZES, type Language, type TextSize } from "@talent/shared/domain/preferences";

/** A role with its scope, and the names of the scope as people read them. */
export interface AccountGrant {
  role: Role;
  districtCode?: string | undefined;
  districtName?: string | undefined;
  departmentId?: string | undefined;
  departmentName?: string | undefined;
  employerId?: string | undefined;
  employerName?: string | undefined;
}

/** Somebody who signs in with WeChat. */
export interface Account {
  _id: Types.ObjectId;
  openid: string;
  /** Full name of staff, masked name of a talent, empty for somebody not yet known. */
  name: string;
  /** Office of staff as talents read it; empty for everybody else. */
  office: string;
  grants: AccountGrant[];
  /** The talent record bound to this account; at most one account per record. */
  talentId?: string | undefined;
  preferences: { language: Language; textSize: TextSize };
  disabled: boolean;
  createdAt: Date;
  /** Acts on this account that are not in the audit log yet. */
  unaudited?: Act[] | undefined;
  /** There are such acts; a partial index finds them. */
  actsPending?: boolean | undefined;
}

const grantSchema = new Schema<AccountGrant>(
  {
    role: { type: String, required: true },
    districtCode: String,
    districtName: String,
    departmentId: String,
    departmentName: String,
    employerId: String,
    employerName: String,
  },
  { _id: false },
);

const accountSchema = new Schema<Account>(
  {
    openid: { type: String, required: true },
    name: { type: String, default: "" },
    office: { type: String, default: "" },
    grants: { type: [grantSchema], default: [] },
    talentId: String,
    preferences: {
      language: { type: String, enum: LANGUAGES, default: LANGUAGES[0] },
      textSize: { type: String, enum: TEXT_SIZES, default: TEXT_SIZES[0] },
    },
    disabled: { type: Boolean, default: false },
    createdAt: { type: Date, required: true },
    unaudited: { type: Schema.Types.Mixed },
    actsPending: Boolean,
  },
  { collection: "accounts", versionKey: false },
);
accountSchema.index({ openid: 1 }, { unique: true });
accountSchema.index({ "grants.role": 1, _id: 1 });
accountSchema.index({ actsPending: 1 }, { partialFilterExpression: { actsPending: true } });
accountSchema.index(
  { talentId: 1 },
  { unique: true, partialFilterExpression: { talentId: { $type: "string" } } },
);

export const AccountModel = model<Account>("Account", accountSchema);
