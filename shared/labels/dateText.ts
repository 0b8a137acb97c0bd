import { addDays, dateInShanghai, dayNumber, timeInShanghai, weekday } from "../calendar/dates";
import type { LimitView } from "../contract/schemas/requests";
import type { LabelLanguage } from "./bilingual";

const ZH_WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];
const EN_WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const EN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function parts(on: string): { year: number; month: number; day: number } {
  dayNumber(on);
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  return { year, month, day };
}

/**
 * A date as people say it: `11月27日（周五）`, `Fri 27 Nov`; outside this year `2027年5月31日`, `31 May 2027`.
 * @throws RangeError when `on` is not a calendar date
 */
export function dateText(on: string, todayOn: string, language: LabelLanguage): string {
  const { year, month, day } = parts(on);
  const thisYear = on.slice(0, 4) === todayOn.slice(0, 4);
  if (language === "en") {
    const monthName = EN_MONTHS[month - 1] ?? "";
    return thisYear ? `${EN_WEEKDAYS[weekday(on)] ?? ""} ${day} ${monthName}` : `${day} ${monthName} ${year}`;
  }
  return thisYear
    ? `${month}月${day}日（周${ZH_WEEKDAYS[weekday(on)] ?? ""}）`
    : `${year}年${month}月${day}日`;
}

/** 今天, 昨天, or the date. */
export function dayText(on: string, todayOn: string, language: LabelLanguage): string {
  if (on === todayOn) return language === "en" ? "Today" : "今天";
  if (on === addDays(todayOn, -1)) return language === "en" ? "Yesterday" : "昨天";
  return dateText(on, todayOn, language);
}

/** The clock in Asia/Shanghai: `09:12`. `at` is an instant. */
export function timeText(at: string | Date): string {
  return timeInShanghai(instant(at));
}

/** Day and clock of an instant: `今天 09:12`, `11月3日（周二）16:20`. */
export function momentText(at: string | Date, now: string | Date, language: LabelLanguage): string {
  const day = dayText(dateInShanghai(instant(at)), dateInShanghai(instant(now)), language);
  const separator = language === "zh" && day.endsWith("）") ? "" : " ";
  return `${day}${separator}${timeText(at)}`;
}

/** Working days as a count: `3 个工作日`. */
export function workingDaysText(days: number, language: LabelLanguage): string {
  if (language === "zh") return `${days} 个工作日`;
  return days === 1 ? "1 working day" : `${days} working days`;
}

/** How a limit stands: `还剩 3 个工作日`, `今天到期`, `超 2 天`. `left` counts working days after today; negative = late. */
export function daysLeftText(left: number, language: LabelLanguage): string {
  if (left > 0) {
    const days = workingDaysText(left, language);
    return language === "zh" ? `还剩 ${days}` : `${days} left`;
  }
  if (left === 0) return language === "zh" ? "今天到期" : "Due today";
  return language === "zh" ? `超 ${-left} 天` : `${daysEn(-left)} late`;
}

/** The same on cards, in the fewest words: `3 天`, `今天`, `超 2 天`. */
export function daysLeftShort(left: number, language: LabelLanguage): string {
  if (left < 0) return daysLeftText(left, language);
  if (left === 0) return language === "zh" ? "今天" : "Today";
  return language === "zh" ? `${left} 天` : daysEn(left);
}

/** The due date as a clause: `11月27日（周五）前办结`, `应于11月20日（周五）前办结`. */
export function dueText(
  limit: Pick<LimitView, "kind" | "dueOn" | "standing">,
  todayOn: string,
  language: LabelLanguage,
): string {
  if (limit.dueOn === undefined) return language === "zh" ? "计时已暂停" : "Clock stopped";
  const date = dateText(limit.dueOn, todayOn, language);
  const late = limit.standing === "overdue";
  if (language === "en") {
    const verb = limit.kind === "acceptance" ? "accepted" : "completed";
    return `${late ? "Should have been" : "To be"} ${verb} by ${date}`;
  }
  const verb = limit.kind === "acceptance" ? "受理" : "办结";
  return late ? `应于${date}前${verb}` : `${date}前${verb}`;
}

/** A span of dates with its years only where needed: `2024年6月1日至 2027年5月31日`. */
export function spanText(fromOn: string, toOn: string, todayOn: string, language: LabelLanguage): string {
  const from = dateText(fromOn, todayOn, language);
  const to = dateText(toOn, todayOn, language);
  return language === "zh" ? `${from}至 ${to}` : `${from} to ${to}`;
}

function daysEn(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

function instant(at: string | Date): Date {
  return typeof at === "string" ? new Date(at) : at;
}
