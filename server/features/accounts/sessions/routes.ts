import type { Handlers } from "../../../platform/http/handler";
import { AppError } from "../../../platform/errors";
import { WechatError } from "../../../clients/wechat/wechatError";
import { activeAccount, presentSession, type AccountContext } from "../context";
import { AccountModel, type Account } from "../model";

type SessionHandlers = Handlers<"sessions.create" | "sessions.refresh" | "sessions.end">;

async function openidOf(context: AccountContext, code: string): Promise<string> {
  try {
    return (await context.platform.wechat.signIn(code)).openid;
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    if (error.failure === "codeInvalid")
      throw new AppError("login_code_invalid", "WeChat does not accept this login code");
    context.platform.log.warn({ errcode: error.errcode }, "WeChat sign-in failed");
    throw new AppError("wechat_unavailable", "WeChat does not answer");
  }
}

/** The account of this WeChat user; whoever is new gets one without roles. */
async function accountOf(openid: string, now: Date): Promise<Account> {
  const account = await AccountModel.findOneAndUpdate(
    { openid },
    { $setOnInsert: { createdAt: now } },
    { upsert: true, returnDocument: "after", setDefaultsOnInsert: true },
  ).lean();
  if (account.disabled) throw new AppError("account_disabled", "this account is switched off");
  return account;
}

export function sessionHandlers(context: AccountContext): SessionHandlers {
  return {
    "sessions.create": async ({ body, now }) => {
      const account = await accountOf(await openidOf(context, body.code), now);
      const session = await context.families.begin(account._id.toHexString(), "miniProgram");
      return presentSession(context, account, session, now);
    },
    "sessions.refresh": async ({ body, now }) => {
      const session = await context.families.rotate(body.refreshToken);
      return presentSession(context, await activeAccount(session.accountId), session, now);
    },
    "sessions.end": async ({ body }) => {
      await context.families.end(body.refreshToken);
    },
  };
}
