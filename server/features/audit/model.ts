import { Schema, model, type Types } from "mongoose";
import type { ReadSubject } from "../../platform/auth/accessRecorder";

/** One reading of a talent's information. Rows are only ever added; each carries the hash of the one before. */
export interface AccessEntry {
  _id: Types.ObjectId;
  talentId: string;
  /** Position in the talent's own chain, from 1. */
  sequence: number;
  at: Date;
  readerId: string;
  who: string;
  office: string;
  what: ReadSubject;
  subject?: string | undefined;
  reason?: string | undefined;
  previousHash: string;
  hash: string;
}

const schema = new Schema<AccessEntry>(
  {
    talentId: { type: String, required: true },
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
    readerId: { type: String, required: true },
    who: { type: String, default: "" },
    office: { type: String, default: "" },
    what: { type: String, required: true },
    subject: String,
    reason: String,
    previousHash: { type: String, default: "" },
    hash: { type: String, required: true },
  },
  { collection: "accessEntries", versionKey: false },
);
schema.index({ talentId: 1, sequence: -1 }, { unique: true });

export const AccessEntryModel = model<AccessEntry>("AccessEntry", schema);
