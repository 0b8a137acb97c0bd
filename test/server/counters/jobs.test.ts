import { NoticeModel } from "../../../server/features/notices/index";
import { AppointmentModel } from "../../../server/features/appointments/index";
import { dayAppointmentsQuery, ownAppointmentsQuery } from "../../../server/features/appointments/routes";
import { missedQuery, reminderQuery } from "../../../server/features/appointments/jobs";
import { takenSeatsQuery } from "../../../server/features/appointments/seats";
import { TicketModel, WindowModel, type WindowDocument } from "../../../server/features/counters/index";
import {
  closeLeftWindows,
  closingQuery,
  expireTickets,
  expiringQuery,
} from "../../../server/features/counters/jobs";
import { endedTicketsQuery, liveTicketsQuery } from "../../../server/features/counters/live";
import { lastFinishedQuery } from "../../../server/features/counters/rating/rate";
import { ratingsQuery } from "../../../server/features/counters/rating/summary";
import { bookingsQuery, checklistHistoryQuery } from "../../../server/features/counters/routes/duties";
import { lineOfWindow } from "../../../server/features/counters/tickets/callNext";
import { ownTicketsQuery } from "../../../server/features/counters/tickets/loading";
import { tellThoseNear } from "../../../server/features/counters/tickets/soon";
import { stagesOf } from "../../support/explain";
import { addHall, deskIn, hallCalls, ticketIn, type TestHall } from "../../support/hall";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { createWorld, type World } from "../../support/world";

let server: TestServer;
let world: World;
let hall: TestHall;

beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  hall = await addHall();
});
afterAll(() => server.stop());

const ID = "a".repeat(24);
const DAY = "2026-10-09";
const NOW = new Date("2026-10-09T02:00:00Z");

test.each([
  ["what runs in a hall", () => liveTicketsQuery(ID, DAY)],
  ["what has ended in a hall", () => endedTicketsQuery(ID, DAY)],
  [
    "the line of a window",
    () => lineOfWindow({ hallId: ID, letters: ["A"], _id: { toHexString: () => ID } } as WindowDocument, DAY),
  ],
  ["own numbers", () => ownTicketsQuery(ID, DAY)],
  ["the last finished number of a window", () => lastFinishedQuery(ID)],
  ["ratings of a hall", () => ratingsQuery(ID, NOW)],
  ["numbers that end", () => expiringQuery(NOW)],
  ["windows that close", () => closingQuery(NOW)],
  ["a repeated call", () => TicketModel.find({ createKey: "a" })],
  ["who stands at a window", () => TicketModel.find({ occupies: ID })],
  ["whose number it is", () => TicketModel.find({ holderKey: "a" })],
  ["what the relay looks for", () => TicketModel.find({ outboxPending: true })],
  ["where somebody sits", () => WindowModel.find({ "sitting.accountId": ID })],
  ["duty lists of a hall", () => checklistHistoryQuery(ID, false, undefined).limit(21)],
  ["duty lists with faults", () => checklistHistoryQuery(ID, true, undefined).limit(21)],
  ["bookings of rooms", () => bookingsQuery([ID], DAY)],
  ["own appointments", () => ownAppointmentsQuery(ID, undefined).limit(21)],
  ["appointments of a day", () => dayAppointmentsQuery(ID, DAY)],
  ["taken seats", () => takenSeatsQuery(ID, "A", [DAY])],
  ["missed appointments", () => missedQuery(NOW)],
  ["reminders", () => reminderQuery(NOW)],
  ["appointments for the relay", () => AppointmentModel.find({ outboxPending: true })],
] as const)("finds %s by an index", async (_, query) => {
  const stages = await stagesOf(query());
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
  expect(stages).not.toContain("SORT");
});

test("an hour after closing numbers end and at night windows close, once, whoever does it", async () => {
  const calls = hallCalls(server, hall);
  const mine = ticketIn(await calls.take(world.talent));
  await calls.takeFor(world.municipal);
  await calls.open(world.municipal, hall.windows[0]);
  const desk = deskIn(await calls.callNext(world.municipal, hall.windows[0]));
  const evening = new Date("2026-10-09T18:29:00+08:00");
  await expireTickets(evening);
  await closeLeftWindows(evening);
  expect(await TicketModel.countDocuments({ hallId: hall.id, status: "expired" })).toBe(0);
  const night = new Date("2026-10-10T00:00:00+08:00");
  server.clock.moveTo(night);
  await Promise.all([expireTickets(night), expireTickets(night)]);
  await Promise.all([closeLeftWindows(night), closeLeftWindows(night)]);
  await expireTickets(night);
  const rows = await TicketModel.find({ hallId: hall.id }).lean();
  expect(rows.map(({ status }) => status)).toEqual(["expired", "expired"]);
  for (const { events } of rows) expect(events.filter(({ type }) => type === "expire")).toHaveLength(1);
  expect(await WindowModel.findById(desk.window.id).lean()).toMatchObject({ status: "closed", version: 3 });
  expect(ticketIn(await calls.get(world.talent, `/tickets/${mine.id}`))).toMatchObject({
    status: "expired",
    can: [],
  });
  server.clock.moveTo(new Date("2026-10-10T09:30:00+08:00"));
  expect(ticketIn(await calls.take(world.talent)).number).toBe("A001");
});

test("whose turn is near is told once, however many ask at once", async () => {
  const other = await addHall();
  const calls = hallCalls(server, other);
  const person = await server.signInWith("talent-c", { name: "赵**", grants: [{ role: "talent" }] });
  const { id } = ticketIn(await calls.take(person));
  const now = server.clock.now();
  await Promise.all([tellThoseNear(other.id, now), tellThoseNear(other.id, now)]);
  await tellThoseNear(other.id, now);
  const find = () => NoticeModel.find({ type: "ticketSoon", subjectId: id }).lean();
  await until(async () => ((await find()).length > 0 ? true : undefined));
  expect(await find()).toHaveLength(1);
});
