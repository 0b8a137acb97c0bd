import { dateInShanghai } from "@talent/shared/calendar/dates";
import { hasRole } from "../../platform/auth/reader";
import type { Handlers } from "../../platform/http/handler";
import { importCalendar, restoreCalendar } from "./commands";
import type { CalendarContext } from "./context";
import { presentYear, untouchedYear } from "./presenter";
import { previewCalendar } from "./preview";
import { shippedYears, storedYears } from "./years";

type Names = "calendars.list" | "calendars.preview" | "calendars.import" | "calendars.restore";

/** Years that are shown: shipped, stored, this one and the next. */
async function shownYears(now: Date) {
  const stored = await storedYears();
  const thisYear = Number(dateInShanghai(now).slice(0, 4));
  const years = new Set([...shippedYears(), ...stored.map(({ year }) => year), thisYear, thisYear + 1]);
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => presentYear(stored.find((each) => each.year === year) ?? untouchedYear(year)));
}

export function calendarHandlers(context: CalendarContext): Handlers<Names> {
  return {
    "calendars.list": async ({ reader, now }) => ({
      items: await shownYears(now),
      canChange: hasRole(reader, "administrator"),
    }),
    "calendars.preview": ({ body, now }) => previewCalendar(context, body, now),
    "calendars.import": async ({ body, reader, now, commandKey }) =>
      presentYear(await importCalendar({ context, reader, now, commandKey }, body)),
    "calendars.restore": async ({ params, body, reader, now, commandKey }) =>
      presentYear(await restoreCalendar({ context, reader, now, commandKey }, params.year, body)),
  };
}
