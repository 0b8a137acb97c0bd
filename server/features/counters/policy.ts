import { servesAt } from "@talent/shared/domain/roles";
import { AT_WINDOW_STATUSES, STAFFED_WINDOW_STATUSES } from "@talent/shared/domain/queueTickets";
import { OWN_WINDOW_ACTIONS, ticketMay, type TicketAction } from "@talent/shared/domain/queueTickets";
import type { TicketStatus, WindowAction } from "@talent/shared/domain/queueTickets";
import { hasRole, type Reader } from "../../platform/auth/reader";
import type { HallDocument } from "./halls/model";
import type { TicketDocument } from "./tickets/model";
import type { WindowDocument } from "./windows/model";

/** The municipal hall is the municipal specialists', a district's hall those of that district (§6.3.1, §6.3.3). */
export function worksIn(reader: Reader, hall: Pick<HallDocument, "level" | "districtCode">): boolean {
  return servesAt(reader.grants, hall.level, hall.districtCode);
}

/** Administrators see every hall, for setting up and for history. */
export function seesHall(reader: Reader, hall: Pick<HallDocument, "level" | "districtCode">): boolean {
  return hasRole(reader, "administrator") || worksIn(reader, hall);
}

/** Whether the reader is the one at the window. */
export function sitsAt(reader: Reader, window: Pick<WindowDocument, "status" | "sitting">): boolean {
  return (
    STAFFED_WINDOW_STATUSES.some((status) => status === window.status) &&
    window.sitting?.accountId === reader.accountId
  );
}

/** What the reader may do with a window of a hall in which they work. */
export function windowActions(
  reader: Reader,
  window: Pick<WindowDocument, "status" | "sitting">,
  atWindow: boolean,
): WindowAction[] {
  if (!sitsAt(reader, window)) return window.status === "closed" ? ["open"] : [];
  const calls = window.status === "open";
  return [
    ...(calls ? (["pause"] as const) : (["open"] as const)),
    ...(atWindow ? [] : (["close"] as const)),
    ...(calls && !atWindow ? (["callNext"] as const) : []),
  ];
}

/** Somebody at `window` does this to a ticket of the same hall. */
export function mayActOn(
  action: TicketAction,
  ticket: Pick<TicketDocument, "status" | "occupies" | "skips">,
  windowId: string,
  maxSkips: number,
): boolean {
  if (action === "cancel" || ticket.status === "numbering") return false;
  if (!ticketMay(action, ticket.status)) return false;
  if (action === "putBack") return ticket.skips < maxSkips;
  const standsSomewhere = isAtWindow(ticket.status);
  const own = OWN_WINDOW_ACTIONS.some((name) => name === action);
  return own || standsSomewhere ? ticket.occupies === windowId : true;
}

export function isAtWindow(status: TicketDocument["status"]): status is "called" | "serving" {
  return (AT_WINDOW_STATUSES as readonly string[]).includes(status);
}

/** Whoever holds a number gives it back while it is not at a window. */
export function mayCancel(accountId: string, ticket: Pick<TicketDocument, "accountId" | "status">): boolean {
  return (
    ticket.accountId === accountId &&
    ticket.status !== "numbering" &&
    ticketMay("cancel", ticket.status satisfies TicketStatus)
  );
}
