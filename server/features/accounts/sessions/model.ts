import { Schema, model } from "mongoose";

/** One sign-in and the chain of refresh tokens that came of it. */
export interface SessionFamily {
  _id: string;
  accountId: string;
  client: "miniProgram" | "browser";
  /** SHA-256 of the refresh token that is good now. */
  currentHash: string;
  /** The one before it, accepted again for a few seconds. */
  previousHash?: string | undefined;
  rotatedAt: Date;
  createdAt: Date;
  /** The database removes the family after this instant. */
  expiresAt: Date;
  endedAt?: Date | undefined;
  endReason?: "signedOut" | "reused" | "disabled" | undefined;
}

const schema = new Schema<SessionFamily>(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    client: { type: String, required: true },
    currentHash: { type: String, required: true },
    previousHash: String,
    rotatedAt: { type: Date, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    endedAt: Date,
    endReason: String,
  },
  { collection: "sessions", versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
schema.index({ accountId: 1 });
schema.index({ endedAt: 1 }, { partialFilterExpression: { endedAt: { $exists: true } } });

export const SessionModel = model<SessionFamily>("Session", schema);
