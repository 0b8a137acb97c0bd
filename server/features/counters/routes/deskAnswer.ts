import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { PolledDesk } from "@talent/shared/contract/schemas/counters";
import { CHECKLIST_KINDS } from "@talent/shared/domain/checklists";
import type { Reader } from "../../../platform/auth/reader";
import { unsignedKinds } from "../checklists/commands";
import { freshHallLive } from "../live";
import { presentDesk } from "../presenter/desk";
import { polled } from "../presenter/polled";
import { deviceAt } from "../rating/devices";
import { TicketModel } from "../tickets/model";
import { windowById } from "../windows/commands";

/** Tickets that a window has finished on a day. */
export function doneAtWindowQuery(windowId: string, hallId: string, dayOn: string) {
  return TicketModel.countDocuments({ hallId, dayOn, status: "done", windowId });
}

/** The desk of a window as it is now. */
export async function deskAnswer(
  windowId: string,
  { reader, now }: { reader: Reader; now: Date },
  version?: string,
): Promise<PolledDesk> {
  const window = await windowById(windowId);
  const dayOn = dateInShanghai(now);
  const [live, doneToday, device, checklistsOpen] = await Promise.all([
    freshHallLive(window.hallId, now),
    doneAtWindowQuery(windowId, window.hallId, dayOn).exec(),
    deviceAt(windowId),
    unsignedKinds(windowId, dayOn, CHECKLIST_KINDS),
  ]);
  const desk = presentDesk({
    ...{ live, window, reader, now, doneToday, checklistsOpen },
    device: { pairedAt: device?.tokenHash === undefined ? undefined : device.pairedAt },
  });
  return polled("desk", desk, now, version);
}
