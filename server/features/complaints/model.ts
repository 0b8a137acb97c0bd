import { Schema, model } from "mongoose";
import type { Aggregate } from "../../platform/database/aggregate";
import { OUTBOX_INDEX } from "../../platform/database/outbox";

/** A complaint or suggestion 投诉建议. */
export interface ComplaintDocument extends Aggregate {
  number: string;
  kind: "complaint" | "suggestion";
  status: "open" | "answered";
  text: string;
  /** The page from which it was written. */
  page?: string | undefined;
  requestId?: string | undefined;
  fromAccountId: string;
  fromName: string;
  createdAt: Date;
  answer?: string | undefined;
  answeredAt?: Date | undefined;
  answeredByName?: string | undefined;
  /** Account and idempotency key of the call that made it. */
  createKey?: string | undefined;
  createDigest?: string | undefined;
}

const text = { type: String, required: true } as const;
const list = { type: Schema.Types.Mixed, default: [] } as const;

const schema = new Schema<ComplaintDocument>(
  {
    version: { type: Number, required: true },
    number: text,
    kind: text,
    status: text,
    text,
    page: String,
    requestId: String,
    fromAccountId: text,
    fromName: { type: String, default: "" },
    createdAt: { type: Date, required: true },
    answer: String,
    answeredAt: Date,
    answeredByName: String,
    createKey: String,
    createDigest: String,
    commands: list,
    outbox: list,
    outboxPending: Boolean,
  },
  { collection: "complaints", versionKey: false },
);
schema.index({ number: 1 }, { unique: true });
schema.index({ fromAccountId: 1, _id: -1 });
schema.index({ createKey: 1 }, { unique: true, partialFilterExpression: { createKey: { $type: "string" } } });
schema.index(...OUTBOX_INDEX);

export const ComplaintModel = model<ComplaintDocument>("Complaint", schema);
