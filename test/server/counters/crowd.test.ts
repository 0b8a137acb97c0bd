import { Types } from "mongoose";
import type { PolledDesk, Ticket } from "@talent/shared/contract/schemas/counters";
import { hallById, TicketModel, takeTicket, WindowModel } from "../../../server/features/counters/index";
import { callNext } from "../../../server/features/counters/tickets/callNext";
import { addHall, deskIn, hallCalls } from "../../support/hall";
import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";

/** Acts of one kind at once. */
const CROWD = 1000;
const WINDOWS = 12;

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
});
afterAll(() => server.stop());

const inOrder = (count: number) =>
  Array.from({ length: count }, (_, index) => `A${String(index + 1).padStart(3, "0")}`);

/** Runs many acts with at most `atOnce` under way, as a browser or a phone would have them. */
async function together<T>(acts: readonly (() => Promise<T>)[], atOnce: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < acts.length; index = next++) {
      const act = acts[index];
      if (act !== undefined) results[index] = await act();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

test("a thousand people who take a number at once get a thousand numbers without gap or repetition", async () => {
  const { id, items } = await addHall();
  const hall = await hallById(id);
  const now = server.clock.now();
  const tickets = await Promise.all(
    Array.from({ length: CROWD }, () =>
      takeTicket({
        hall,
        itemId: items.A,
        source: "phone",
        accountId: new Types.ObjectId().toHexString(),
        now,
      }),
    ),
  );
  expect(tickets.map(({ number }) => number).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(
    inOrder(CROWD),
  );
}, 60_000);

test("calls that are repeated over HTTP, and people who press twice, use up no number", async () => {
  const hall = await addHall();
  const calls = hallCalls(server, hall);
  const acts = Array.from(
    { length: 300 },
    (_, index) => () => calls.takeFor(world.municipal, hall.items.A, `crowd-key-${Math.floor(index / 3)}`),
  );
  const pressed = Array.from({ length: 20 }, () => () => calls.take(world.talent));
  const answers = await together([...acts, ...pressed], 64);
  const numbers = answers.filter(({ status }) => status === 201).map(({ body }) => (body as Ticket).number);
  expect([...new Set(numbers)].sort()).toEqual(inOrder(101));
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
}, 60_000);

test("no number is called twice, however many windows call at once", async () => {
  const hall = await addHall();
  const rows = Array.from({ length: WINDOWS }, (_, index) => ({
    ...{ _id: new Types.ObjectId(), version: 1, status: "open", hallId: hall.id, number: 11 + index },
    // One specialist cannot sit at twelve windows: the rows say that each is somebody else's.
    ...{ letters: ["A"], commands: [], outbox: [] },
  }));
  await WindowModel.collection.insertMany(rows);
  const loaded = await hallById(hall.id);
  const now = server.clock.now();
  await Promise.all(
    Array.from({ length: 80 }, () =>
      takeTicket({ hall: loaded, itemId: hall.items.A, source: "counter", now }),
    ),
  );
  const windows = await WindowModel.find({ hallId: hall.id, number: { $gt: 10 } }).lean();
  const called = await Promise.all(
    Array.from({ length: CROWD }, async (_, index) => {
      const row = windows[index % WINDOWS];
      if (row === undefined) throw new Error("no window");
      const accountId = `${row.number}`.padStart(24, "0");
      const reader = { accountId, name: "示例", office: "", grants: [], talentId: undefined, sessionId: "s" };
      const window = { ...row, sitting: { accountId, name: "示例" } };
      return callNext(loaded, window, { reader, now, commandKey: undefined }).catch((error: unknown) => {
        expect(error).toMatchObject({ code: expect.stringMatching(/window_busy|state_changed/) as string });
        return null;
      });
    }),
  );
  const numbers = called.filter((ticket) => ticket !== null).map(({ number }) => number);
  expect(numbers).toHaveLength(WINDOWS);
  expect([...numbers].sort()).toEqual(inOrder(WINDOWS));
  const standing = await TicketModel.find({ hallId: hall.id, status: "called" }).lean();
  expect(standing.map(({ number }) => number).sort()).toEqual(inOrder(WINDOWS));
  expect(new Set(standing.map(({ occupies }) => occupies)).size).toBe(WINDOWS);
  expect(new Set(standing.map(({ call }) => call?.sequence)).size).toBe(WINDOWS);
}, 60_000);

test("one window that is pressed a thousand times calls one number", async () => {
  const hall = await addHall();
  const calls = hallCalls(server, hall);
  for (let count = 0; count < 5; count += 1) await calls.takeFor(world.municipal);
  const windowId = hall.windows[0];
  deskIn(await calls.open(world.municipal, windowId));
  const acts = Array.from({ length: CROWD }, () => () => calls.callNext(world.municipal, windowId));
  const answers = await together(acts, 64);
  const done = answers.filter(({ status }) => status === 200);
  expect(done).toHaveLength(1);
  expect((done[0]?.body as PolledDesk).desk?.current?.number).toBe("A001");
  expect(await TicketModel.countDocuments({ hallId: hall.id, status: "called" })).toBe(1);
}, 60_000);
