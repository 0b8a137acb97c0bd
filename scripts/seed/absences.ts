import { dateInShanghai } from "@talent/shared/calendar/dates";
import { addWorkingDays, PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import type { PostLetter } from "@talent/shared/domain/posts";
import { nextSettling, type PostDocument } from "../../server/features/posts/index";
import { idOf } from "./ids";
import { workingDayBefore } from "./times";

/** An absence in working days counted from today: 0 = today, -1 = the one before. */
interface PlannedAbsence {
  post: string;
  letter: PostLetter;
  from: number;
  to: number;
  reason: string;
}

/** Some stand in today, some are away soon; no persona is away today, so that everybody can be tried out. */
const PLANNED: readonly PlannedAbsence[] = [
  { post: "city-hr-work", letter: "A", from: -1, to: 2, reason: "年休假" },
  { post: "city-housing-flat", letter: "A", from: 0, to: 1, reason: "公务出差" },
  { post: "city-finance-loan", letter: "A", from: 0, to: 0, reason: "培训" },
  { post: "city-police-entry", letter: "B", from: 2, to: 3, reason: "培训" },
  { post: "city-education-school", letter: "B", from: 5, to: 5, reason: "培训" },
  { post: "city-science-venture", letter: "A", from: 7, to: 8, reason: "公务出差" },
];

function workingDay(todayOn: string, count: number): string {
  if (count > 0) return addWorkingDays(PUBLISHED_CALENDAR, todayOn, count);
  return workingDayBefore(todayOn, -count);
}

/** Enters the absences of the demonstration; the running product lets the cases follow by itself. */
export function enterAbsences(postByCode: ReadonlyMap<string, PostDocument>, now: Date): void {
  const todayOn = dateInShanghai(now);
  for (const { post: code, letter, from, to, reason } of PLANNED) {
    const post = postByCode.get(code);
    const holder = post?.holders.find((one) => one.letter === letter);
    if (post === undefined || holder === undefined) throw new Error(`no holder ${letter} of ${code}`);
    const fromOn = workingDay(todayOn, from);
    post.absences.push({
      id: idOf(`absence ${code} ${from}`).toHexString(),
      ...{ letter, accountId: holder.accountId, fromOn, toOn: workingDay(todayOn, to), reason },
      state: "registered",
      enteredById: holder.accountId,
      enteredAt: now,
    });
    Object.assign(post, nextSettling(post, todayOn, PUBLISHED_CALENDAR).set);
  }
}
