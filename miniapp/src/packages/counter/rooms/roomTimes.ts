import {
  minutesOfDay,
  ROOM_MOST_MINUTES,
  ROOM_STEP_MINUTES,
  timeOfMinutes,
  type OpenSpan,
} from "@talent/shared/domain/appointments";

/** Times at which a booking can begin: every step of the opening hours. */
export function startTimes(hours: readonly OpenSpan[]): string[] {
  return hours.flatMap(({ from, to }) => steps(minutesOfDay(from), minutesOfDay(to) - ROOM_STEP_MINUTES));
}

/** Times at which a booking that begins at `from` can end, within the hall's day and the longest booking. */
export function endTimes(hours: readonly OpenSpan[], from: string): string[] {
  const start = minutesOfDay(from);
  const close = Math.max(...hours.map(({ to }) => minutesOfDay(to)));
  return steps(start + ROOM_STEP_MINUTES, Math.min(start + ROOM_MOST_MINUTES, close));
}

function steps(first: number, last: number): string[] {
  const times: string[] = [];
  for (let minute = first; minute <= last; minute += ROOM_STEP_MINUTES) times.push(timeOfMinutes(minute));
  return times;
}
