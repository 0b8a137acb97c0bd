import type { Sandbox } from "../sandbox";
import { createSender } from "../subscribe/sendMessage";
import type { Endpoint } from "./call";

/** `POST /cgi-bin/message/subscribe/send`. */
export function subscribeEndpoints(sandbox: Sandbox): Endpoint[] {
  const send = createSender(sandbox);
  return [
    {
      method: "POST",
      path: "/cgi-bin/message/subscribe/send",
      needsToken: true,
      handle: async ({ body }) => ({
        kind: "text",
        body: `{"errcode":0,"errmsg":"ok","msgid":${await send(body)}}`,
      }),
    },
  ];
}
