import { randomBytes } from "node:crypto";
import { HOUR } from "../clock";
import { WeChatError } from "../errors";
import type { Sandbox } from "../sandbox";
import { findSensitiveWord } from "../security/sensitiveWords";
import type { Endpoint } from "./call";
import { ok, textField } from "./call";

const LONGEST_CONTENT = 2500;
const VISIT_WITHIN = 2 * HOUR;
const NORMAL = 100;

function checkRequest(sandbox: Sandbox, body: Record<string, unknown>): string {
  const content = textField(body, "content");
  if (content === "") throw new WeChatError(44002);
  if (body.version !== 2) throw new WeChatError(40097);
  if (![1, 2, 3, 4].includes(Number(body.scene))) throw new WeChatError(40129);
  if ([...content].length > LONGEST_CONTENT) throw new WeChatError(45002);
  const persona = sandbox.personas.byOpenid(textField(body, "openid"));
  if (!persona) throw new WeChatError(40003);
  const visit = sandbox.personas.lastVisit(persona.openid);
  if (visit === undefined || sandbox.clock.now() - visit > VISIT_WITHIN) throw new WeChatError(61010);
  return [content, textField(body, "title"), textField(body, "nickname"), textField(body, "signature")].join(
    "\n",
  );
}

/** `POST /wxa/msg_sec_check`, version 2: judges a text by the word list of the sandbox. */
export function contentCheckEndpoints(sandbox: Sandbox): Endpoint[] {
  return [
    {
      method: "POST",
      path: "/wxa/msg_sec_check",
      needsToken: true,
      wrongMethodCode: 43302,
      handle: ({ body }) => {
        const hit = findSensitiveWord(checkRequest(sandbox, body));
        const verdict = { suggest: hit ? "risky" : "pass", label: hit?.label ?? NORMAL };
        const keyword = hit ? { ...verdict, level: 90, keyword: hit.word } : {};
        const detail = [
          { strategy: "content_model", errcode: 0, ...verdict, prob: 90 },
          { strategy: "keyword", errcode: 0, ...keyword },
        ];
        const trace = `${randomBytes(4).toString("hex")}-${randomBytes(4).toString("hex")}`;
        return { kind: "json", body: { ...ok, result: verdict, detail, trace_id: trace } };
      },
    },
  ];
}
