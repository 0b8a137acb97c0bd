import { Schema, model } from "mongoose";

/** A browser that waits for the confirmation of a signed-in mini-program. */
export interface BrowserSignIn {
  _id: string;
  /** Known to the browser alone. */
  secretHash: string;
  /** Shown as a QR. */
  qrHash: string;
  accountId?: string | undefined;
  claimedAt?: Date | undefined;
  createdAt: Date;
  expiresAt: Date;
}

const schema = new Schema<BrowserSignIn>(
  {
    _id: { type: String, required: true },
    secretHash: { type: String, required: true },
    qrHash: { type: String, required: true },
    accountId: String,
    claimedAt: Date,
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: "browserSignIns", versionKey: false },
);
schema.index({ qrHash: 1 }, { unique: true });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const BrowserSignInModel = model<BrowserSignIn>("BrowserSignIn", schema);
