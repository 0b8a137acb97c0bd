import type { Desk } from "@talent/shared/contract/schemas/counters";
import type { TicketAction, WindowAction } from "@talent/shared/domain/queueTickets";

/** The one large button of the calling page. */
export type DockPrimary = "open" | "callNext" | "start" | "finishNext" | "finish" | "none";

export interface Dock {
  primary: DockPrimary;
  /** Number that the large button calls. */
  calls: string | undefined;
  /** Acts beside it, at most two. */
  pair: TicketAction[];
  foot: Extract<WindowAction, "pause" | "open"> | undefined;
}

const CALLED_PAIR: readonly TicketAction[] = ["recall", "skip"];
const SERVING_PAIR: readonly TicketAction[] = ["hold", "transfer"];

/** What lies under the thumb, from what the server allows. */
export function dockOf(desk: Desk): Dock {
  const { current, window, waiting, can } = desk;
  const calls = window.status === "open" ? waiting.next[0]?.number : undefined;
  const foot = can.includes("pause") ? "pause" : can.includes("open") ? "open" : undefined;
  if (current === undefined) {
    const primary = can.includes("open")
      ? "open"
      : can.includes("callNext") && waiting.total > 0
        ? "callNext"
        : "none";
    return { primary, calls, pair: [], foot: primary === "open" ? undefined : foot };
  }
  const wanted = current.status === "called" ? CALLED_PAIR : SERVING_PAIR;
  const pair = wanted.filter((action) => current.can.includes(action));
  if (current.can.includes("start")) return { primary: "start", calls, pair, foot };
  return { primary: calls === undefined ? "finish" : "finishNext", calls, pair, foot };
}
