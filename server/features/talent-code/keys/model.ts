import { Schema, model } from "mongoose";

/** An Ed25519 key that signs tokens, or has signed some that may still be shown or handed in. */
export interface SigningKey {
  /** The key id in the tokens, 0–255, used in turn. */
  _id: number;
  /** base64url, 32 bytes. */
  publicKey: string;
  /** PKCS #8 in base64, sealed. */
  privateKey: string;
  signsFrom: Date;
  /** Absent for the one that signs now. */
  signedUntil?: Date | undefined;
  /** Account and idempotency key of the call that asked for it. */
  callKey?: string | undefined;
}

/**
 * The two secrets of a day: one reads what is sealed in its tokens, one ties its code strings to people. Once they are
 * removed nobody can tie what was shown on that day to anybody.
 */
export interface DayKeys {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  _id: string;
  /** base64 of 32 bytes, sealed. */
  readingKey: string;
  linkingKey: string;
}

const text = { type: String, required: true } as const;

const signingKeySchema = new Schema<SigningKey>(
  {
    _id: { type: Number, required: true },
    publicKey: text,
    privateKey: text,
    signsFrom: { type: Date, required: true },
    signedUntil: Date,
    callKey: String,
  },
  { collection: "codeSigningKeys", versionKey: false, autoIndex: false },
);

const dayKeysSchema = new Schema<DayKeys>(
  { _id: text, readingKey: text, linkingKey: text },
  { collection: "codeDayKeys", versionKey: false, autoIndex: false },
);

export const SigningKeyModel = model<SigningKey>("CodeSigningKey", signingKeySchema);
export const DayKeysModel = model<DayKeys>("CodeDayKeys", dayKeysSchema);
