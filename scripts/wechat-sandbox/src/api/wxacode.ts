import type { Sandbox } from "../sandbox";
import { parseCodeRequest } from "../wxacode/codeRequest";
import { drawCode } from "../wxacode/drawCode";
import type { Endpoint } from "./call";

/** `POST /wxa/getwxacodeunlimit`: image bytes, or a refusal as JSON. */
export function wxacodeEndpoints(sandbox: Sandbox): Endpoint[] {
  return [
    {
      method: "POST",
      path: "/wxa/getwxacodeunlimit",
      needsToken: true,
      handle: ({ body }) => ({
        kind: "image",
        body: drawCode(parseCodeRequest(body, sandbox.options.pages)),
      }),
    },
  ];
}
