import { instantInShanghai } from "@talent/shared/calendar/dates";
import { tellingTime } from "@talent/shared/calendar/tellingTime";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { TELLING_HOURS } from "@talent/shared/domain/escalation";

test.each([
  ["a working morning", "2026-11-24 10:00", "2026-11-24 10:00"],
  ["the first minute", "2026-11-24 09:00", "2026-11-24 09:00"],
  ["before the hours", "2026-11-24 00:00", "2026-11-24 09:00"],
  ["the last minute", "2026-11-24 17:29", "2026-11-24 17:29"],
  ["the close of business", "2026-11-24 17:30", "2026-11-25 09:00"],
  ["a Friday evening", "2026-11-27 17:30", "2026-11-30 09:00"],
  ["a Saturday", "2026-11-28 10:00", "2026-11-30 09:00"],
  ["a Saturday that is worked", "2026-10-10 10:00", "2026-10-10 10:00"],
  ["the eve of the National Day week", "2026-09-30 20:00", "2026-10-08 09:00"],
  ["the night before a working Saturday", "2026-10-09 23:59", "2026-10-10 09:00"],
])("in %s it speaks at the next hour that is allowed", (_, at, told) => {
  const instant = (text: string) => instantInShanghai(text.slice(0, 10), text.slice(11));
  expect(tellingTime(PUBLISHED_CALENDAR, TELLING_HOURS, instant(at))).toEqual(instant(told));
});
