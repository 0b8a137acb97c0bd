import { Schema, model } from "mongoose";
import { REQUEST_STATUSES } from "@talent/shared/domain/requestStatus";
import { OUTBOX_INDEX } from "../../platform/database/outbox";
import type { RequestDocument } from "./document";
import { LANE_KEYS } from "./rules/lanes";

const Mixed = Schema.Types.Mixed as never;

/**
 * Requests are built by pure functions and written whole or by one conditional write, never by `save()`, so the schema
 * names the fields for reading and leaves the form of nested values to `RequestDocument`.
 */
const requestSchema = new Schema<RequestDocument>(
  {
    number: { type: String, required: true },
    version: { type: Number, required: true },
    status: { type: String, enum: REQUEST_STATUSES, required: true },
    statusBeforeSupplement: String,
    item: Mixed,
    talentId: { type: String, required: true },
    requesterAccountId: String,
    applicant: Mixed,
    beneficiary: Mixed,
    points: Mixed,
    details: Mixed,
    consents: Mixed,
    files: Mixed,
    supplements: Mixed,
    clock: Mixed,
    scope: Mixed,
    laneKey: { type: String, enum: LANE_KEYS, required: true },
    laneAt: Date,
    warnAt: Date,
    signBy: Date,
    returnBy: Date,
    nextClockAt: Date,
    told: Mixed,
    postId: String,
    departmentId: String,
    holder: Mixed,
    handoverIds: Mixed,
    notRoutedWhy: String,
    specialist: Mixed,
    source: String,
    createdBy: String,
    createKey: String,
    createDigest: String,
    timeline: Mixed,
    reason: String,
    responsible: String,
    rating: Mixed,
    reopenings: Number,
    extension: Mixed,
    urges: Mixed,
    supervisions: Mixed,
    consultations: Mixed,
    subtasks: Mixed,
    transfer: Mixed,
    intake: Mixed,
    returns: Number,
    solved: Boolean,
    waiting: Mixed,
    urgeFrom: Date,
    commands: Mixed,
    outbox: Mixed,
    outboxPending: Boolean,
    createdAt: Date,
    submittedAt: Date,
    completedAt: Date,
    updatedAt: Date,
  },
  { collection: "requests", versionKey: false, autoIndex: false, minimize: false },
);

requestSchema.index({ number: 1 }, { unique: true });
requestSchema.index(
  { createdBy: 1, createKey: 1 },
  { unique: true, partialFilterExpression: { createKey: { $exists: true } } },
);
requestSchema.index({ talentId: 1, _id: 1 });
for (const scope of ["scope.level", "scope.district", "scope.department"]) {
  requestSchema.index(
    { [scope]: 1, laneKey: 1, laneAt: 1, _id: 1 },
    { partialFilterExpression: { [scope]: { $exists: true } } },
  );
  requestSchema.index(
    { [scope]: 1, laneKey: 1, warnAt: 1, _id: 1 },
    { partialFilterExpression: { [scope]: { $exists: true }, laneKey: "active" } },
  );
}
requestSchema.index(
  { postId: 1, laneKey: 1, "holder.accountId": 1 },
  { partialFilterExpression: { postId: { $exists: true } } },
);
requestSchema.index(
  { handoverIds: 1, _id: 1 },
  { partialFilterExpression: { handoverIds: { $exists: true } } },
);
requestSchema.index(
  { nextClockAt: 1, _id: 1 },
  { partialFilterExpression: { nextClockAt: { $exists: true } } },
);
requestSchema.index(
  { waiting: 1, laneAt: 1, _id: 1 },
  { partialFilterExpression: { waiting: { $exists: true } } },
);
requestSchema.index(...OUTBOX_INDEX);

requestSchema.index({ "files.fileId": 1 });

export const RequestModel = model<RequestDocument>("Request", requestSchema);
