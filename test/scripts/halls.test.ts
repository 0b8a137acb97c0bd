import { PUBLISHED_CALENDAR } from "../../shared/calendar/workingDays";
import { catalogueItems } from "../../server/data/items";
import { HALLS } from "../../server/data/halls";
import { AppointmentModel } from "../../server/features/appointments/index";
import { RoomModel, TicketModel, WindowModel } from "../../server/features/counters/index";
import { RoomBookingModel } from "../../server/features/counters/rooms/model";
import { startDemonstration } from "../support/demonstration";
import type { TestServer } from "../support/testServer";

/** A Tuesday, at ten past eleven. */
const NOW = "2026-11-24T11:10:00+08:00";

let server: TestServer;
beforeAll(async () => {
  server = await startDemonstration({ now: NOW, roles: "web" });
});
afterAll(() => server.stop());

test("every item can be had in every hall, in one line, at some window", () => {
  const codes = catalogueItems("2026-11-24").map(({ code }) => code);
  expect(HALLS.groups.flatMap(({ itemCodes }) => itemCodes).sort()).toEqual([...codes].sort());
  for (const { windows } of HALLS.halls)
    expect(new Set(windows.flatMap(({ letters }) => letters))).toEqual(
      new Set(HALLS.groups.map(({ letter }) => letter)),
    );
});

test("the sample halls show a day in hand: people wait, are served and were served", async () => {
  const statuses = new Set(await TicketModel.distinct("status"));
  for (const status of ["waiting", "serving", "done"]) expect(statuses).toContain(status);
  const tickets = await TicketModel.find().lean();
  for (const { takenAt, outbox } of tickets) {
    expect(takenAt.getTime()).toBeLessThanOrEqual(new Date(NOW).getTime());
    expect(outbox).toEqual([]);
  }
  expect(await WindowModel.countDocuments({ status: "open" })).toBe(5);
  const numbers = tickets.map(({ hallId, number }) => `${hallId} ${number}`);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("appointments and meeting rooms stand on working days to come, all marked as samples", async () => {
  const appointments = await AppointmentModel.find().lean();
  expect(appointments.length).toBeGreaterThan(10);
  for (const { on } of appointments)
    expect(PUBLISHED_CALENDAR.day(on).counts && on > "2026-11-24").toBe(true);
  expect(await RoomBookingModel.countDocuments({})).toBe(1);
  expect(await RoomModel.countDocuments({ sample: false })).toBe(0);
  for (const { name } of HALLS.halls) expect(name).toContain("示例");
});
