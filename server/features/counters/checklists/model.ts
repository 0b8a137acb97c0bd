import { Schema, model } from "mongoose";
import { CHECKLIST_KINDS, type CheckResult, type ChecklistKind } from "@talent/shared/domain/checklists";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { Aggregate } from "../../../platform/database/aggregate";

export interface CheckedPoint {
  key: string;
  label: Bilingual;
  result?: CheckResult | undefined;
  note?: string | undefined;
  at?: Date | undefined;
  byId?: string | undefined;
  byName?: string | undefined;
}

/** Opening or closing duties of one window on one day (§6.4.1, §6.4.8). It keeps the points of its day. */
export interface ChecklistDocument extends Aggregate {
  status: "open" | "signed";
  hallId: string;
  windowId: string;
  windowNumber: number;
  kind: ChecklistKind;
  on: string;
  points: CheckedPoint[];
  faults: number;
  signed?: { byId: string; byName: string; at: Date } | undefined;
}

const Mixed = Schema.Types.Mixed as never;

const checklistSchema = new Schema<ChecklistDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, required: true },
    hallId: { type: String, required: true },
    windowId: { type: String, required: true },
    windowNumber: Number,
    kind: { type: String, enum: CHECKLIST_KINDS, required: true },
    on: { type: String, required: true },
    points: Mixed,
    faults: { type: Number, required: true },
    signed: Mixed,
    commands: Mixed,
    outbox: Mixed,
  },
  { collection: "checklists", versionKey: false, autoIndex: false },
);
checklistSchema.index({ windowId: 1, on: 1, kind: 1 }, { unique: true });
checklistSchema.index({ hallId: 1, _id: -1 });
checklistSchema.index({ hallId: 1, _id: -1, faults: 1 }, { partialFilterExpression: { faults: { $gt: 0 } } });

export const ChecklistModel = model<ChecklistDocument>("Checklist", checklistSchema);
