import { createMinuteLimit } from "../minuteLimit";
import type { Sandbox } from "../sandbox";
import { checkAccount, checkGrantType } from "./account";
import type { Endpoint } from "./call";
import { textField } from "./call";

/** Documented limit of stable_token per account and minute. */
const STABLE_CALLS_A_MINUTE = 10_000;

/** `GET /cgi-bin/token` and `POST /cgi-bin/stable_token`. */
export function tokenEndpoints(sandbox: Sandbox): Endpoint[] {
  const limit = createMinuteLimit(sandbox.clock, STABLE_CALLS_A_MINUTE);
  return [
    {
      method: "GET",
      path: "/cgi-bin/token",
      needsToken: false,
      handle: ({ query }) => {
        checkGrantType(query.get("grant_type") ?? "", "client_credential");
        checkAccount(sandbox.credentials, query.get("appid") ?? "", query.get("secret") ?? "");
        const body = sandbox.tokens.issuePlain();
        sandbox.state.touch();
        return { kind: "json", body };
      },
    },
    {
      method: "POST",
      path: "/cgi-bin/stable_token",
      needsToken: false,
      handle: ({ body }) => {
        checkGrantType(textField(body, "grant_type"), "client_credential");
        checkAccount(sandbox.credentials, textField(body, "appid"), textField(body, "secret"));
        limit.count("stable_token");
        const answer = sandbox.tokens.issueStable(body.force_refresh === true);
        sandbox.state.touch();
        return { kind: "json", body: answer };
      },
    },
  ];
}
