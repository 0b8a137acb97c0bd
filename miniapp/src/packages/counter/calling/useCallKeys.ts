import type { TicketAction } from "@talent/shared/domain/queueTickets";
import type { KeyMap } from "../../../components/staff/browser/keys";
import type { DeskPage } from "./useDeskPage";

const TICKET_KEYS: Readonly<Record<string, TicketAction>> = {
  r: "recall",
  s: "skip",
  h: "hold",
  t: "transfer",
};

/** Keys of the calling page: N for the big step, letters for the acts on the number that stands here. */
export function useCallKeys(page: DeskPage): KeyMap {
  const { desk, dock } = page;
  const keys: Record<string, () => void> = {};
  if (desk === undefined || dock === undefined) return keys;
  keys.n = () => void page.primary(desk, dock);
  const { current } = desk;
  if (current === undefined) return keys;
  for (const [key, action] of Object.entries(TICKET_KEYS))
    if (current.can.includes(action)) keys[key] = () => void page.onTicket(current, action);
  return keys;
}
