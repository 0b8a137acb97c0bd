import { Types } from "mongoose";
import type { Appointment, HallAppointment, SlotDays } from "@talent/shared/contract/schemas/appointments";
import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { AppointmentModel } from "../../../server/features/appointments/index";
import { bookAppointment } from "../../../server/features/appointments/book";
import { markMissed, remindOfAppointments } from "../../../server/features/appointments/jobs";
import type { Platform } from "../../../server/platform/platform";
import { NoticeModel } from "../../../server/features/notices/index";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { refusal } from "../../support/caseCalls";
import { addHall, currentOf, deskIn, hallCalls, type TestHall } from "../../support/hall";
import { startTestServer, TEST_NOW, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { createWorld, type Person, type World } from "../../support/world";

let server: TestServer;
let world: World;
let hall: TestHall;
let calls: ReturnType<typeof hallCalls>;
let other: Person;

beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  other = await server.signInWith("talent-c", { name: "赵**", grants: [{ role: "talent" }] });
});
beforeEach(async () => {
  server.clock.moveTo(new Date(TEST_NOW));
  hall = await addHall({ slots: { minutes: 30, perSlot: 2, perDay: 4 } });
  calls = hallCalls(server, hall);
});
afterAll(() => server.stop());

/** The Saturday after the day of the tests, which is worked 调休. */
const ON = "2026-10-10";
const at = (time: string, on = ON) => server.clock.moveTo(new Date(`${on}T${time}:00+08:00`));
const book = (person: Person, from = "10:00", on = ON, key?: string) =>
  calls.post(person, "/appointments", { hallId: hall.id, itemId: hall.items.A, on, from }, key);
const booked = async (person: Person, from = "10:00") => (await book(person, from)).body as Appointment;
const act = (person: Person, { id }: { id: string }, action: string, body: object = {}, key?: string) =>
  calls.post(person, `/appointments/${id}/${action}`, body, key);
const slots = async () =>
  (await calls.get(undefined, `/halls/${hall.id}/slots?itemId=${hall.items.A}`)).body as SlotDays;

describe("slots", () => {
  test("are offered on working days alone, inside the opening hours, from half an hour ahead", async () => {
    const { days } = await slots();
    expect(days.map(({ on }) => on).slice(0, 3)).toEqual(["2026-10-09", ON, "2026-10-12"]);
    expect(days).toHaveLength(10);
    expect(days[0]?.slots[0]).toEqual({ from: "10:00", to: "10:30", free: 2 });
    expect(days[1]?.slots.map(({ from }) => from)).toEqual([
      ...["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"],
      ...["13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30", "17:00"],
    ]);
  });

  test.each([
    ["body.on", "2026-10-11", "10:00"],
    ["body.on", "2026-12-01", "10:00"],
    ["body.from", ON, "12:00"],
    ["body.from", "2026-10-09", "09:00"],
  ])("refuse, by the field %s, %s at %s", async (field, on, from) => {
    const answer = await book(world.talent, from, on);
    expect(answer).toMatchObject({ status: 400, body: { error: { details: { fields: [{ field }] } } } });
  });
});

describe("booking", () => {
  test("holds a seat, tells its holder, and is done once per call", async () => {
    const [first, again] = [
      await book(world.talent, "10:00", ON, "book-key-1"),
      await book(world.talent, "10:00", ON, "book-key-1"),
    ];
    expect(first.body).toMatchObject({
      status: "booked",
      on: ON,
      from: "10:00",
      to: "10:30",
      can: ["reschedule", "cancel"],
    });
    expect((again.body as Appointment).id).toBe((first.body as Appointment).id);
    const day = (await slots()).days.find(({ on }) => on === ON);
    expect(day).toMatchObject({ free: 3 });
    expect(day?.slots.find(({ from }) => from === "10:00")?.free).toBe(1);
    const row = await until(
      async () =>
        (await NoticeModel.findOne({ subjectId: (first.body as Appointment).id }).lean()) ?? undefined,
    );
    expect(row.text).toContain("已约好10月10日（周六） 10:00");
  });

  test("is open once per person and line", async () => {
    await booked(world.talent);
    expect(refusal(await book(world.talent, "11:00"))).toBe("409 already_booked");
    const elsewhere = { hallId: hall.id, itemId: hall.items.B, on: ON, from: "11:00" };
    expect((await calls.post(world.talent, "/appointments", elsewhere)).status).toBe(201);
  });

  test("takes no more than the slot and the day have, however many book at once", async () => {
    const attempt = (from: string) => {
      const accountId = new Types.ObjectId().toHexString();
      const reader = { accountId, name: "陈**", office: "", grants: [], talentId: undefined, sessionId: "s" };
      const context = { platform: {} as Platform, calendar: PUBLISHED_CALENDAR };
      const booking = { hallId: hall.id, itemId: hall.items.A, on: ON, from };
      return bookAppointment(booking, {
        context,
        reader,
        now: server.clock.now(),
        commandKey: undefined,
      }).then(
        () => "booked",
        (error: { code: string }) => error.code,
      );
    };
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) => attempt(["10:00", "10:30", "11:00"][index % 3] ?? "")),
    );
    expect(answers.filter((answer) => answer === "booked")).toHaveLength(4);
    expect(new Set(answers)).toEqual(new Set(["booked", "slot_full"]));
    const rows = await AppointmentModel.find({ hallId: hall.id }).lean();
    for (const from of ["10:00", "10:30", "11:00"])
      expect(rows.filter((row) => row.from === from).length).toBeLessThanOrEqual(2);
  });
});

describe("another time", () => {
  test("is had in the write that gives the old one back", async () => {
    const appointment = await booked(world.talent);
    const moved = (await act(world.talent, appointment, "reschedule", { on: ON, from: "11:00" })).body;
    expect(moved).toMatchObject({ from: "11:00", to: "11:30", status: "booked" });
    const day = (await slots()).days.find(({ on }) => on === ON);
    expect(day?.free).toBe(3);
    expect(day?.slots.find(({ from }) => from === "10:00")?.free).toBe(2);
  });

  test("that is full leaves the old one as it was", async () => {
    const appointment = await booked(world.talent, "09:30");
    await booked(other);
    await booked(await server.signInWith("talent-d", { name: "何*", grants: [{ role: "talent" }] }));
    const refused = await act(world.talent, appointment, "reschedule", { on: ON, from: "10:00" });
    expect(refusal(refused)).toBe("409 slot_full");
    const { body } = await calls.get(world.talent, `/appointments/${appointment.id}`);
    expect(body).toMatchObject({ from: "09:30", status: "booked" });
    expect(refusal(await act(other, appointment, "cancel"))).toBe("404 not_found");
  });

  test("of two who want the last seat one gets it", async () => {
    const [mine, theirs] = [await booked(world.talent, "09:30"), await booked(other, "11:00")];
    await booked(await server.signInWith("talent-d", { name: "何*", grants: [{ role: "talent" }] }));
    const to = { on: ON, from: "10:00" };
    const answers = await Promise.all([
      act(world.talent, mine, "reschedule", to),
      act(other, theirs, "reschedule", to),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("check-in", () => {
  test("from half an hour before makes a number that is called before the others", async () => {
    const appointment = await booked(world.talent);
    at("09:29");
    expect(refusal(await act(world.talent, appointment, "check-in"))).toBe("409 too_early");
    await calls.takeFor(world.municipal);
    at("09:40");
    const [done, again] = [
      await act(world.talent, appointment, "check-in", {}, "check-in-key"),
      await act(world.talent, appointment, "check-in", {}, "check-in-key"),
    ];
    const { ticket } = done.body as { ticket: Ticket };
    expect(ticket).toMatchObject({
      number: "A002",
      ahead: 0,
      source: "appointment",
      appointment: { from: "10:00" },
    });
    expect((again.body as { ticket: Ticket }).ticket.id).toBe(ticket.id);
    await calls.open(world.municipal, hall.windows[0]);
    const desk = deskIn(await calls.callNext(world.municipal, hall.windows[0]));
    expect(currentOf(desk).number).toBe("A002");
    await calls.act(world.municipal, ticket.id, "finish");
    await calls.post(world.municipal, `/counter/windows/${hall.windows[0]}/close`);
  });

  test("ends ten minutes after the slot has begun, and then it counts as missed, once", async () => {
    const appointment = await booked(world.talent);
    at("10:11");
    expect(refusal(await act(world.talent, appointment, "check-in"))).toBe("409 limit_passed");
    await Promise.all([markMissed(server.clock.now()), markMissed(server.clock.now())]);
    await markMissed(server.clock.now());
    const row = await AppointmentModel.findById(appointment.id).lean();
    expect(row).toMatchObject({ status: "noShow" });
    expect(row?.version).toBe(2);
    expect((await book(world.talent, "14:00")).status).toBe(201);
  });

  test("waits until another number of the same hall is over", async () => {
    const appointment = await booked(world.talent);
    at("09:45");
    const taken = (await calls.take(world.talent, hall.items.B)).body as Ticket;
    expect(refusal(await act(world.talent, appointment, "check-in"))).toBe("409 already_queued");
    await calls.post(world.talent, `/tickets/${taken.id}/cancel`);
    expect((await act(world.talent, appointment, "check-in")).status).toBe(200);
    await calls.post(world.talent, `/tickets/${taken.id}/cancel`);
  });

  test("is done by the hall too, which may cancel with a reason that the holder is told", async () => {
    const appointment = await booked(world.talent);
    const theirs = await booked(other, "10:30");
    at("09:50");
    const checked = await calls.post(world.municipal, `/counter/appointments/${appointment.id}/check-in`);
    expect(checked.body).toMatchObject({ status: "checkedIn", ticketNumber: "A001", maskedName: "陈**" });
    const body = { reason: "设备检修" };
    const cancelled = await calls.post(world.municipal, `/counter/appointments/${theirs.id}/cancel`, body);
    expect(cancelled.body).toMatchObject({ status: "cancelled" });
    const { items } = (await calls.get(world.municipal, `/counter/halls/${hall.id}/appointments?on=${ON}`))
      .body as { items: HallAppointment[] };
    expect(items.map(({ from, status }) => [from, status])).toEqual([
      ["10:00", "checkedIn"],
      ["10:30", "cancelled"],
    ]);
    const told = await until(
      async () =>
        (await NoticeModel.findOne({ type: "appointmentCancelled", subjectId: theirs.id }).lean()) ??
        undefined,
    );
    expect(told.text).toContain("原因：设备检修。");
    for (const path of [
      `/counter/appointments/${theirs.id}/cancel`,
      `/counter/appointments/${theirs.id}/check-in`,
    ])
      expect((await calls.post(world.district, path, path.endsWith("cancel") ? body : {})).status).toBe(404);
  });
});

test("reminds on the working day before, once, however often the job runs", async () => {
  const monday = (await book(world.talent, "10:00", "2026-10-12")).body as Appointment;
  const same = (await book(other, "16:00", "2026-10-09")).body as Appointment;
  at("09:00");
  await Promise.all([remindOfAppointments(server.clock.now()), remindOfAppointments(server.clock.now())]);
  await remindOfAppointments(server.clock.now());
  const find = (id: string) => NoticeModel.find({ type: "appointmentReminder", subjectId: id }).lean();
  const [row] = await until(async () => {
    const rows = await find(monday.id);
    return rows.length > 0 ? rows : undefined;
  });
  expect(row?.text).toContain("您约了10月12日（周一） 10:00");
  expect(await find(monday.id)).toHaveLength(1);
  expect(await find(same.id)).toHaveLength(0);
});
