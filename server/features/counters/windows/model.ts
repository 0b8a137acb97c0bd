import { Schema, model } from "mongoose";
import { WINDOW_STATUSES, type WindowStatus } from "@talent/shared/domain/queueTickets";
import type { Aggregate } from "../../../platform/database/aggregate";

/** A window 窗口 of a hall. */
export interface WindowDocument extends Aggregate {
  status: WindowStatus;
  hallId: string;
  number: number;
  /** Letters of the lines it serves. */
  letters: string[];
  /** Who sits there while it is open or paused. */
  sitting?: { accountId: string; name: string } | undefined;
  /** When it closes by itself; absent while closed. */
  closesAt?: Date | undefined;
}

const Mixed = Schema.Types.Mixed as never;

const windowSchema = new Schema<WindowDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, enum: WINDOW_STATUSES, required: true },
    hallId: { type: String, required: true },
    number: { type: Number, required: true },
    letters: [String],
    sitting: Mixed,
    closesAt: Date,
    commands: Mixed,
    outbox: Mixed,
  },
  { collection: "windows", versionKey: false, autoIndex: false },
);
windowSchema.index({ hallId: 1, number: 1 }, { unique: true });
// One person sits at one window.
windowSchema.index(
  { "sitting.accountId": 1 },
  { unique: true, partialFilterExpression: { "sitting.accountId": { $exists: true } } },
);
windowSchema.index({ closesAt: 1 }, { partialFilterExpression: { closesAt: { $exists: true } } });

export const WindowModel = model<WindowDocument>("Window", windowSchema);
