import { AccountModel, grantRole, type Account, type AskedGrant } from "../../server/features/accounts/index";
import { scopes } from "../../server/scopes";

/** Whoever has the database in hand acts as nobody in particular: the audit log says so. */
const OPERATOR = { accountId: "", name: "运维命令", office: "" };

/** Gives a role from the command line, with its line in the audit log. */
export function grantAsOperator(
  accountId: string,
  grant: AskedGrant,
  person: { name?: string | undefined; office?: string | undefined },
  now: Date,
): Promise<Account> {
  return grantRole(accountId, grant, person, scopes, { by: OPERATOR, now });
}

/**
 * The number of an account, by itself or by the WeChat id of its person.
 * @throws Error when there is none: everybody signs in once first
 */
export async function accountNumber(by: {
  account?: string | undefined;
  openid?: string | undefined;
}): Promise<string> {
  if (by.account !== undefined) return by.account;
  const found =
    by.openid === undefined ? null : await AccountModel.findOne({ openid: by.openid }, { _id: 1 }).lean();
  if (found === null)
    throw new Error("no such account: the person signs in to the mini-program once, then gets the role");
  return found._id.toHexString();
}
