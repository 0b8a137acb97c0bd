import { createAccessTokens } from "../../platform/auth/accessToken";
import type { Reader } from "../../platform/auth/reader";
import { AppError } from "../../platform/errors";
import type { FeatureParts, Platform } from "../../platform/platform";
import { browserSignInHandlers } from "./browserSignIns/routes";
import { BrowserSignInModel } from "./browserSignIns/model";
import type { AccountContext, AccountNeeds } from "./context";
import { accountAuditJob } from "./grants/acts";
import { grantHandlers } from "./grants/routes";
import { meHandlers } from "./meRoutes";
import { AccountModel } from "./model";
import { createEndedSessions } from "./sessions/endedSessions";
import { createSessionFamilies } from "./sessions/families";
import { SessionModel } from "./sessions/model";
import { sessionHandlers } from "./sessions/routes";

export { grantRole } from "./grants/commands";
export type { AskedGrant } from "./grants/rules";
export type { AccountNeeds } from "./context";
export { accountIdOf, openidsOf } from "./directory";
export { AccountModel, type Account, type AccountGrant } from "./model";

type AccountEndpoints =
  | "sessions.create"
  | "sessions.refresh"
  | "sessions.end"
  | "browserSignIns.create"
  | "browserSignIns.approve"
  | "browserSignIns.claim"
  | "me.read"
  | "me.updatePreferences"
  | "me.linkTalent"
  | keyof ReturnType<typeof grantHandlers>;

export interface AccountsFeature extends FeatureParts<AccountEndpoints> {
  /** Reads an `Authorization` header; null when there is none. */
  authenticate(authorization: string | undefined): Promise<Reader | null>;
  /** Ends every sign-in of an account, but for one. */
  endSessions(accountId: string, exceptSessionId?: string): Promise<void>;
}

const BEARER = /^Bearer ([A-Za-z0-9_.-]+)$/;

export function createAccounts(platform: Platform, needs: AccountNeeds): AccountsFeature {
  const { tokenSecret } = platform.config.secrets;
  const context: AccountContext = {
    ...needs,
    platform,
    tokens: createAccessTokens(tokenSecret, platform.realTime),
    families: createSessionFamilies(tokenSecret, platform.realTime),
  };
  const ended = createEndedSessions(platform.realTime);
  return {
    handlers: {
      ...sessionHandlers(context),
      ...browserSignInHandlers(context),
      ...meHandlers(context),
      ...grantHandlers(context, needs.scopes),
    },
    jobs: [accountAuditJob],
    models: [AccountModel, SessionModel, BrowserSignInModel],
    endSessions: context.families.endAllOf,
    async authenticate(authorization) {
      if (authorization === undefined) return null;
      const [, token] = BEARER.exec(authorization) ?? [];
      if (token === undefined) throw new AppError("token_invalid", "send Bearer and an access token");
      const reader = await context.tokens.read(token);
      if (await ended.has(reader.sessionId)) throw new AppError("token_invalid", "this sign-in has ended");
      return reader;
    },
  };
}
