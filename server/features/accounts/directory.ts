import { AccountModel } from "./model";

/** WeChat ids of these accounts; accounts that are gone or switched off are missing from the map. */
export async function openidsOf(accountIds: readonly string[]): Promise<Map<string, string>> {
  const accounts = await AccountModel.find(
    { _id: { $in: [...new Set(accountIds)] }, disabled: false },
    { openid: 1 },
  ).lean();
  return new Map(accounts.map((account) => [account._id.toHexString(), account.openid]));
}

/** The account of a WeChat user, or null. */
export async function accountIdOf(openid: string): Promise<string | null> {
  const account = await AccountModel.findOne({ openid }, { _id: 1 }).lean();
  return account === null ? null : account._id.toHexString();
}
