import type { Platform } from "../../platform/platform";
import type { AccessTokens } from "../../platform/auth/accessToken";
import { AppError } from "../../platform/errors";
import type { Me, Session } from "@talent/shared/contract/schemas/accounts";
import { ACCESS_TOKEN_SECONDS } from "../../platform/auth/accessToken";
import { AccountModel, type Account } from "./model";
import { presentMe, readerOf } from "./presenter";
import type { Scopes } from "./grants/routes";
import type { RotatedSession, SessionFamilies } from "./sessions/families";
import type { TalentDirectory } from "./talentDirectory";

/** What the accounts feature needs from other features; put together in `app.ts`. */
export interface AccountNeeds {
  talents: TalentDirectory;
  unreadNotices(accountId: string): Promise<number>;
  /** What a role can be held for. */
  scopes: Scopes;
}

/** What every use case of the feature works with. */
export interface AccountContext extends AccountNeeds {
  platform: Platform;
  tokens: AccessTokens;
  families: SessionFamilies;
}

/** @throws AppError `account_disabled`, or `token_invalid` when the account is gone */
export async function activeAccount(accountId: string): Promise<Account> {
  const account = await AccountModel.findById(accountId).lean();
  if (account === null) throw new AppError("token_invalid", "sign in again");
  if (account.disabled) throw new AppError("account_disabled", "this account is switched off");
  return account;
}

export async function meOf(context: AccountContext, account: Account, now: Date): Promise<Me> {
  const { talentId } = account;
  const [talent, unread] = await Promise.all([
    talentId === undefined ? null : context.talents.ownTalent(talentId, now),
    context.unreadNotices(account._id.toHexString()),
  ]);
  return presentMe(account, talent, unread);
}

/** The pair of tokens of a sign-in, with what the screens want to know first. */
export async function presentSession(
  context: AccountContext,
  account: Account,
  session: RotatedSession,
  now: Date,
): Promise<Session> {
  const [token, me] = await Promise.all([
    context.tokens.issue(readerOf(account, session.familyId)),
    meOf(context, account, now),
  ]);
  return { token, refreshToken: session.refreshToken, expiresInSeconds: ACCESS_TOKEN_SECONDS, me };
}
