import type { Template } from "../templates";
import { templateById } from "../templates";
import type { Choice, Ledger } from "./ledger";

/** Most template ids that one `wx.requestSubscribeMessage` takes. */
const MOST_TEMPLATES = 5;

/** A failure as the `fail` callback of `wx.requestSubscribeMessage` gets it. */
export class PopupError extends Error {
  constructor(
    readonly errCode: number,
    text: string,
  ) {
    super(`requestSubscribeMessage:fail ${text}`);
    this.name = "PopupError";
  }
}

/** What the client gets: each template id with `accept`, `reject` or `filter`. */
export type PopupResult = Record<string, string> & { errMsg: string };

/**
 * Templates that the pop-up asks for, and those it leaves out because their title is there already.
 * @throws PopupError 10001, 20003, 20001 or 20002
 */
export function askedTemplates(
  templateIds: string[],
  find: (id: string) => Template | undefined = templateById,
): { asked: Template[]; filtered: string[] } {
  if (templateIds.length === 0) throw new PopupError(10001, "TmplIds can't be empty");
  if (templateIds.length > MOST_TEMPLATES) throw new PopupError(20003, "Templates count out of max bounds");
  const asked = new Map<string, Template>();
  const filtered: string[] = [];
  for (const id of templateIds) {
    const template = find(id);
    if (!template) throw new PopupError(20001, "No template data return, verify the template id exist");
    if (asked.has(template.title)) filtered.push(id);
    else asked.set(template.title, template);
  }
  if (new Set([...asked.values()].map((template) => template.kind)).size > 1) {
    throw new PopupError(20002, "Templates type must be same");
  }
  return { asked: [...asked.values()], filtered };
}

/**
 * One answer to the subscription pop-up, written into the ledger. A one-time acceptance adds one use; a
 * refusal here keeps uses gained earlier.
 * @throws PopupError with the client's errCode
 */
export function answerPopup(
  ledger: Ledger,
  openid: string,
  templateIds: string[],
  choice: Choice,
  kept: boolean,
): { result: PopupResult; asked: Template[] } {
  const { asked, filtered } = askedTemplates(templateIds);
  if (!ledger.mainSwitch(openid)) throw new PopupError(20004, "The main switch is switched off");
  const result: PopupResult = { errMsg: "requestSubscribeMessage:ok" };
  for (const id of filtered) result[id] = "filter";
  for (const template of asked) {
    ledger.answer(openid, template, choice, kept);
    result[template.id] = choice;
  }
  return { result, asked };
}
