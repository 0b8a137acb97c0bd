import { randomBytes } from "node:crypto";
import { WeChatError } from "../errors";
import { createMinuteLimit } from "../minuteLimit";
import type { Sandbox } from "../sandbox";
import { checkAccount, checkGrantType } from "./account";
import type { Endpoint } from "./call";

/** Logins that one user may make a minute. */
const LOGINS_A_MINUTE = 100;

/** `GET /sns/jscode2session`: the openid and a session key for a login code. */
export function loginEndpoints(sandbox: Sandbox): Endpoint[] {
  const limit = createMinuteLimit(sandbox.clock, LOGINS_A_MINUTE);
  return [
    {
      method: "GET",
      path: "/sns/jscode2session",
      needsToken: false,
      jsonType: "text/plain",
      handle: ({ query }) => {
        checkAccount(sandbox.credentials, query.get("appid") ?? "", query.get("secret") ?? "");
        checkGrantType(query.get("grant_type") ?? "", "authorization_code");
        const code = query.get("js_code");
        if (!code) throw new WeChatError(41008);
        const openid = sandbox.loginCodes.redeem(code);
        limit.count(openid);
        sandbox.personas.visit(openid);
        return { kind: "json", body: { session_key: randomBytes(16).toString("base64"), openid } };
      },
    },
  ];
}
