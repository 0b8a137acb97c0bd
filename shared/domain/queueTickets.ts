/** States of a queue ticket 排队号 (DB50/T 1733 §4.6). */
export const TICKET_STATUSES = [
  "waiting",
  "called",
  "serving",
  "held",
  "skipped",
  "done",
  "cancelled",
  "expired",
] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** The ticket stands at a window: one at most per window. */
export const AT_WINDOW_STATUSES = ["called", "serving"] as const satisfies readonly TicketStatus[];

/** The ticket is not over yet. */
export const LIVE_TICKET_STATUSES = [
  "waiting",
  ...AT_WINDOW_STATUSES,
  "held",
  "skipped",
] as const satisfies readonly TicketStatus[];

/** Whoever has a ticket in one of these takes no second one in the same hall; after 过号 one may. */
export const HOLDING_TICKET_STATUSES = [
  "waiting",
  ...AT_WINDOW_STATUSES,
  "held",
] as const satisfies readonly TicketStatus[];

/** What can happen to a ticket. */
export const TICKET_ACTIONS = [
  "recall",
  "start",
  "skip",
  "putBack",
  "hold",
  "resume",
  "transfer",
  "finish",
  "cancel",
] as const;
export type TicketAction = (typeof TICKET_ACTIONS)[number];

/** From which states an action leads where; `same` keeps the state. */
export const TICKET_LIFECYCLE: Readonly<
  Record<TicketAction, { from: readonly TicketStatus[]; to: TicketStatus | "same" }>
> = {
  recall: { from: ["called"], to: "same" },
  start: { from: ["called"], to: "serving" },
  skip: { from: ["called"], to: "skipped" },
  putBack: { from: ["skipped"], to: "waiting" },
  hold: { from: AT_WINDOW_STATUSES, to: "held" },
  resume: { from: ["held"], to: "called" },
  transfer: { from: [...AT_WINDOW_STATUSES, "held"], to: "waiting" },
  finish: { from: AT_WINDOW_STATUSES, to: "done" },
  cancel: { from: ["waiting", "skipped", "held"], to: "cancelled" },
};

/** Actions at the window that has the ticket; the others any window of the hall may do. */
export const OWN_WINDOW_ACTIONS = [
  "recall",
  "start",
  "skip",
  "finish",
] as const satisfies readonly TicketAction[];

/** How a ticket came about. */
export const TICKET_SOURCES = ["phone", "counter", "appointment"] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

/** States of a window 窗口: open = calls, paused = somebody sits there and calls nobody, closed = empty. */
export const WINDOW_STATUSES = ["open", "paused", "closed"] as const;
export type WindowStatus = (typeof WINDOW_STATUSES)[number];

/** Somebody sits there. */
export const STAFFED_WINDOW_STATUSES = ["open", "paused"] as const satisfies readonly WindowStatus[];

export const WINDOW_ACTIONS = ["open", "pause", "close", "callNext"] as const;
export type WindowAction = (typeof WINDOW_ACTIONS)[number];

/** Numbers of a hall's queue. Defaults; each hall keeps its own. */
export interface QueueSettings {
  /** Somebody who missed the call and comes back stands behind so many others. */
  putBackPlaces: number;
  /** After so many missed calls a new number has to be taken. */
  maxSkips: number;
  /** The holder is told when so many stand before them. */
  soonAhead: number;
  /** Service times of the last so many tickets of a group today make its estimate. */
  recentServices: number;
  /** Somebody with an appointment stands as if the number had been taken so many minutes before the slot. */
  appointmentHeadStartMinutes: number;
  /** Check-in opens so many minutes before the slot … */
  checkInBeforeMinutes: number;
  /** … and ends so many minutes after its beginning; then it counts as missed. */
  checkInAfterMinutes: number;
  /** Appointments can be made for the next so many working days. */
  bookAheadWorkingDays: number;
  /** A slot can be booked until so many minutes before it begins. */
  bookUntilMinutes: number;
  /** Numbers that nobody called end so many minutes after the hall closes. */
  expireAfterCloseMinutes: number;
  /** A code for rating at the counter lives so long. */
  ratingCodeMinutes: number;
}

export const DEFAULT_QUEUE_SETTINGS: QueueSettings = {
  putBackPlaces: 3,
  maxSkips: 3,
  soonAhead: 2,
  recentServices: 12,
  appointmentHeadStartMinutes: 60,
  checkInBeforeMinutes: 30,
  checkInAfterMinutes: 10,
  bookAheadWorkingDays: 10,
  bookUntilMinutes: 30,
  expireAfterCloseMinutes: 60,
  ratingCodeMinutes: 15,
};

/** A number as people read it: letter of the group and three digits or more, `A037`. */
export function ticketNumber(letter: string, running: number): string {
  return `${letter}${String(running).padStart(3, "0")}`;
}

export function ticketMay(action: TicketAction, status: TicketStatus): boolean {
  return TICKET_LIFECYCLE[action].from.includes(status);
}
