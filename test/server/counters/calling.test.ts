import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { refusal } from "../../support/caseCalls";
import { addHall, currentOf, deskIn, hallCalls, ticketIn, type TestHall } from "../../support/hall";
import { startTestServer, TEST_NOW, type TestServer } from "../../support/testServer";
import { createWorld, type Person, type World } from "../../support/world";

let server: TestServer;
let world: World;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;
let stranger: Person;
let phones: Person[];

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  stranger = await server.signInWith("newcomer", {});
  phones = [];
  for (const persona of ["talent-a", "talent-c", "talent-d", "talent-e"])
    phones.push(await server.signInWith(persona, { name: "何*", grants: [{ role: "talent" }] }));
});
beforeEach(async () => {
  server.clock.moveTo(new Date(TEST_NOW));
  for (const staff of [world.municipal, world.municipal2]) await leave(staff);
  hall = await addHall();
  calls = hallCalls(server, hall);
});
afterAll(() => server.stop());

async function leave(staff: Person): Promise<void> {
  const { body } = await server.call("GET", "/api/counter/halls", { token: staff.token });
  const { myWindowId } = body as { myWindowId?: string };
  if (myWindowId === undefined) return;
  const path = `/api/counter/windows/${myWindowId}`;
  const desk = deskIn(await server.call("GET", path, { token: staff.token }));
  if (desk.current !== undefined)
    await server.call("POST", `/api/counter/tickets/${desk.current.id}/finish`, {
      token: staff.token,
      body: {},
    });
  expect((await server.call("POST", `${path}/close`, { token: staff.token, body: {} })).status).toBe(200);
}

const later = (minutes: number) =>
  server.clock.moveTo(new Date(server.clock.now().getTime() + minutes * 60_000));
const phone = (index: number) => phones[index] ?? stranger;

describe("numbers", () => {
  test("count up per hall and letter, for talents and for whoever is not known yet", async () => {
    expect(ticketIn(await calls.take(world.talent)).number).toBe("A001");
    expect(ticketIn(await calls.take(stranger, hall.items.B)).number).toBe("B001");
    expect(ticketIn(await calls.takeFor(world.municipal)).number).toBe("A002");
  });

  test("are given once per call and one at a time per person", async () => {
    const [first, again] = [
      ticketIn(await calls.take(world.talent, hall.items.A, "take-key-01")),
      ticketIn(await calls.take(world.talent, hall.items.A, "take-key-01")),
    ];
    expect(again.id).toBe(first.id);
    expect(refusal(await calls.take(world.talent, hall.items.B, "take-key-01"))).toBe(
      "409 idempotency_key_reused",
    );
    expect(refusal(await calls.take(world.talent, hall.items.B))).toBe("409 already_queued");
    expect(ticketIn(await calls.takeFor(world.municipal)).number).toBe("A002");
  });

  test("are not given at night, on rest days, or for what the hall does not take", async () => {
    expect(refusal(await calls.take(world.talent, world.item._id.toHexString()))).toBe("422 item_not_served");
    server.clock.moveTo(new Date("2026-10-09T12:00:00Z"));
    expect(refusal(await calls.take(world.talent))).toBe("409 hall_closed");
    server.clock.moveTo(new Date("2026-10-11T02:00:00Z"));
    expect(refusal(await calls.take(world.talent))).toBe("409 hall_closed");
    server.clock.moveTo(new Date("2026-10-10T02:00:00Z"));
    expect(ticketIn(await calls.take(world.talent)).number).toBe("A001");
  });

  test("can be given back, and then another one be taken", async () => {
    const { id, can } = ticketIn(await calls.take(world.talent));
    expect(can).toEqual(["cancel"]);
    expect(refusal(await calls.post(stranger, `/tickets/${id}/cancel`))).toBe("404 not_found");
    expect(ticketIn(await calls.post(world.talent, `/tickets/${id}/cancel`))).toMatchObject({
      status: "cancelled",
    });
    expect(refusal(await calls.post(world.talent, `/tickets/${id}/cancel`))).toBe("409 state_changed");
    expect(ticketIn(await calls.take(world.talent)).number).toBe("A002");
    const { items } = (await calls.get(world.talent, "/tickets")).body as { items: Ticket[] };
    const here = items.filter((ticket) => ticket.hall.id === hall.id);
    expect(here.map(({ number, status }) => [number, status])).toEqual([
      ["A002", "waiting"],
      ["A001", "cancelled"],
    ]);
  });
});

describe("windows", () => {
  test("have one person each, and a person has one window", async () => {
    expect(deskIn(await calls.open(world.municipal, hall.windows[0])).window).toMatchObject({
      status: "open",
      sitting: { name: "李海燕", me: true },
    });
    expect(refusal(await calls.open(world.municipal2, hall.windows[0]))).toBe("409 window_taken");
    expect(refusal(await calls.open(world.municipal, hall.windows[1]))).toBe("409 window_taken");
    const body = { takeOver: true };
    const taken = await calls.post(world.municipal2, `/counter/windows/${hall.windows[0]}/open`, body);
    expect(deskIn(taken).window.sitting).toMatchObject({ name: "郑凯" });
  });

  test("of the municipal hall are not for districts, and a district's hall is its own specialists'", async () => {
    expect(refusal(await calls.open(world.district, hall.windows[0]))).toBe("404 not_found");
    const yubei = await addHall({ level: "district", districtCode: "500112" });
    const own = hallCalls(server, yubei);
    expect(refusal(await own.open(world.foreignDistrict, yubei.windows[0]))).toBe("404 not_found");
    expect(refusal(await own.open(world.municipal, yubei.windows[0]))).toBe("404 not_found");
    expect(deskIn(await own.open(world.district, yubei.windows[0])).window.status).toBe("open");
    await leave(world.district);
  });

  test("call nobody while paused or closed", async () => {
    await calls.takeFor(world.municipal);
    expect(refusal(await calls.callNext(world.municipal, hall.windows[0]))).toBe("403 action_not_allowed");
    await calls.open(world.municipal, hall.windows[0]);
    await calls.post(world.municipal, `/counter/windows/${hall.windows[0]}/pause`);
    expect(refusal(await calls.callNext(world.municipal, hall.windows[0]))).toBe("403 action_not_allowed");
    const desk = deskIn(await calls.open(world.municipal, hall.windows[0]));
    expect(desk.can).toEqual(["pause", "close", "callNext"]);
  });
});

describe("calling", () => {
  test("takes the oldest number that the window serves, and one at a time", async () => {
    await calls.takeFor(world.municipal, hall.items.B);
    later(1);
    await calls.takeFor(world.municipal, hall.items.A);
    await calls.open(world.municipal, hall.windows[0]);
    const desk = deskIn(await calls.callNext(world.municipal, hall.windows[0], "call-key-01"));
    expect(currentOf(desk)).toMatchObject({ number: "A001", status: "called", windowNumber: 1 });
    const again = deskIn(await calls.callNext(world.municipal, hall.windows[0], "call-key-01"));
    expect(currentOf(again).id).toBe(currentOf(desk).id);
    expect(refusal(await calls.callNext(world.municipal, hall.windows[0]))).toBe("409 window_busy");
    await calls.open(world.municipal2, hall.windows[2]);
    expect(currentOf(deskIn(await calls.callNext(world.municipal2, hall.windows[2]))).number).toBe("B001");
    await leave(world.municipal2);
  });

  test("serves, finishes and calls the next in one go, once however often it is repeated", async () => {
    for (let count = 0; count < 3; count += 1) await calls.takeFor(world.municipal);
    await calls.open(world.municipal, hall.windows[0]);
    const first = currentOf(deskIn(await calls.callNext(world.municipal, hall.windows[0])));
    later(2);
    const serving = deskIn(await calls.act(world.municipal, first.id, "start"));
    expect(currentOf(serving)).toMatchObject({ status: "serving", servedMinutes: 0 });
    later(6);
    const finish = () => calls.act(world.municipal, first.id, "finish", { callNext: true }, "finish-key-1");
    const desks = [deskIn(await finish()), deskIn(await finish())];
    expect(desks.map((desk) => currentOf(desk).number)).toEqual(["A002", "A002"]);
    expect(desks[1]).toMatchObject({ doneToday: 1, waiting: { total: 1 } });
  });

  test("a number passed over is put back some places behind, and after three times no more", async () => {
    const mine = ticketIn(await calls.take(world.talent));
    for (let count = 0; count < 5; count += 1) {
      later(1);
      await calls.takeFor(world.municipal);
    }
    await calls.open(world.municipal, hall.windows[0]);
    const windowId = hall.windows[0];
    for (const round of [1, 2, 3]) {
      let current = currentOf(deskIn(await calls.callNext(world.municipal, windowId)));
      while (current.id !== mine.id) {
        const desk = await calls.act(world.municipal, current.id, "finish", { callNext: true });
        current = currentOf(deskIn(desk));
      }
      const skipped = deskIn(await calls.act(world.municipal, mine.id, "skip"));
      expect(skipped.skipped[0]).toMatchObject({ id: mine.id, skips: round });
      const told = ticketIn(await calls.get(world.talent, `/tickets/${mine.id}`));
      expect(told).toMatchObject({ status: "skipped", putBackPlaces: round < 3 ? 3 : 0 });
      if (round === 3) break;
      const back = deskIn(await calls.act(world.municipal, mine.id, "put-back"));
      const place = back.waiting.next.findIndex(({ id }) => id === mine.id);
      expect(place).toBe(Math.min(3, back.waiting.total - 1));
    }
    expect(refusal(await calls.act(world.municipal, mine.id, "put-back"))).toBe("403 action_not_allowed");
    expect(ticketIn(await calls.take(world.talent)).number).toBe("A007");
  });

  test("whoever has taken another number meanwhile is not put back", async () => {
    const mine = ticketIn(await calls.take(world.talent));
    await calls.open(world.municipal, hall.windows[0]);
    await calls.callNext(world.municipal, hall.windows[0]);
    await calls.act(world.municipal, mine.id, "skip");
    await calls.take(world.talent);
    expect(refusal(await calls.act(world.municipal, mine.id, "put-back"))).toBe("409 already_queued");
  });

  test("a number set aside frees the window and comes back to it", async () => {
    await calls.takeFor(world.municipal);
    await calls.takeFor(world.municipal);
    await calls.open(world.municipal, hall.windows[0]);
    const first = currentOf(deskIn(await calls.callNext(world.municipal, hall.windows[0])));
    const held = deskIn(await calls.act(world.municipal, first.id, "hold"));
    expect(held).toMatchObject({ held: [{ number: "A001", can: ["resume", "transfer"] }] });
    const second = currentOf(deskIn(await calls.callNext(world.municipal, hall.windows[0])));
    expect(refusal(await calls.act(world.municipal, first.id, "resume"))).toBe("409 window_busy");
    await calls.act(world.municipal, second.id, "finish");
    expect(currentOf(deskIn(await calls.act(world.municipal, first.id, "resume")))).toMatchObject({
      number: "A001",
      status: "called",
    });
  });

  test("a transfer keeps the waiting time, and may be for one window alone", async () => {
    await calls.takeFor(world.municipal, hall.items.A);
    later(5);
    await calls.takeFor(world.municipal, hall.items.B);
    await calls.open(world.municipal, hall.windows[0]);
    await calls.open(world.municipal2, hall.windows[1]);
    const first = currentOf(deskIn(await calls.callNext(world.municipal, hall.windows[0])));
    const transfer = (body: object) => calls.act(world.municipal, first.id, "transfer", body);
    expect(refusal(await transfer({}))).toBe("400 invalid_input");
    expect(refusal(await transfer({ letter: "Z" }))).toBe("400 invalid_input");
    expect(refusal(await transfer({ windowId: hall.windows[3] }))).toBe("400 invalid_input");
    expect(deskIn(await transfer({ letter: "B", windowId: hall.windows[1] })).current).toBeUndefined();
    const other = currentOf(deskIn(await calls.callNext(world.municipal2, hall.windows[1])));
    expect(other).toMatchObject({ number: "A001", letter: "B", reserved: true });
    await leave(world.municipal2);
  });

  test("is refused at a colleague's window and to who sits nowhere", async () => {
    await calls.takeFor(world.municipal);
    await calls.open(world.municipal, hall.windows[0]);
    const { id } = currentOf(deskIn(await calls.callNext(world.municipal, hall.windows[0])));
    for (const action of ["recall", "start", "skip", "finish", "hold"])
      expect(refusal(await calls.act(world.municipal2, id, action))).toBe("403 action_not_allowed");
    await calls.open(world.municipal2, hall.windows[1]);
    for (const action of ["recall", "start", "skip", "finish", "hold", "transfer"])
      expect(
        refusal(await calls.act(world.municipal2, id, action, action === "transfer" ? { letter: "B" } : {})),
      ).toBe("403 action_not_allowed");
    expect(refusal(await calls.act(world.municipal, id, "resume"))).toBe("409 state_changed");
    await leave(world.municipal2);
  });
});

describe("the phone", () => {
  test("shows the place and the wait, and says nothing new while nothing changes", async () => {
    await calls.open(world.municipal, hall.windows[0]);
    await calls.callNext(world.municipal, hall.windows[0]);
    for (let count = 0; count < 3; count += 1) await calls.takeFor(world.municipal);
    later(1);
    const mine = ticketIn(await calls.take(phone(0)));
    expect(mine).toMatchObject({ ahead: 3, waitMinutes: 30, soon: false, limitDays: 15 });
    const path = `/tickets/${mine.id}`;
    const first = (await calls.get(phone(0), path)).body as { version: string; changed: boolean };
    expect(first.changed).toBe(true);
    const second = (await calls.get(phone(0), `${path}?version=${first.version}`)).body;
    expect(second).toEqual({ version: first.version, changed: false, now: server.clock.now().toISOString() });
    await calls.callNext(world.municipal, hall.windows[0]);
    const third = (await calls.get(phone(0), `${path}?version=${first.version}`)).body;
    expect(third).toMatchObject({ changed: true, ticket: { ahead: 2, soon: true } });
    expect(refusal(await calls.get(world.talent, path))).toBe("404 not_found");
  });
});
