import type { Desk, DeskTicket } from "@talent/shared/contract/schemas/counters";
import type { TicketAction, WindowAction } from "@talent/shared/domain/queueTickets";
import { dockOf } from "../../../miniapp/src/packages/counter/calling/dock";

function ticket(number: string, changes: Partial<DeskTicket> = {}): DeskTicket {
  return {
    id: number,
    number,
    status: "waiting",
    source: "counter",
    letter: "A",
    itemId: "item",
    itemName: { zh: "子女入学", en: "School" },
    takenAt: "2026-10-09T01:00:00.000Z",
    waitedMinutes: 5,
    skips: 0,
    reserved: false,
    can: [],
    ...changes,
  };
}

interface At {
  status?: Desk["window"]["status"];
  current?: { status: "called" | "serving"; can: TicketAction[] };
  next?: string[];
  can?: WindowAction[];
}

function desk({ status = "open", current, next = [], can = [] }: At): Desk {
  return {
    hall: { id: "hall", name: "大厅" },
    window: { id: "window", number: 3, status, letters: ["A"] },
    ...(current === undefined ? {} : { current: ticket("A001", current) }),
    waiting: { total: next.length, next: next.map((number) => ticket(number)) },
    skipped: [],
    held: [],
    doneToday: 0,
    device: { paired: false },
    transferTo: { groups: [], windows: [] },
    checklistsOpen: [],
    can,
  };
}

const CALLED: At["current"] = { status: "called", can: ["recall", "start", "skip", "hold", "finish"] };
const SERVING: At["current"] = { status: "serving", can: ["hold", "transfer", "finish"] };

test.each<[string, At, ReturnType<typeof dockOf>]>([
  [
    "an empty window calls the next one",
    { next: ["A002"], can: ["pause", "close", "callNext"] },
    { primary: "callNext", calls: "A002", pair: [], foot: "pause" },
  ],
  [
    "an empty window with nobody waiting has nobody to call",
    { can: ["pause", "close", "callNext"] },
    { primary: "none", calls: undefined, pair: [], foot: "pause" },
  ],
  [
    "a paused window opens first",
    { status: "paused", next: ["A002"], can: ["open", "close"] },
    { primary: "open", calls: undefined, pair: [], foot: undefined },
  ],
  [
    "a called number begins, is called again or missed",
    { current: CALLED, next: ["A002"], can: ["pause"] },
    { primary: "start", calls: "A002", pair: ["recall", "skip"], foot: "pause" },
  ],
  [
    "a served number is finished and the next one called",
    { current: SERVING, next: ["A002"], can: ["pause"] },
    { primary: "finishNext", calls: "A002", pair: ["hold", "transfer"], foot: "pause" },
  ],
  [
    "with nobody waiting a served number is just finished",
    { current: SERVING, can: ["pause"] },
    { primary: "finish", calls: undefined, pair: ["hold", "transfer"], foot: "pause" },
  ],
  [
    "after a pause a served number is finished without calling anybody",
    { status: "paused", current: SERVING, next: ["A002"], can: ["open"] },
    { primary: "finish", calls: undefined, pair: ["hold", "transfer"], foot: "open" },
  ],
])("%s", (_name, at, expected) => {
  expect(dockOf(desk(at))).toEqual(expected);
});

test("acts that the server does not allow are absent", () => {
  const current: At["current"] = { status: "serving", can: ["finish"] };
  expect(dockOf(desk({ current })).pair).toEqual([]);
});
