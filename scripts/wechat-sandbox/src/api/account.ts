import type { Credentials } from "../credentials";
import { WeChatError } from "../errors";

/** @throws WeChatError 41002, 41004, 40013 or 40125 when the pair is not this account's */
export function checkAccount(credentials: Credentials, appid: string, secret: string): void {
  if (!appid) throw new WeChatError(41002);
  if (!secret) throw new WeChatError(41004);
  if (appid !== credentials.appid) throw new WeChatError(40013);
  if (secret !== credentials.secret) throw new WeChatError(40125);
}

/** @throws WeChatError 40002 */
export function checkGrantType(given: string, wanted: string): void {
  if (given !== wanted) throw new WeChatError(40002);
}
