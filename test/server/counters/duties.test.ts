import type { Checklist, Room, RoomBooking } from "@talent/shared/contract/schemas/counterDuties";
import { addRoom } from "../../../server/features/counters/halls/setup";
import { hallById } from "../../../server/features/counters/index";
import { refusal } from "../../support/caseCalls";
import { addHall, hallCalls, type TestHall } from "../../support/hall";
import { startTestServer, TEST_NOW, type TestServer } from "../../support/testServer";
import { createWorld, type Person, type World } from "../../support/world";

let server: TestServer;
let world: World;
let administrator: Person;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  administrator = await server.signInWith("administrator", {
    name: "许静",
    grants: [{ role: "administrator" }],
  });
});
beforeEach(async () => {
  server.clock.moveTo(new Date(TEST_NOW));
  hall = await addHall();
  calls = hallCalls(server, hall);
});
afterAll(() => server.stop());

describe("checklists", () => {
  const path = () => `/counter/windows/${hall.windows[0]}/checklist`;
  const tick = (key: string, result = "ok", note?: string) =>
    calls.post(world.municipal, `${path()}/tick`, {
      kind: "opening",
      key,
      result,
      ...(note === undefined ? {} : { note }),
    });
  const sign = () => calls.post(world.municipal, `${path()}/sign`, { kind: "opening" });

  test("are ticked point by point, faults with a note, and signed when every point has its answer", async () => {
    const empty = (await calls.get(world.municipal, `${path()}?kind=opening`)).body as Checklist;
    expect(empty).toMatchObject({ on: "2026-10-09", windowNumber: 1, can: ["tick"], faults: 0 });
    expect((await tick("equipment")).body).toMatchObject({ points: [{ result: "ok", by: "李海燕" }, {}] });
    expect(refusal(await sign())).toBe("400 invalid_input");
    expect(refusal(await tick("caller", "fault"))).toBe("400 invalid_input");
    expect(refusal(await tick("nothing"))).toBe("400 invalid_input");
    const faulty = (await tick("caller", "fault", "没有声音")).body as Checklist;
    expect(faulty).toMatchObject({ faults: 1, can: ["tick", "sign"], points: [{}, { note: "没有声音" }] });
    const signed = (await sign()).body as Checklist;
    expect(signed).toMatchObject({ signed: { by: "李海燕" }, can: [] });
    expect(refusal(await tick("caller"))).toBe("409 state_changed");
    expect(refusal(await sign())).toBe("409 state_changed");
  });

  test("begun by two at once are one list", async () => {
    const answers = await Promise.all(["equipment", "caller", "equipment", "caller"].map((key) => tick(key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await calls.get(world.municipal, `${path()}?kind=opening`);
    expect((body as Checklist).points.map(({ result }) => result)).toEqual(["ok", "ok"]);
  });

  test("of other days are history, with their faults, for the hall's staff and the administrator", async () => {
    await tick("equipment");
    await tick("caller", "fault", "没有声音");
    server.clock.moveTo(new Date("2026-10-10T01:00:00Z"));
    await tick("equipment");
    const before = (await calls.get(world.municipal, `${path()}?kind=opening&on=2026-10-09`)).body;
    expect(before).toMatchObject({ can: [], faults: 1 });
    const history = `/counter/halls/${hall.id}/checklists`;
    const all = (await calls.get(administrator, `${history}?limit=1`)).body as {
      items: Checklist[];
      nextCursor: string;
    };
    expect(all.items.map(({ on }) => on)).toEqual(["2026-10-10"]);
    const rest = (await calls.get(administrator, `${history}?cursor=${all.nextCursor}`)).body as typeof all;
    expect(rest.items.map(({ on }) => on)).toEqual(["2026-10-09"]);
    const faults = (await calls.get(world.municipal, `${history}?faults=true`)).body as typeof all;
    expect(faults.items).toHaveLength(1);
    expect(refusal(await calls.get(world.district, history))).toBe("404 not_found");
    expect(refusal(await calls.get(world.district, `${path()}?kind=opening`))).toBe("404 not_found");
  });
});

describe("meeting rooms", () => {
  let room: string;
  beforeEach(async () => {
    const made = await addRoom(await hallById(hall.id), { name: "会谈室", seats: 6, equipment: [] });
    room = made._id.toHexString();
  });
  const book = (from: string, to: string, on = "2026-10-10", key?: string) =>
    calls.post(
      world.municipal,
      `/counter/rooms/${room}/bookings`,
      { on, from, to, subject: "26-04752" },
      key,
    );

  test("are booked in quarters of an hour, and what overlaps is refused", async () => {
    const made = (await book("10:00", "11:00", "2026-10-10", "room-key-1")).body as RoomBooking;
    expect(made).toMatchObject({ bookedBy: "李海燕", can: ["cancel"] });
    expect(((await book("10:00", "11:00", "2026-10-10", "room-key-1")).body as RoomBooking).id).toBe(made.id);
    expect(refusal(await book("10:45", "11:15"))).toBe("409 room_taken");
    expect(refusal(await book("09:30", "11:30"))).toBe("409 room_taken");
    expect((await book("11:00", "11:30")).status).toBe(201);
    expect((await book("09:45", "10:00")).status).toBe(201);
    const { items } = (await calls.get(world.municipal, `/counter/halls/${hall.id}/rooms?on=2026-10-10`))
      .body as {
      items: Room[];
    };
    expect(items[0]?.bookings.map(({ from }) => from)).toEqual(["09:45", "10:00", "11:00"]);
  });

  test("of many who book overlapping times at once go to as many as fit", async () => {
    const starts = ["10:00", "10:15", "10:30", "10:45"];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const from = starts[index % starts.length] ?? "";
        return book(from, from.replace("10:", "11:"));
      }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(23);
  });

  test("are free again once a booking is cancelled", async () => {
    const { id } = (await book("10:00", "11:00")).body as RoomBooking;
    expect(refusal(await calls.post(world.district, `/counter/room-bookings/${id}/cancel`))).toBe(
      "404 not_found",
    );
    const cancelled = await calls.post(world.municipal2, `/counter/room-bookings/${id}/cancel`);
    expect(cancelled.body).toMatchObject({ status: "cancelled", can: [] });
    expect((await book("10:30", "10:45")).status).toBe(201);
    expect(refusal(await calls.post(world.municipal, `/counter/room-bookings/${id}/cancel`))).toBe(
      "409 state_changed",
    );
  });

  test.each([
    ["body.from", "10:05", "11:00", "2026-10-10"],
    ["body.to", "10:00", "10:50", "2026-10-10"],
    ["body.to", "10:00", "10:00", "2026-10-10"],
    ["body.to", "09:00", "14:00", "2026-10-10"],
    ["body.on", "10:00", "11:00", "2026-10-08"],
    ["body.to", "08:00", "08:30", "2026-10-09"],
  ])("refuse by %s the time from %s to %s on %s", async (field, from, to, on) => {
    const answer = await book(from, to, on);
    expect(answer).toMatchObject({ status: 400, body: { error: { details: { fields: [{ field }] } } } });
  });
});

describe("setting up", () => {
  const settings = () => ({
    name: "市人才服务大厅",
    address: "示例路 2 号",
    phone: "023-00000001",
    hours: [{ from: "09:00", to: "17:00" }],
    groups: [
      { letter: "A", name: { zh: "甲", en: "A" }, itemIds: [hall.items.A, hall.items.C], defaultMinutes: 5 },
      { letter: "B", name: { zh: "乙", en: "B" }, itemIds: [hall.items.B], defaultMinutes: 5 },
      {
        letter: "C",
        name: { zh: "丙", en: "C" },
        itemIds: [world.item._id.toHexString()],
        defaultMinutes: 5,
      },
    ],
  });
  const update = (body: object) =>
    server.call("PUT", `/api/halls/${hall.id}`, { token: administrator.token, body });

  test("changes hours and lines; a letter that a window serves stays, an item stands in one line", async () => {
    expect((await update(settings())).body).toMatchObject({ address: "示例路 2 号", openNow: true });
    const { groups, ...rest } = settings();
    expect(refusal(await update({ ...rest, groups: groups.slice(0, 2) }))).toBe("400 invalid_input");
    const twice = [...groups.slice(0, 2), { ...groups[2], itemIds: [hall.items.A] }];
    expect(refusal(await update({ ...rest, groups: twice }))).toBe("400 invalid_input");
    const backwards = [{ from: "17:00", to: "09:00" }];
    expect(refusal(await update({ ...settings(), hours: backwards }))).toBe("400 invalid_input");
  });

  test("adds windows with numbers of their own, and changes only those at which nobody sits", async () => {
    const add = (number: number) =>
      calls.post(administrator, `/halls/${hall.id}/windows`, { number, letters: ["A", "C"] });
    const window = (await add(9)).body as { id: string };
    expect(refusal(await add(1))).toBe("400 invalid_input");
    const change = (id: string, letters: string[]) =>
      server.call("PUT", `/api/windows/${id}`, { token: administrator.token, body: { number: 9, letters } });
    expect((await change(window.id, ["B"])).body).toMatchObject({ letters: ["B"] });
    expect(refusal(await change(window.id, ["Z"]))).toBe("400 invalid_input");
    await calls.open(world.municipal, window.id);
    expect(refusal(await change(window.id, ["A"]))).toBe("409 window_taken");
    await calls.post(world.municipal, `/counter/windows/${window.id}/close`);
  });
});
