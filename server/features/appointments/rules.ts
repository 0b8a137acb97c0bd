import { addDays, dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { AppointmentAction, AppointmentStatus, OpenSpan } from "@talent/shared/domain/appointments";
import type { QueueSettings } from "@talent/shared/domain/queueTickets";

const MINUTE_MS = 60_000;

/** Today if it counts, and the working days after it: so many in all. */
export function bookableDays(calendar: WorkingCalendar, now: Date, count: number): string[] {
  const days: string[] = [];
  for (let on = dateInShanghai(now); days.length < count; on = addDays(on, 1))
    if (calendar.day(on).counts) days.push(on);
  return days;
}

/** A slot can be booked until some time before it begins. */
export function stillBookable(on: string, from: string, settings: QueueSettings, now: Date): boolean {
  const startsAt = instantInShanghai(on, from).getTime();
  return startsAt - settings.bookUntilMinutes * MINUTE_MS > now.getTime();
}

/** From when to when somebody with an appointment checks in. */
export function checkInTimes(startsAt: Date, settings: QueueSettings): { from: Date; until: Date } {
  return {
    from: new Date(startsAt.getTime() - settings.checkInBeforeMinutes * MINUTE_MS),
    until: new Date(startsAt.getTime() + settings.checkInAfterMinutes * MINUTE_MS),
  };
}

/** When somebody is reminded: as the hall opens on the working day before; undefined when that is past. */
export function reminderAt(
  on: string,
  opensAt: string,
  calendar: WorkingCalendar,
  now: Date,
): Date | undefined {
  let day = addDays(on, -1);
  while (!calendar.day(day).counts) day = addDays(day, -1);
  const at = instantInShanghai(day, opensAt);
  return at > now ? at : undefined;
}

/** The place in the line that an appointment gives: as if the number had been taken some time before the slot. */
export function placeOfAppointment(startsAt: Date, settings: QueueSettings): number {
  return startsAt.getTime() - settings.appointmentHeadStartMinutes * MINUTE_MS;
}

/** The lowest number from 1 to `most` that is not taken. */
export function freeSeat(taken: ReadonlySet<number>, most: number): number | undefined {
  for (let seat = 1; seat <= most; seat += 1) if (!taken.has(seat)) return seat;
  return undefined;
}

/** What its holder may do with an appointment now. */
export function appointmentActions(
  { status, startsAt }: { status: AppointmentStatus; startsAt: Date },
  settings: QueueSettings,
  now: Date,
): AppointmentAction[] {
  if (status !== "booked") return [];
  const { from, until } = checkInTimes(startsAt, settings);
  return [
    ...(now < startsAt ? (["reschedule", "cancel"] as const) : []),
    ...(now >= from && now <= until ? (["checkIn"] as const) : []),
  ];
}

/** The slot that begins at this time. */
export function slotFrom(slots: readonly OpenSpan[], from: string): OpenSpan | undefined {
  return slots.find((slot) => slot.from === from);
}
