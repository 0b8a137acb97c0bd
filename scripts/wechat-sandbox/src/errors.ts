import { requestId } from "./identifiers";

/** Texts as WeChat sends them; a client must branch on the number alone. */
const TEXTS: Record<number, string> = {
  [-1]: "system error",
  40001:
    "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r",
  40002: "invalid grant_type",
  40003: "invalid openid",
  40013: "invalid appid",
  40014: "invalid access_token",
  40029: "invalid code",
  40037: "invalid template_id",
  40066: "invalid url",
  40097: "invalid args",
  40125: "invalid appsecret",
  40129: "invalid scene",
  40163: "code been used",
  40164: "invalid ip  not in whitelist",
  40169: "invalid length for scene, or the data is not json string",
  40226: "code blocked",
  40243: "AppSecret has been frozen",
  41001: "access_token missing",
  41002: "appid missing",
  41004: "appsecret missing",
  41008: "missing code",
  41030: "invalid page",
  42001: "access_token expired",
  43001: "require GET method",
  43002: "require POST method",
  43101: "user refuse to accept the msg",
  43104: "appid and openid do not match",
  43107: "subscribe message capability is banned",
  43108: "Cannot make concurrent calls to the same OpenID, please try again",
  43302: "require POST method",
  44002: "empty post data",
  45002: "content size out of limit",
  45009: "reach max api daily quota limit",
  45011: "api minute-quota reach limit  mustslower  retry next minute",
  45168: "hit sensitive words",
  47001: "data format error",
  47003: "argument invalid!",
  48001: "api unauthorized",
  61010: "code is expired",
  89503: "this ip call need admin confirm",
};

/** Codes whose texts join the request id with a comma. */
const WITH_COMMA = new Set([40029, 40163]);

/** A refusal in WeChat's form: HTTP 200 with `errcode` and `errmsg`. */
export class WeChatError extends Error {
  constructor(
    readonly errcode: number,
    text?: string,
  ) {
    super(text ?? TEXTS[errcode] ?? "unknown error");
    this.name = "WeChatError";
  }

  body(): { errcode: number; errmsg: string } {
    const join = WITH_COMMA.has(this.errcode) && !this.message.includes("hint:") ? ", rid: " : " rid: ";
    return { errcode: this.errcode, errmsg: `${this.message}${join}${requestId()}` };
  }
}
