import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { HallDisplay } from "@talent/shared/contract/schemas/counters";

export type Announcement = HallDisplay["announcements"][number];

/** Sequences begin anew each day: the day stands before them, so that yesterday's last call is older than today's first. */
export interface Call {
  on: string;
  sequence: number;
}

export function callOf(announcement: Pick<Announcement, "at" | "sequence">): Call {
  return { on: dateInShanghai(new Date(announcement.at)), sequence: announcement.sequence };
}

function later(one: Call, other: Call): boolean {
  return one.on === other.on ? one.sequence > other.sequence : one.on > other.on;
}

/** The newest of both. */
export function newestCall(calls: readonly Call[], known: Call): Call {
  return calls.reduce((newest, call) => (later(call, newest) ? call : newest), known);
}

/** What was called after `known`, oldest first. */
export function unheardCalls<A extends Pick<Announcement, "at" | "sequence">>(
  announcements: readonly A[],
  known: Call,
): A[] {
  return announcements
    .filter((announcement) => later(callOf(announcement), known))
    .sort((one, other) => (later(callOf(one), callOf(other)) ? 1 : -1));
}
