import { Schema, model } from "mongoose";
import { OUTBOX_INDEX } from "../../platform/database/outbox";
import type { ComplaintDocument } from "./document";

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const list = { type: Schema.Types.Mixed, default: [] } as const;
const parts = Schema.Types.Mixed;

const schema = new Schema<ComplaintDocument>(
  {
    version: { type: Number, required: true },
    number: text,
    kind: text,
    about: text,
    status: text,
    text,
    page: String,
    request: parts,
    fromAccountId: text,
    fromName: { type: String, default: "" },
    fromTalentId: String,
    districtCode: String,
    concernedIds: { type: [String], default: [] },
    concernedDepartmentId: String,
    round: { type: Number, default: 1 },
    acceptedBy: parts,
    investigator: parts,
    answers: list,
    clock: parts,
    told: list,
    nextClockAt: Date,
    lane: text,
    listAt: date,
    timeline: list,
    createdAt: date,
    updatedAt: date,
    commands: list,
    outbox: list,
    outboxPending: Boolean,
  },
  { collection: "complaints", versionKey: false },
);
schema.index({ number: 1 }, { unique: true });
schema.index({ fromAccountId: 1, _id: -1 });
schema.index({ lane: 1, listAt: 1, _id: 1 });
schema.index({ districtCode: 1, lane: 1, listAt: 1, _id: 1 });
schema.index({ "investigator.accountId": 1, lane: 1, listAt: 1, _id: 1 });
schema.index({ nextClockAt: 1 }, { partialFilterExpression: { nextClockAt: { $type: "date" } } });
schema.index(...OUTBOX_INDEX);

export const ComplaintModel = model<ComplaintDocument>("Complaint", schema);
