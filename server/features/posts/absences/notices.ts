import { dateInShanghai } from "@talent/shared/calendar/dates";
import { otherLetter, type DaySpan } from "@talent/shared/domain/posts";
import { dateText } from "@talent/shared/labels/dateText";
import { Types } from "mongoose";
import type { Reader } from "../../../platform/auth/reader";
import type { OutboxEntry } from "../../../platform/database/outbox";
import type { Absence, PostDocument, PostHolder } from "../model";

/** `11月30日（周一）至12月2日（周三）、12月4日（周五）` */
function spansText(spans: readonly DaySpan[], todayOn: string, language: "zh" | "en"): string {
  const [to, and] = language === "zh" ? ["至", "、"] : [" to ", ", "];
  const date = (on: string) => dateText(on, todayOn, language);
  return spans
    .map(({ fromOn, toOn }) => (fromOn === toOn ? date(fromOn) : `${date(fromOn)}${to}${date(toOn)}`))
    .join(and);
}

/** Values of every message about absences of a post. `number` names the first day. */
function valuesOf(
  post: PostDocument,
  who: string,
  spans: readonly DaySpan[],
  todayOn: string,
): Record<string, string> {
  return {
    number: `QX${(spans[0]?.fromOn ?? todayOn).replaceAll("-", "")}`,
    itemName: post.name,
    maskedName: who,
    who,
    days: spansText(spans, todayOn, "zh"),
    daysEn: spansText(spans, todayOn, "en"),
  };
}

function holderOf(post: PostDocument, letter: Absence["letter"]): PostHolder | undefined {
  return post.holders.find((holder) => holder.letter === letter);
}

/** Tells the other holder who will stand in, and the absent one when somebody else has entered it. */
export function absenceNotices(
  post: PostDocument,
  added: readonly Absence[],
  reader: Reader,
  now: Date,
): OutboxEntry[] {
  const [first] = added;
  if (first === undefined) return [];
  const absent = holderOf(post, first.letter);
  const other = holderOf(post, otherLetter(first.letter));
  const standsIn = first.letter === "A";
  const values = {
    ...valuesOf(post, absent?.name ?? "", added, dateInShanghai(now)),
    reason: first.reason,
    cover: standsIn ? `由${other?.name ?? ""}代岗` : `由${other?.name ?? ""}一人在岗`,
    coverEn: standsIn ? `${other?.name ?? ""} stands in` : `${other?.name ?? ""} is there alone`,
  };
  return [other, absent].flatMap((person) =>
    person === undefined || person.accountId === reader.accountId
      ? []
      : [entry("absenceRegistered", person.accountId, first.id, values, now)],
  );
}

/** Tells both holders that an absence has been called off or ends early, except whoever did it. */
export function calledOffNotices(
  post: PostDocument,
  absence: Absence,
  reader: Reader,
  now: Date,
): OutboxEntry[] {
  const who = holderOf(post, absence.letter)?.name ?? "";
  const values = valuesOf(post, who, [absence], dateInShanghai(now));
  return post.holders
    .filter(({ accountId }) => accountId !== reader.accountId)
    .map(({ accountId }) => entry("absenceCalledOff", accountId, absence.id, values, now));
}

/** Asks the other holder to move an absence. */
export function adjustmentNotice(
  post: PostDocument,
  absence: Absence,
  asked: { spans: readonly DaySpan[]; reason: string },
  now: Date,
): OutboxEntry {
  const asker = holderOf(post, otherLetter(absence.letter));
  const todayOn = dateInShanghai(now);
  const values = {
    ...valuesOf(post, asker?.name ?? "", asked.spans, todayOn),
    reason: asked.reason,
    otherDays: spansText([absence], todayOn, "zh"),
    otherDaysEn: spansText([absence], todayOn, "en"),
  };
  const occasion = new Types.ObjectId().toHexString();
  return entry("absenceAdjustmentAsked", absence.accountId, occasion, values, now);
}

function entry(
  type: OutboxEntry["type"],
  recipientId: string,
  occasion: string,
  values: Record<string, string>,
  at: Date,
): OutboxEntry {
  return { id: `${occasion}:${type}:${recipientId}`, type, recipientId, occasion, values, at };
}
