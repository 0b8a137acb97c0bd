import { randomBytes } from "node:crypto";
import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import { DAY_KEYS_KEPT_DAYS } from "@talent/shared/domain/talentCode/rules";
import type { Keyring } from "../../../platform/crypto/keyring";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { DayKeysModel, type DayKeys } from "./model";

const SEALED_DAY_KEY = "codeDayKeys.key";
const KEY_BYTES = 32;

export interface OpenDayKeys {
  readingKey: Buffer;
  linkingKey: Buffer;
}

export function openDayKeys(keyring: Keyring, keys: DayKeys): OpenDayKeys {
  const open = (sealed: string) => Buffer.from(keyring.open(SEALED_DAY_KEY, sealed), "base64");
  return { readingKey: open(keys.readingKey), linkingKey: open(keys.linkingKey) };
}

function newDayKeys(keyring: Keyring): Omit<DayKeys, "_id"> {
  const sealed = () => keyring.seal(SEALED_DAY_KEY, randomBytes(KEY_BYTES).toString("base64"));
  return { readingKey: sealed(), linkingKey: sealed() };
}

export async function findDayKeys(on: string): Promise<DayKeys | null> {
  return DayKeysModel.findById(on).lean<DayKeys>().exec();
}

/** The keys of a day, made on first use: whichever process is first, all get the same. */
export async function ensureDayKeys(keyring: Keyring, on: string): Promise<DayKeys> {
  const known = await findDayKeys(on);
  if (known !== null) return known;
  try {
    await DayKeysModel.create({ _id: on, ...newDayKeys(keyring) });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const made = await findDayKeys(on);
  if (made === null) throw new Error(`the keys of ${on} vanished`);
  return made;
}

/** Removes the keys of days of which no token is handed in any more. */
export async function dropOldDayKeys(now: Date): Promise<void> {
  await DayKeysModel.deleteMany({ _id: { $lt: addDays(dateInShanghai(now), -DAY_KEYS_KEPT_DAYS) } });
}
