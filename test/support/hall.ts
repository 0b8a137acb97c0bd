import { Types } from "mongoose";
import type { Desk, DeskTicket, PolledDesk, Ticket } from "@talent/shared/contract/schemas/counters";
import { DEFAULT_QUEUE_SETTINGS, type QueueSettings } from "@talent/shared/domain/queueTickets";
import { forgetHalls, HallModel, WindowModel, type HallDocument } from "../../server/features/counters/index";
import type { ItemDocument } from "../../server/features/catalogue/index";
import type { Answer, TestServer } from "./testServer";
import { addItem, itemVersion, type Person } from "./world";

const both = (zh: string, en: string) => ({ zh, en });

/** A hall with three lines and windows, as tests of the counter need it. */
export interface TestHall {
  id: string;
  /** Items of the lines A, B and C. */
  items: { A: string; B: string; C: string };
  /** Ids of the windows: the first serves A, the second B, the third A and B, the fourth C. */
  windows: [string, string, string, string];
}

interface HallChanges {
  level?: "municipal" | "district";
  districtCode?: string;
  settings?: Partial<QueueSettings>;
  slots?: { minutes: number; perSlot: number; perDay: number };
}

const LETTERS = [["A"], ["B"], ["A", "B"], ["C"]];
let serial = 0;

function hallDocument(items: readonly ItemDocument[], changes: HallChanges): HallDocument {
  const [school, medical, archives] = items.map(({ _id }) => _id.toHexString());
  const { slots } = changes;
  const group = (letter: string, name: string, itemId: string | undefined) => ({
    ...{ letter, name: both(name, letter), itemIds: [itemId ?? ""], defaultMinutes: 10 },
    ...(slots === undefined ? {} : { slots }),
  });
  return {
    _id: new Types.ObjectId(),
    code: `hall-${(serial += 1)}`,
    name: "市人才服务大厅（示例）",
    level: changes.level ?? "municipal",
    districtCode: changes.districtCode,
    address: "示例路 1 号",
    phone: "023-00000000",
    sample: true,
    hours: [
      { from: "09:00", to: "12:00" },
      { from: "13:30", to: "17:30" },
    ],
    groups: [group("A", "子女入学", school), group("B", "医疗保健", medical), group("C", "档案", archives)],
    settings: { ...DEFAULT_QUEUE_SETTINGS, ...changes.settings },
    checklists: {
      opening: [
        { key: "equipment", label: both("设备已开", "Equipment is on") },
        { key: "caller", label: both("叫号器正常", "The caller works") },
      ],
      closing: [{ key: "lights", label: both("已关灯", "Lights are off") }],
    },
  };
}

export async function addHall(changes: HallChanges = {}): Promise<TestHall> {
  const items = [];
  for (const name of ["school", "medical", "archives"])
    items.push(await addItem(`${name}-${serial}`, itemVersion({ name: both(name, name), limitDays: 15 })));
  const hall = hallDocument(items, changes);
  await HallModel.collection.insertOne(hall, { ignoreUndefined: true });
  forgetHalls();
  const id = hall._id.toHexString();
  const windows = LETTERS.map((letters, index) => ({
    ...{ _id: new Types.ObjectId(), version: 1, status: "closed", hallId: id, number: index + 1, letters },
    ...{ commands: [], outbox: [] },
  }));
  await WindowModel.collection.insertMany(windows);
  const [A = "", B = "", C = ""] = items.map(({ _id }) => _id.toHexString());
  const [first = "", second = "", third = "", fourth = ""] = windows.map(({ _id }) => _id.toHexString());
  return { id, items: { A, B, C }, windows: [first, second, third, fourth] };
}

export function deskIn(answer: Answer): Desk {
  const { desk } = answer.body as PolledDesk;
  if (answer.status !== 200 || desk === undefined)
    throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return desk;
}

export function currentOf(desk: Desk): DeskTicket {
  if (desk.current === undefined) throw new Error("nobody stands at the window");
  return desk.current;
}

export function ticketIn(answer: Answer): Ticket {
  if (answer.status > 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  const { ticket = answer.body } = answer.body as { ticket?: Ticket };
  return ticket as Ticket;
}

/** Calls about a hall, as people of the tests. */
export function hallCalls(server: TestServer, hall: TestHall) {
  const post = (person: Person, path: string, body: unknown = {}, key?: string) =>
    server.call("POST", `/api${path}`, { token: person.token, body, ...(key === undefined ? {} : { key }) });
  const get = (person: Person | undefined, path: string) =>
    server.call("GET", `/api${path}`, person === undefined ? {} : { token: person.token });
  const take = (person: Person, itemId = hall.items.A, key?: string) =>
    post(person, "/tickets", { hallId: hall.id, itemId }, key);
  /** A number for somebody without a phone. */
  const takeFor = (staff: Person, itemId = hall.items.A, key?: string) =>
    post(staff, `/counter/halls/${hall.id}/tickets`, { itemId }, key);
  const open = (staff: Person, windowId: string) => post(staff, `/counter/windows/${windowId}/open`);
  const callNext = (staff: Person, windowId: string, key?: string) =>
    post(staff, `/counter/windows/${windowId}/call-next`, {}, key);
  const act = (staff: Person, ticketId: string, action: string, body: unknown = {}, key?: string) =>
    post(staff, `/counter/tickets/${ticketId}/${action}`, body, key);
  return { post, get, take, takeFor, open, callNext, act };
}
