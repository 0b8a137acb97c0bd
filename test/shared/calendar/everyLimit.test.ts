import { sumLimit } from "@talent/shared/calendar/timeLimit";
import { instantInShanghai } from "@talent/shared/calendar/dates";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import published from "@talent/shared/data/calendars.json";

const LONGEST = 60;

/** Working days of 2024 to 2027 counted from the notices' own words, with nothing of the product but their data. */
function workingDates(): string[] {
  const dates: string[] = [];
  const utc = new Date(Date.UTC(2024, 0, 1));
  for (; utc.getUTCFullYear() < 2028; utc.setUTCDate(utc.getUTCDate() + 1)) {
    const date = utc.toISOString().slice(0, 10);
    const year = published.years.find((each) => each.year === utc.getUTCFullYear());
    const day = date.slice(5);
    const named = (spans: readonly string[]) =>
      spans.some((span) => {
        const [first = "", last = first] = span.split("..");
        return day >= first && day <= last;
      });
    const weekend = utc.getUTCDay() % 6 === 0;
    if (year && named(year.off)) continue;
    if (!weekend || (year && named(year.makeUpWork))) dates.push(date);
  }
  return dates;
}

test("from every day of 2024 to 2026 every limit of 1 to 60 days ends where counting one by one ends", () => {
  const working = workingDates();
  const wrong: string[] = [];
  let checked = 0;
  let next = 0;
  const start = new Date(Date.UTC(2024, 0, 1));
  for (; start.getUTCFullYear() < 2027; start.setUTCDate(start.getUTCDate() + 1)) {
    const startOn = start.toISOString().slice(0, 10);
    while ((working[next] ?? "") <= startOn) next += 1;
    const at = instantInShanghai(startOn, "10:00");
    for (let workingDays = 1; workingDays <= LONGEST; workingDays += 1) {
      const rule = { workingDays, calendar: PUBLISHED_CALENDAR, closeOfDay: "17:30", warnShare: 0.8 };
      const { dueOn, unpublished } = sumLimit(rule, [{ type: "started", at }], at);
      const expected = working[next + workingDays - 1] ?? "";
      if (dueOn !== expected || unpublished !== expected >= "2027")
        wrong.push(`${startOn}+${workingDays}: ${dueOn ?? "none"}, counted ${expected}`);
      checked += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBe(1096 * LONGEST);
});
