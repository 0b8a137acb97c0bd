import { setTimeout as sleep } from "node:timers/promises";
import { WeChatError } from "../errors";
import { createMessageIds } from "../identifiers";
import type { Sandbox } from "../sandbox";
import { hasSensitiveWord } from "../security/sensitiveWords";
import type { Template } from "../templates";
import { templateById } from "../templates";
import { printedValues } from "./inbox";
import { checkTemplateData } from "./parameterKinds";

/** A body of `subscribe/send` that passed every check which needs no consent. */
interface CheckedMessage {
  openid: string;
  template: Template;
  page: string | null;
  data: Record<string, { value: string }>;
  miniprogramState: string;
  lang: string;
}

/** How long a send keeps its openid busy unless the options say otherwise, in milliseconds. */
const HOLD = 3;
const STATES = ["formal", "trial", "developer"];
const PAGE = /^[\w-]+(\/[\w-]+)*$/;

/**
 * Path and query of the page, or null when the message has none.
 * @throws WeChatError 41030 when the page is malformed or not among the released ones
 */
function checkedPage(page: unknown, released: readonly string[] | undefined): string | null {
  if (page === undefined || page === null || page === "") return null;
  if (typeof page !== "string") throw new WeChatError(41030);
  const path = (page.split("?")[0] ?? "").replace(/^\//, "").replace(/\.html$/, "");
  if (!PAGE.test(path) || (released && !released.includes(path))) throw new WeChatError(41030);
  return page;
}

function optionOf(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value : fallback;
}

function checkMessage(sandbox: Sandbox, body: Record<string, unknown>): CheckedMessage {
  const persona = typeof body.touser === "string" ? sandbox.personas.byOpenid(body.touser) : undefined;
  if (!persona) throw new WeChatError(40003);
  const template = typeof body.template_id === "string" ? templateById(body.template_id) : undefined;
  if (!template) throw new WeChatError(40037);
  const page = checkedPage(body.page, sandbox.options.pages);
  const miniprogramState = optionOf(body.miniprogram_state, "formal");
  if (!STATES.includes(miniprogramState)) throw new WeChatError(47003, "argument invalid! miniprogram_state");
  const data = checkTemplateData(template, body.data);
  if (Object.values(data).some(({ value }) => hasSensitiveWord(value))) throw new WeChatError(45168);
  return {
    openid: persona.openid,
    template,
    page,
    data,
    miniprogramState,
    lang: optionOf(body.lang, "zh_CN"),
  };
}

/** Puts the notice into the person's WeChat and tells the product by a sent event. */
function deliver(sandbox: Sandbox, message: CheckedMessage, msgid: string): void {
  const { template, openid } = message;
  const now = sandbox.clock.now();
  sandbox.inbox.deliver(openid, {
    msgid,
    templateId: template.id,
    title: template.title,
    sentAt: new Date(now).toISOString(),
    page: message.page,
    miniprogramState: message.miniprogramState,
    lang: message.lang,
    data: message.data,
    values: printedValues(template, message.data),
  });
  sandbox.state.touch();
  sandbox.pusher.push({
    name: "subscribe_msg_sent_event",
    openid,
    createTime: Math.floor(now / 1000),
    list: [{ TemplateId: template.id, MsgID: msgid, ErrorCode: "0", ErrorStatus: "success" }],
  });
}

/**
 * The work of `subscribe/send`, checked in this order: person, template, page, data, words, concurrency,
 * consent. A refused send uses up no consent.
 * @returns a function that sends one body and gives the message id
 */
export function createSender(sandbox: Sandbox): (body: Record<string, unknown>) => Promise<string> {
  const busy = new Set<string>();
  const nextId = createMessageIds();
  const hold = sandbox.options.sendHold ?? HOLD;
  return async (body) => {
    const message = checkMessage(sandbox, body);
    if (busy.has(message.openid)) throw new WeChatError(43108);
    busy.add(message.openid);
    try {
      await sleep(hold);
      if (!sandbox.ledger.use(message.openid, message.template)) throw new WeChatError(43101);
      const msgid = nextId();
      deliver(sandbox, message, msgid);
      return msgid;
    } finally {
      busy.delete(message.openid);
    }
  };
}
