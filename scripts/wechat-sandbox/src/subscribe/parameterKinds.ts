import { WeChatError } from "../errors";
import type { Template, TemplateKeyword } from "../templates";
import { isDateValue, isTimeValue } from "./calendarValues";

type Check = (value: string, keyword: TemplateKeyword) => boolean;

const HAN = /\p{Script=Han}/u;
const CONTROL = /\p{Cc}/u;
const length = (value: string) => [...value].length;

function isName(value: string): boolean {
  if (/\p{Nd}/u.test(value) || CONTROL.test(value)) return false;
  return length(value) <= (HAN.test(value) ? 10 : 20);
}

/** Limits of each keyword kind, from the "参数类别" table of subscribeMessage.send. Lengths count characters. */
const CHECKS: Record<string, Check> = {
  thing: (value) => length(value) <= 20 && !CONTROL.test(value),
  number: (value) => /^[+-]?\d+(\.\d+)?$/.test(value) && value.replace(/\D/g, "").length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => /^[\p{P}\p{S}]{1,5}$/u.test(value),
  character_string: (value) => length(value) <= 32 && !HAN.test(value) && !CONTROL.test(value),
  time: isTimeValue,
  date: isDateValue,
  amount: (value) =>
    /^\p{Sc}?\d+(\.\d+)?元?$/u.test(value.replace("￥", "¥")) && value.replace(/\D/g, "").length <= 10,
  phone_number: (value) => /^[\d+\-*#() ]{1,17}$/.test(value),
  car_number: (value) => length(value) <= 8 && /^\p{Script=Han}?[A-Z\d·]+\p{Script=Han}?$/iu.test(value),
  name: isName,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: (value, keyword) => keyword.values?.includes(value) ?? false,
};

/** `character_string13` → `character_string`. */
function kindOf(key: string): string {
  return key.replace(/\d+$/, "");
}

function textOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null || !("value" in entry)) return "";
  const { value } = entry;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** WeChat words a bad name differently from the other kinds. */
function refusal(key: string): WeChatError {
  const suffix = kindOf(key) === "name" ? " invalid" : "";
  return new WeChatError(47003, `argument invalid! data.${key}.value${suffix}`);
}

/**
 * Values of a template's keywords, each within the limits of its kind. Keys that the template does not have
 * are ignored; a JSON number counts as its text.
 * @throws WeChatError 47003 naming the first field that is missing, empty or out of its limits
 */
export function checkTemplateData(template: Template, data: unknown): Record<string, { value: string }> {
  const given: Record<string, unknown> = typeof data === "object" && data !== null ? { ...data } : {};
  const values: Record<string, { value: string }> = {};
  for (const keyword of template.keywords) {
    const value = textOf(given[keyword.key]);
    if (value === "") throw new WeChatError(47003, `argument invalid! data.${keyword.key}.value is emtpy`);
    const check = CHECKS[kindOf(keyword.key)];
    if (!check?.(value, keyword)) throw refusal(keyword.key);
    values[keyword.key] = { value };
  }
  return values;
}
