import { Schema, model, type Types } from "mongoose";

/** What an act did to an account. */
export type AccountActType = "roleGranted" | "roleWithdrawn" | "accountDisabled" | "accountEnabled";

/** An act as whoever did it leaves it behind. */
export interface Act {
  /** Unique: an act is entered once, however often it is handed over. */
  actId: string;
  at: Date;
  act: AccountActType;
  /** Empty = the operator at the command line. */
  actorId: string;
  who: string;
  office: string;
  /** Whose account. */
  subjectId: string;
  subject: string;
  detail: string;
}

/** A line of the audit log. Rows are only ever added; each carries the hash of the one before. */
export interface AuditEntry extends Act {
  _id: Types.ObjectId;
  /** From 1, without gaps. */
  sequence: number;
  previousHash: string;
  hash: string;
}

const text = { type: String, default: "" } as const;
const needed = { type: String, required: true } as const;

const schema = new Schema<AuditEntry>(
  {
    actId: needed,
    sequence: { type: Number, required: true },
    at: { type: Date, required: true },
    act: needed,
    actorId: text,
    who: text,
    office: text,
    subjectId: text,
    subject: text,
    detail: text,
    previousHash: text,
    hash: needed,
  },
  { collection: "auditEntries", versionKey: false },
);
schema.index({ sequence: -1 }, { unique: true });
schema.index({ actId: 1 }, { unique: true });

export const AuditEntryModel = model<AuditEntry>("AuditEntry", schema);
