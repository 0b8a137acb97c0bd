/** States of an appointment 预约. */
export const APPOINTMENT_STATUSES = ["booked", "checkedIn", "cancelled", "noShow"] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export const APPOINTMENT_ACTIONS = ["reschedule", "cancel", "checkIn"] as const;
export type AppointmentAction = (typeof APPOINTMENT_ACTIONS)[number];

/** Opening hours of one part of a day, `HH:MM` in Asia/Shanghai. */
export interface OpenSpan {
  from: string;
  to: string;
}

/** How the slots of a group are made. */
export interface SlotPlan {
  /** Length of a slot in minutes. */
  minutes: number;
  perSlot: number;
  perDay: number;
}

/** Meeting rooms are booked in steps of so many minutes. */
export const ROOM_STEP_MINUTES = 15;

/** Longest booking of a meeting room. */
export const ROOM_MOST_MINUTES = 240;

export function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

export function timeOfMinutes(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The slots of a day: whole slots inside each span of the opening hours. */
export function slotsOfDay(hours: readonly OpenSpan[], plan: Pick<SlotPlan, "minutes">): OpenSpan[] {
  return hours.flatMap((span) => {
    const slots: OpenSpan[] = [];
    const end = minutesOfDay(span.to);
    for (let from = minutesOfDay(span.from); from + plan.minutes <= end; from += plan.minutes)
      slots.push({ from: timeOfMinutes(from), to: timeOfMinutes(from + plan.minutes) });
    return slots;
  });
}
