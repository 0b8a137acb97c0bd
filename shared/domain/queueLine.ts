/** A waiting ticket as far as the order of calling is concerned. */
export interface LineTicket {
  id: string;
  /** Letter of its group. */
  letter: string;
  /** Sorts the line: milliseconds since 1970 of the moment as of which it stands there. */
  place: number;
  /** Only this window calls it. */
  forWindowId?: string | undefined;
}

/** A window that is open. */
export interface LineWindow {
  id: string;
  letters: readonly string[];
  /** Minutes until the present person is expected to be done; 0 = free. */
  freeInMinutes: number;
}

/** Minutes of service that one ticket of a group is expected to take, by letter. */
export type ServiceMinutes = Readonly<Record<string, number>>;

/** Used for a group that has no figure at all. */
const UNKNOWN_MINUTES = 10;

const SECOND_MS = 1000;
const NUMBERS_PER_MS = 10;

/** The place of a new number: its second, and within that the order of numbers, as people expect it. */
export function placeOfNumber(takenAt: Date, running: number): number {
  return Math.floor(takenAt.getTime() / SECOND_MS) * SECOND_MS + running / NUMBERS_PER_MS;
}

/** Whether a window may call a ticket: one of its groups, or one reserved for it. */
export function windowServes(window: Pick<LineWindow, "id" | "letters">, ticket: LineTicket): boolean {
  if (ticket.forWindowId !== undefined) return ticket.forWindowId === window.id;
  return window.letters.includes(ticket.letter);
}

/** Oldest place first; equal places by id, so that everybody computes the same order. */
export function inCallingOrder<T extends Pick<LineTicket, "id" | "place">>(tickets: readonly T[]): T[] {
  return [...tickets].sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/**
 * How many others are called before this one: those with an earlier place whom a window calls that may call this one
 * too, and those of its own group. `line` holds waiting tickets in the order of calling.
 */
export function ticketsAhead(
  ticket: LineTicket,
  line: readonly LineTicket[],
  windows: readonly LineWindow[],
): number {
  const mine = windows.filter((window) => windowServes(window, ticket));
  const index = line.findIndex(({ id }) => id === ticket.id);
  const before = index < 0 ? line : line.slice(0, index);
  return before.filter(
    (other) => other.letter === ticket.letter || mine.some((window) => windowServes(window, other)),
  ).length;
}

/** Middle value; of an even count the mean of the two in the middle. Undefined for none. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 ? high : ((sorted[sorted.length / 2 - 1] ?? high) + high) / 2;
}

/** One finished service. */
export interface RecentService {
  letter: string;
  minutes: number;
}

/**
 * Expected minutes per group: the median of the last `most` services of today, or the group's default.
 * @param recent newest first
 */
export function serviceMinutes(
  groups: readonly { letter: string; defaultMinutes: number }[],
  recent: readonly RecentService[],
  most: number,
): ServiceMinutes {
  return Object.fromEntries(
    groups.map(({ letter, defaultMinutes }) => {
      const own = recent.filter((service) => service.letter === letter).slice(0, most);
      return [letter, medianOf(own.map(({ minutes }) => minutes)) ?? defaultMinutes];
    }),
  );
}

/**
 * Minutes until each waiting ticket is called, by id, if every window goes on calling the first ticket it serves and
 * each service takes the expected time. A ticket that no window serves has no entry.
 * @param line waiting tickets in the order of calling
 */
export function estimateWaits(
  line: readonly LineTicket[],
  windows: readonly LineWindow[],
  minutes: ServiceMinutes,
): Map<string, number> {
  const waits = new Map<string, number>();
  const rest = [...line];
  let free = windows.map((window) => ({ window, at: Math.max(0, window.freeInMinutes) }));
  while (free.length > 0 && rest.length > 0) {
    const next = free.reduce((first, other) => (other.at < first.at ? other : first));
    const index = rest.findIndex((ticket) => windowServes(next.window, ticket));
    const [ticket] = index < 0 ? [] : rest.splice(index, 1);
    if (ticket === undefined) {
      free = free.filter((other) => other !== next);
      continue;
    }
    waits.set(ticket.id, Math.round(next.at));
    next.at += Math.max(1, minutes[ticket.letter] ?? UNKNOWN_MINUTES);
  }
  return waits;
}

/**
 * The place of somebody who is put back into the line behind `count` others; behind all where fewer wait.
 * @param places places of the waiting tickets in the order of calling
 * @param now milliseconds since 1970: the place when nobody waits
 */
export function placeBehind(places: readonly number[], count: number, now: number): number {
  if (count <= 0) return places[0] === undefined ? now : places[0] - 1;
  const before = places[count - 1];
  const after = places[count];
  const last = places.at(-1);
  if (before === undefined || after === undefined) return last === undefined ? now : Math.max(now, last + 1);
  return (before + after) / 2;
}
