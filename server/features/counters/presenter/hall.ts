import type { CounterHall, CounterWindow, Hall } from "@talent/shared/contract/schemas/counters";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { estimateWaits } from "@talent/shared/domain/queueLine";
import type { Reader } from "../../../platform/auth/reader";
import { versionOn, type Catalogue } from "../../catalogue/index";
import { hallState } from "../halls/hours";
import { lineTicketOf, minutesOf, openWindows, ticketAt, waitingTickets, type HallLive } from "../live";
import { sitsAt } from "../policy";
import type { WindowDocument } from "../windows/model";

/** Stands for somebody who would take a number now. */
const NEWCOMER = "newcomer";

/** Minutes that somebody who takes a number of each line now would wait. */
export function newcomersWaits(live: HallLive, now: Date): Map<string, number> {
  const minutes = minutesOf(live);
  const windows = openWindows(live, minutes, now);
  const line = waitingTickets(live).map(lineTicketOf);
  const waits = live.hall.groups.map(({ letter }): [string, number | undefined] => {
    const newcomer = { id: NEWCOMER, letter, place: now.getTime() };
    return [letter, estimateWaits([...line, newcomer], windows, minutes).get(NEWCOMER)];
  });
  return new Map(waits.flatMap(([letter, wait]) => (wait === undefined ? [] : [[letter, wait] as const])));
}

export function waitingOf(live: HallLive, letter: string): number {
  return live.tickets.filter((ticket) => ticket.status === "waiting" && ticket.letter === letter).length;
}

/** A hall as everybody sees it. */
export function presentHall(live: HallLive, calendar: WorkingCalendar, now: Date): Hall {
  const { hall } = live;
  const waits = newcomersWaits(live, now);
  return {
    id: hall._id.toHexString(),
    name: hall.name,
    level: hall.level,
    ...(hall.districtCode === undefined ? {} : { districtCode: hall.districtCode }),
    address: hall.address,
    phone: hall.phone,
    sample: hall.sample,
    hours: hall.hours,
    ...hallState(hall.hours, calendar, now),
    openWindows: live.windows.filter(({ status }) => status === "open").length,
    groups: hall.groups.map(({ letter, name, itemIds, slots }) => {
      const waitMinutes = waits.get(letter);
      return {
        letter,
        name,
        itemIds,
        waiting: waitingOf(live, letter),
        ...(waitMinutes === undefined ? {} : { waitMinutes }),
        appointments: slots !== undefined,
      };
    }),
  };
}

/** A window as the staff of its hall sees it. */
export function presentWindow(window: WindowDocument, live: HallLive, reader: Reader): CounterWindow {
  const id = window._id.toHexString();
  const current = ticketAt(live, id);
  return {
    id,
    number: window.number,
    status: window.status,
    letters: window.letters,
    ...(window.sitting === undefined
      ? {}
      : { sitting: { name: window.sitting.name, me: sitsAt(reader, window) } }),
    ...(current === undefined ? {} : { currentNumber: current.number }),
  };
}

/** A hall as the staff that works there sees it. */
export function presentCounterHall(
  live: HallLive,
  reader: Reader,
  { calendar, catalogue, now }: { calendar: WorkingCalendar; catalogue: Catalogue; now: Date },
): CounterHall {
  const { hall } = live;
  const todayOn = dateInShanghai(now);
  return {
    id: hall._id.toHexString(),
    name: hall.name,
    level: hall.level,
    ...(hall.districtCode === undefined ? {} : { districtCode: hall.districtCode }),
    sample: hall.sample,
    hours: hall.hours,
    openNow: hallState(hall.hours, calendar, now).openNow,
    groups: hall.groups.map(({ letter, name, itemIds }) => ({
      letter,
      name,
      items: itemIds.flatMap((id) => {
        const item = catalogue.item(id);
        return item === undefined ? [] : [{ id, name: versionOn(item.versions, todayOn).name }];
      }),
      waiting: waitingOf(live, letter),
    })),
    windows: live.windows.map((window) => presentWindow(window, live, reader)),
  };
}
