import { addDays, dateInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";
import { dateText } from "@talent/shared/labels/dateText";
import type { OutboxEntry, SubjectKind } from "../../platform/database/outbox";
import { fitValue } from "./fitting";
import type { NoticeAction, NoticeRow } from "./model";
import { NOTICE_TEMPLATES, type NoticeTemplate } from "./templates";

/** Calendar days that a supplement message names as its date; nothing lapses then, the clock merely stands. */
const SUPPLEMENT_DAYS = 30;

const PLACEHOLDER = /\{(\w+)\}/g;
const ENDINGS = /[。.！!？?；;\s]+$/u;

/** `2026年10月9日`, the form of WeChat's date parameters. */
function wechatDate(on: string): string {
  const [year = "", month = "", day = ""] = on.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** The day and clock of an appointment in the forms that texts and WeChat want. */
function visitForms(
  visitOn: string | undefined,
  from: string | undefined,
  onDay: string,
): Record<string, string> {
  if (visitOn === undefined) return {};
  return {
    visitDay: dateText(visitOn, onDay, "zh"),
    visitDayEn: dateText(visitOn, onDay, "en"),
    visitTime: `${wechatDate(visitOn)} ${from ?? ""}`.trim(),
  };
}

/** The values of an entry with the dates in the forms that texts and WeChat want. */
function withDates({ values, at }: OutboxEntry): Record<string, string> {
  const onDay = dateInShanghai(at);
  const atDate = wechatDate(onDay);
  const { dueOn, itemName } = values;
  return {
    ...(itemName === undefined ? {} : { itemNameEn: itemName }),
    ...values,
    atDate,
    atTime: `${atDate} ${timeInShanghai(at)}`,
    visitTime: `${atDate} ${timeInShanghai(at)}`,
    ...visitForms(values["visitOn"], values["visitFrom"], onDay),
    supplementDate: wechatDate(addDays(onDay, SUPPLEMENT_DAYS)),
    ...(dueOn === undefined
      ? {}
      : {
          dueDay: dateText(dueOn, onDay, "zh"),
          dueDayEn: dateText(dueOn, onDay, "en"),
          dueDate: wechatDate(dueOn),
        }),
  };
}

/** The sentence with its values, or null when one is missing. A value's own full stop gives way to the sentence's. */
function filled(sentence: string, values: Readonly<Record<string, string>>): string | null {
  let missing = false;
  const text = sentence.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) missing = true;
    return (value ?? "").replace(ENDINGS, "");
  });
  return missing ? null : text;
}

/** The sentences whose values are all there. */
function sentences(forms: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return forms.map((form) => filled(form, values)).filter((sentence) => sentence !== null);
}

function wechatValues(template: NoticeTemplate, values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(template.wechat.keywords).map(([key, form]) => {
      const moment = key.startsWith("date") ? "atDate" : key.startsWith("time") ? "atTime" : undefined;
      const fallback = moment === undefined ? "" : (values[moment] ?? "");
      return [key, fitValue(key, filled(form, values) ?? fallback)];
    }),
  );
}

/**
 * The row that an outbox entry becomes. It is due for delivery at `due` (real time). One that waits for its hour is
 * dated by it, so that it comes to the top of the inbox when it appears there.
 */
export function rowOf(
  entry: OutboxEntry,
  subject: { kind: SubjectKind; id: string },
  due: Date,
): Omit<NoticeRow, "_id"> {
  const template = NOTICE_TEMPLATES[entry.type];
  const values = withDates(entry);
  return {
    type: entry.type,
    recipientId: entry.recipientId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    occasion: entry.occasion,
    title: template.title,
    text: sentences(template.text, values).join(""),
    en: { title: template.en.title, text: sentences(template.en.text, values).join(" ") },
    action: template.action,
    channel: "wechat",
    values: wechatValues(template, values),
    state: "pending",
    attempts: 0,
    ...(entry.notBefore === undefined
      ? { nextAttemptAt: due, createdAt: entry.at }
      : { notBefore: entry.notBefore, hidden: true, createdAt: entry.notBefore }),
  };
}

/** Page of the mini-program that the message opens. */
export function pageOf(
  subjectKind: SubjectKind,
  subjectId: string,
  action: NoticeAction | undefined,
): string {
  if (subjectKind === "handover") return `packages/posts/handover/index?id=${subjectId}`;
  if (subjectKind === "post") return "packages/posts/plan/index";
  if (subjectKind === "ticket") return `packages/queue/ticket/index?id=${subjectId}`;
  if (subjectKind === "appointment") return `packages/queue/visit/index?id=${subjectId}`;
  if (subjectKind === "complaint")
    return action === "complaint"
      ? `packages/staff/complaint/index?id=${subjectId}`
      : `packages/me/complaint-detail/index?id=${subjectId}`;
  if (subjectKind === "cycle")
    return action === "cycle" ? `packages/staff/cycle/index?id=${subjectId}` : "packages/me/cycle/index";
  const page = action === "supplement" ? "supplement" : "detail";
  return `packages/requests/${page}/index?id=${subjectId}`;
}
