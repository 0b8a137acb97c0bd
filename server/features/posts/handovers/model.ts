import { Schema, model } from "mongoose";
import { HANDOVER_KINDS, type HandoverKind } from "@talent/shared/domain/posts";
import type { Aggregate } from "../../../platform/database/aggregate";
import { OUTBOX_INDEX } from "../../../platform/database/outbox";
import type { PostHolder } from "../model";

export interface HandoverPerson extends PostHolder {
  acknowledgedAt?: Date | undefined;
}

/** A handover 交接: why, when and between whom the open cases of a post changed hands. The cases name it. */
export interface HandoverDocument extends Aggregate {
  status: "moving" | "done";
  kind: HandoverKind;
  postId: string;
  postName: string;
  departmentId: string;
  departmentName: string;
  from: HandoverPerson;
  to: HandoverPerson;
  onDay: string;
  /** Last day of a standing in. */
  untilOn?: string | undefined;
  at: Date;
  /** Cases moved; known once it is done. */
  cases: number;
}

const text = { type: String, required: true } as const;
const Mixed = Schema.Types.Mixed as never;

const schema = new Schema<HandoverDocument>(
  {
    version: { type: Number, required: true },
    status: text,
    kind: { type: String, enum: HANDOVER_KINDS, required: true },
    postId: text,
    postName: text,
    departmentId: text,
    departmentName: text,
    from: Mixed,
    to: Mixed,
    onDay: text,
    untilOn: String,
    at: { type: Date, required: true },
    cases: { type: Number, required: true },
    commands: Mixed,
    outbox: Mixed,
    outboxPending: Boolean,
  },
  { collection: "handovers", versionKey: false, autoIndex: false },
);
schema.index({ departmentId: 1, _id: -1 });
schema.index({ postId: 1, _id: -1 });
schema.index(...OUTBOX_INDEX);

export const HandoverModel = model<HandoverDocument>("Handover", schema);
