import { Schema, model, type Types } from "mongoose";
import type { DeskNoReason } from "@talent/shared/domain/talentCode/desk";
import type { ScanPurpose, ShownBy } from "@talent/shared/domain/talentCode/rules";

/** One verification at a desk. Rows are only added and vanish by themselves after `SCANS_KEPT_DAYS`. */
export interface CodeScan {
  _id: Types.ObjectId;
  talentId: string;
  itemId?: string | undefined;
  purpose: ScanPurpose;
  shownBy: ShownBy;
  answer: "yes" | "no";
  reason?: DeskNoReason | undefined;
  readerId: string;
  who: string;
  office: string;
  desk?: string | undefined;
  at: Date;
  /** Made without network and handed in later. */
  uploadedAt?: Date | undefined;
  /** A token and what it was scanned for: accepted once. */
  useKey?: string | undefined;
  /** Account and idempotency key of the call, or id of the device for a scan made without network. */
  callKey?: string | undefined;
  callDigest?: string | undefined;
  expiresAt: Date;
}

const text = { type: String, required: true } as const;

const schema = new Schema<CodeScan>(
  {
    talentId: text,
    itemId: String,
    purpose: text,
    shownBy: text,
    answer: text,
    reason: String,
    readerId: text,
    who: { type: String, default: "" },
    office: { type: String, default: "" },
    desk: String,
    at: { type: Date, required: true },
    uploadedAt: Date,
    useKey: String,
    callKey: String,
    callDigest: String,
    expiresAt: { type: Date, required: true },
  },
  { collection: "codeScans", versionKey: false, autoIndex: false },
);
schema.index({ useKey: 1 }, { unique: true, partialFilterExpression: { useKey: { $type: "string" } } });
schema.index({ callKey: 1 }, { unique: true, partialFilterExpression: { callKey: { $type: "string" } } });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const CodeScanModel = model<CodeScan>("CodeScan", schema);
