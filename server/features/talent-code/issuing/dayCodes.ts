import { Schema, model } from "mongoose";
import { dayNumber } from "@talent/shared/calendar/dates";
import { DAY_KEYS_KEPT_DAYS } from "@talent/shared/domain/talentCode/rules";
import { toBase64url } from "@talent/shared/domain/talentCode/bytes";
import type { Keyring } from "../../../platform/crypto/keyring";

/** Who a pseudonym of a day stands for. Found by a keyed hash, so the rows alone tie no code string to anybody. */
export interface DayCode {
  /** Blind index of day and pseudonym. */
  _id: string;
  talentId: string;
  on: string;
  /** Losses of a phone before it was issued: an older one than the talent's present generation is lost. */
  generation: number;
  expiresAt: Date;
}

const DAY_MS = 86_400_000;
const BLIND_FIELD = "codeDayCodes.pseudonym";

const schema = new Schema<DayCode>(
  {
    _id: { type: String, required: true },
    talentId: { type: String, required: true },
    on: { type: String, required: true },
    generation: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: "codeDayCodes", versionKey: false, autoIndex: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const DayCodeModel = model<DayCode>("CodeDayCode", schema);

function blindId(keyring: Keyring, on: string, pseudonym: Uint8Array): string {
  return keyring.blindIndex(BLIND_FIELD, `${on}:${toBase64url(pseudonym)}`);
}

/** Makes a pseudonym findable, for as long as its tokens may be handed in. Doing it again changes nothing. */
export async function rememberDayCode(
  keyring: Keyring,
  pseudonym: Uint8Array,
  { talentId, on, generation }: Pick<DayCode, "talentId" | "on" | "generation">,
): Promise<void> {
  const expiresAt = new Date((dayNumber(on) + DAY_KEYS_KEPT_DAYS + 2) * DAY_MS);
  await DayCodeModel.updateOne(
    { _id: blindId(keyring, on, pseudonym) },
    { $setOnInsert: { talentId, on, generation, expiresAt } },
    { upsert: true },
  ).exec();
}

/** Whom a pseudonym of this day stands for, or null. */
export async function findDayCode(
  keyring: Keyring,
  on: string,
  pseudonym: Uint8Array,
): Promise<DayCode | null> {
  return DayCodeModel.findById(blindId(keyring, on, pseudonym))
    .lean<DayCode>()
    .exec();
}
