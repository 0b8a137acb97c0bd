import { Schema, model, type Types } from "mongoose";

/** The rating device of a window: a pairing code while one is open, a token once it is paired; both only hashed. */
export interface RatingDeviceDocument {
  _id: Types.ObjectId;
  windowId: string;
  hallId: string;
  codeHash?: string | undefined;
  codeExpiresAt?: Date | undefined;
  tokenHash?: string | undefined;
  pairedAt?: Date | undefined;
  /** Who gave the last code. */
  issuedBy?: string | undefined;
}

const deviceSchema = new Schema<RatingDeviceDocument>(
  {
    windowId: { type: String, required: true },
    hallId: { type: String, required: true },
    codeHash: String,
    codeExpiresAt: Date,
    tokenHash: String,
    pairedAt: Date,
    issuedBy: String,
  },
  { collection: "ratingDevices", versionKey: false, autoIndex: false },
);
deviceSchema.index({ windowId: 1 }, { unique: true });
deviceSchema.index(
  { codeHash: 1 },
  { unique: true, partialFilterExpression: { codeHash: { $exists: true } } },
);
deviceSchema.index(
  { tokenHash: 1 },
  { unique: true, partialFilterExpression: { tokenHash: { $exists: true } } },
);

export const RatingDeviceModel = model<RatingDeviceDocument>("RatingDevice", deviceSchema);
