import { AppError } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";
import { activeAccount, meOf, type AccountContext } from "./context";
import { AccountModel } from "./model";
import { isDuplicateKey } from "../../platform/database/duplicateKey";

type MeHandlers = Handlers<"me.read" | "me.updatePreferences" | "me.linkTalent">;

const alreadyLinked = () => new AppError("already_linked", "this record belongs to another account");

/** Gives the account its record and the role that comes with it, unless it has another one. */
async function giveRecord(accountId: string, talentId: string, maskedName: string): Promise<void> {
  try {
    const changed = await AccountModel.updateOne(
      { _id: accountId, $or: [{ talentId: { $exists: false } }, { talentId }] },
      { $set: { talentId, name: maskedName }, $addToSet: { grants: { role: "talent" } } },
    );
    if (changed.matchedCount === 0) throw alreadyLinked();
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyLinked();
    throw error;
  }
}

export function meHandlers(context: AccountContext): MeHandlers {
  return {
    "me.read": async ({ reader, now }) => meOf(context, await activeAccount(reader.accountId), now),
    "me.updatePreferences": async ({ reader, body }) => {
      const changes = Object.fromEntries(
        Object.entries(body).flatMap(([key, value]) =>
          value === undefined ? [] : [[`preferences.${key}`, value] as const],
        ),
      );
      if (Object.keys(changes).length > 0)
        await AccountModel.updateOne({ _id: reader.accountId }, { $set: changes });
      return (await activeAccount(reader.accountId)).preferences;
    },
    "me.linkTalent": async ({ reader, body, now }) => {
      const account = await activeAccount(reader.accountId);
      const record = await context.talents.findByNumbers(body);
      if (record === null) throw new AppError("talent_not_matched", "the two numbers belong to no record");
      if (account.talentId !== undefined && account.talentId !== record.talentId) throw alreadyLinked();
      if (!(await context.talents.bindAccount(record.talentId, reader.accountId))) throw alreadyLinked();
      await giveRecord(reader.accountId, record.talentId, record.maskedName);
      return meOf(context, await activeAccount(reader.accountId), now);
    },
  };
}
