import type { HallDisplay, WindowDisplay } from "@talent/shared/contract/schemas/counters";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { windowServes } from "@talent/shared/domain/queueLine";
import { both } from "@talent/shared/labels/bilingual";
import { versionOn, type Catalogue } from "../../catalogue/index";
import { lineTicketOf, ticketAt, waitingTickets, type HallLive } from "../live";
import { isAtWindow } from "../policy";
import type { NumberedTicket } from "../tickets/model";
import type { WindowDocument } from "../windows/model";
import { newcomersWaits, waitingOf } from "./hall";

type Announcement = HallDisplay["announcements"][number];

/** Numbers shown as 请准备. */
const NEXT = 3;
/** Calls on the big screen. */
const CALLS = 6;
/** Letters and digits are spoken one by one. */
const spelled = (number: string) => [...number].join(" ");

function announcementOf(ticket: NumberedTicket): Announcement[] {
  const { call, windowNumber, number } = ticket;
  if (call === undefined || windowNumber === undefined) return [];
  return [
    {
      sequence: call.sequence,
      at: call.at.toISOString(),
      number,
      windowNumber,
      speech: both(
        `请 ${number} 号到 ${windowNumber} 号窗口`,
        `Number ${spelled(number)}, please go to window ${windowNumber}`,
      ),
    },
  ];
}

function shownWindow(window: WindowDocument, live: HallLive) {
  const current = ticketAt(live, window._id.toHexString());
  const { number, status } = window;
  if (current === undefined || !isAtWindow(current.status)) return { windowNumber: number, status };
  return {
    windowNumber: number,
    status,
    current: {
      number: current.number,
      status: current.status,
      itemName: current.itemName,
      limitDays: current.limitDays,
    },
  };
}

/** What stands over a window (§4.7): numbers and items, nothing personal. */
export function presentWindowDisplay(
  window: WindowDocument,
  live: HallLive,
  catalogue: Catalogue,
  now: Date,
): WindowDisplay {
  const id = window._id.toHexString();
  const todayOn = dateInShanghai(now);
  const current = ticketAt(live, id);
  const [announcement] = current === undefined ? [] : announcementOf(current);
  const server = { id, letters: window.letters };
  const items = live.hall.groups
    .filter(({ letter }) => window.letters.includes(letter))
    .flatMap(({ itemIds }) => itemIds.flatMap((itemId) => catalogue.item(itemId) ?? []));
  return {
    hallName: live.hall.name,
    ...shownWindow(window, live),
    itemNames: items.map(({ versions }) => versionOn(versions, todayOn).name),
    next: waitingTickets(live)
      .filter((ticket) => windowServes(server, lineTicketOf(ticket)))
      .slice(0, NEXT)
      .map(({ number }) => number),
    ...(announcement === undefined ? {} : { announcement }),
  };
}

/** The big screen of a hall. */
export function presentHallDisplay(live: HallLive, now: Date): HallDisplay {
  const waits = newcomersWaits(live, now);
  const calls = [...live.tickets, ...live.ended].flatMap(announcementOf);
  return {
    hallName: live.hall.name,
    windows: live.windows.map((window) => ({
      windowId: window._id.toHexString(),
      ...shownWindow(window, live),
    })),
    groups: live.hall.groups.map(({ letter, name }) => {
      const waitMinutes = waits.get(letter);
      return {
        letter,
        name,
        waiting: waitingOf(live, letter),
        ...(waitMinutes === undefined ? {} : { waitMinutes }),
      };
    }),
    announcements: calls.sort((a, b) => b.sequence - a.sequence).slice(0, CALLS),
  };
}
