import { Schema, model, type QueryFilter } from "mongoose";
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
  /** Losses of a phone before it was issued. */
  generation: number;
  /** The phone that shows it is lost. */
  lost?: boolean | undefined;
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
    lost: Boolean,
    expiresAt: { type: Date, required: true },
  },
  { collection: "codeDayCodes", versionKey: false, autoIndex: false },
);
schema.index({ talentId: 1, generation: 1 });
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
  // Straight from the driver: every verification waits for this one read.
  return DayCodeModel.collection.findOne<DayCode>({ _id: blindId(keyring, on, pseudonym) as never });
}

/** Codes of a talent from before this generation. */
export function codesBefore(talentId: string, generation: number): QueryFilter<DayCode> {
  return { talentId, generation: { $lt: generation } };
}

/** From now on the codes of a lost phone are known as such. Doing it again changes nothing. */
export async function markLost(talentId: string, generation: number): Promise<void> {
  await DayCodeModel.updateMany(codesBefore(talentId, generation), { $set: { lost: true } }).exec();
}
