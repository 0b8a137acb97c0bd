import { Types } from "mongoose";
import type { QueryFilter } from "mongoose";
import { normalizeCode } from "@talent/shared/domain/codeString";
import type { Keyring } from "../../platform/crypto/keyring";
import { createShortCache } from "../../platform/database/shortCache";
import { TalentModel, type TalentDocument } from "./model";
import { presentOwnTalent } from "./presenter";
import { SEALED, idNumberIndex } from "./sealing";

export async function findTalent(id: string): Promise<TalentDocument | null> {
  return TalentModel.findById(id).lean<TalentDocument>().exec();
}

const recent = createShortCache(findTalent, { ttlMs: 3000, size: 2000 });

/** The record for deciding what a person may ask for; a change of the record shows within three seconds. */
export function applicantRecord(talentId: string): Promise<TalentDocument | null> {
  return recent.get(talentId);
}

/** The own record of a signed-in talent; null when it does not exist (any more). */
export async function ownTalent(
  talentId: string,
  now: Date,
): Promise<ReturnType<typeof presentOwnTalent> | null> {
  const talent = await findTalent(talentId);
  return talent === null ? null : presentOwnTalent(talent, now);
}

/** The record whose ID number and code string are these, with the account it is bound to. */
export async function matchTalent(
  keyring: Keyring,
  numbers: { idNumber: string; codeString: string },
): Promise<{ talentId: string; accountId: string | undefined; maskedName: string } | null> {
  const talent = await TalentModel.findOne({ idNumberIndex: idNumberIndex(keyring, numbers.idNumber) })
    .lean<TalentDocument>()
    .exec();
  if (talent === null || normalizeCode(talent.codeString) !== normalizeCode(numbers.codeString)) return null;
  return {
    talentId: talent._id.toHexString(),
    accountId: talent.accountId,
    maskedName: talent.maskedName,
  };
}

/**
 * Binds an account to a record that no other account holds.
 * @returns whether the record is this account's now
 */
export async function bindTalentAccount(talentId: string, accountId: string): Promise<boolean> {
  const free: QueryFilter<TalentDocument> = {
    _id: new Types.ObjectId(talentId),
    $or: [{ accountId: { $exists: false } }, { accountId }],
  };
  const { matchedCount } = await TalentModel.updateOne(free, { $set: { accountId } }).exec();
  recent.forget(talentId);
  return matchedCount === 1;
}

/** The record with this card number 卡号 (§5.2), however it was typed. */
export async function findByCardNumber(cardNumber: string): Promise<TalentDocument | null> {
  const code = normalizeCode(cardNumber);
  const grouped = [code.slice(0, 2), code.slice(2, 6), code.slice(6, 10), code.slice(10)].join("-");
  return TalentModel.findOne({ codeString: { $in: [code, grouped] } })
    .lean<TalentDocument>()
    .exec();
}

/** The number of a talent's identity document in full. The caller logs the reading first. */
export function openIdNumber(keyring: Keyring, talent: TalentDocument): string {
  return keyring.open(SEALED.idNumber, talent.idNumber);
}

/** A talent's telephone number in full. The caller logs the reading first. */
export function openPhone(keyring: Keyring, talent: TalentDocument): string {
  return keyring.open(SEALED.phone, talent.phone);
}
