import { Schema, model } from "mongoose";
import { OUTBOX_INDEX } from "../../platform/database/outbox";
import type { CycleDocument } from "./document";

const text = { type: String, required: true } as const;
const date = { type: Date, required: true } as const;
const list = { type: Schema.Types.Mixed, default: [] } as const;
const parts = Schema.Types.Mixed;

const schema = new Schema<CycleDocument>(
  {
    version: { type: Number, required: true },
    status: text,
    talentId: text,
    maskedName: text,
    category: text,
    districtCode: text,
    employerId: String,
    employerName: text,
    startsOn: text,
    endsOn: text,
    open: { type: Boolean, required: true },
    files: list,
    draft: parts,
    evaluation: parts,
    lateRequest: parts,
    statement: parts,
    verification: list,
    decisions: list,
    appeals: list,
    nextId: String,
    nextStageAt: Date,
    timeline: list,
    createdAt: date,
    updatedAt: date,
    commands: list,
    outbox: list,
    outboxPending: Boolean,
  },
  { collection: "serviceCycles", versionKey: false },
);
schema.index({ talentId: 1, startsOn: -1 }, { unique: true });
schema.index({ talentId: 1 }, { unique: true, partialFilterExpression: { open: true } });
schema.index({ open: 1, endsOn: 1, _id: 1 });
schema.index({ status: 1, endsOn: 1, _id: 1 });
schema.index({ districtCode: 1, open: 1, endsOn: 1, _id: 1 });
schema.index({ districtCode: 1, status: 1, endsOn: 1, _id: 1 });
schema.index({ employerId: 1, open: 1, endsOn: 1, _id: 1 });
schema.index({ employerId: 1, status: 1, endsOn: 1, _id: 1 });
schema.index({ nextStageAt: 1, _id: 1 }, { partialFilterExpression: { nextStageAt: { $type: "date" } } });
schema.index({ "files.fileId": 1 }, { partialFilterExpression: { "files.fileId": { $type: "string" } } });
schema.index(...OUTBOX_INDEX);

export const CycleModel = model<CycleDocument>("ServiceCycle", schema);
