import type { Reader } from "../../platform/auth/reader";
import { AppError } from "../../platform/errors";
import type { Platform } from "../../platform/platform";
import { WechatError } from "../../clients/wechat/wechatError";
import { openidsOf } from "../accounts/index";

/** WeChat's number for comments. */
const COMMENT = 2;

/**
 * Has WeChat check a text that others will read. A complaint must get through: what WeChat merely doubts, and
 * whatever it cannot check now, passes.
 * @throws AppError `content_refused`
 */
export async function refuseRiskyText(
  { wechat, log }: Pick<Platform, "wechat" | "log">,
  { accountId }: Pick<Reader, "accountId">,
  text: string,
): Promise<void> {
  const openid = (await openidsOf([accountId])).get(accountId);
  if (openid === undefined) return;
  try {
    if ((await wechat.checkText({ openid, text, scene: COMMENT })) === "risky")
      throw new AppError("content_refused", "WeChat's content check refuses this text");
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    log.warn({ reason: error.message }, "a text was not checked");
  }
}
