import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import type { NoticeType } from "@talent/shared/domain/notices";
import { NoticeModel } from "../../../server/features/notices/index";
import { ComplaintModel, createComplaintContext } from "../../../server/features/complaints/index";
import { sweepComplaints } from "../../../server/features/complaints/sweep";
import type { Platform } from "../../../server/platform/platform";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { createWorld, type Person, type World } from "../../support/world";
import { letterCalls, letterIn } from "./letters";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof letterCalls>;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  calls = letterCalls(server, world);
});
afterAll(() => server.stop());
afterEach(() => server.clock.moveTo(new Date("2026-10-09T01:00:00Z")));

/** A second and a third worker: all that the sweep needs of the process is its outbox. */
const context = createComplaintContext({
  outbox: { nudge: () => undefined },
  calendar: { current: () => PUBLISHED_CALENDAR },
} as unknown as Platform);
const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);
const sweep = (shanghai: string) => sweepComplaints(context, at(shanghai));
const stored = async (id: string) => {
  const found = await ComplaintModel.findById(id).lean();
  if (found === null) throw new Error("no complaint");
  return found;
};
const types = async (id: string) => (await stored(id)).timeline.map(({ type }) => type);
const told = (person: Person, id: string, type: NoticeType) =>
  until(
    async () =>
      (await NoticeModel.findOne({ subjectId: id, recipientId: person.accountId, type }).lean()) ?? undefined,
  );

test("one that nobody accepts is told to the platform the morning after, once, however often it runs", async () => {
  const { id } = await calls.written();
  expect(await sweep("2026-10-10T17:31")).toBe(0);
  const workers = await Promise.all([sweep("2026-10-12T09:00"), sweep("2026-10-12T09:00")]);
  expect(workers.reduce((sum, changed) => sum + changed, 0)).toBe(1);
  expect(await sweep("2026-10-12T09:01")).toBe(0);
  expect(await types(id)).toEqual(["received", "acceptanceLate"]);
  await told(world.municipal, id, "complaintLateForStaff");
  expect(await NoticeModel.countDocuments({ subjectId: id, recipientId: world.talent.accountId })).toBe(0);
});

test("whoever has it is warned, and a late answer is told to its writer too, in working hours", async () => {
  const { id } = await calls.investigating();
  expect(await sweep("2026-10-14T08:59")).toBe(0);
  expect(await sweep("2026-10-14T09:00")).toBe(1);
  await told(world.district, id, "complaintDueSoon");
  expect(await sweep("2026-10-15T23:00")).toBe(0);
  expect(await sweep("2026-10-16T09:00")).toBe(1);
  expect(await sweep("2026-10-16T09:00")).toBe(0);
  expect(await types(id)).toEqual(["received", "accepted", "assigned", "dueSoon", "late"]);
  await told(world.talent, id, "complaintLate");
  await told(world.municipal, id, "complaintLateForStaff");
  const own = letterIn(await calls.read(world.talent, id));
  expect(own.timeline.map(({ type }) => type)).toEqual(["received", "accepted", "late"]);
});

test("after a standstill of weeks only the highest step is told", async () => {
  const { id } = await calls.investigating();
  expect(await sweep("2026-11-02T10:00")).toBe(1);
  expect(await sweep("2026-11-02T10:00")).toBe(0);
  expect((await types(id)).slice(3)).toEqual(["late"]);
});

test("a second review has a clock of its own", async () => {
  const { id } = await calls.answered();
  await calls.post(world.talent, `/${id}/respond`, { satisfied: false, reason: "没有说清楚" });
  expect(await sweep("2026-10-16T09:00")).toBe(1);
  expect((await types(id)).at(-1)).toBe("late");
});

test("an answer without a reaction closes after ten working days, and goes to the archive after a month", async () => {
  const { id } = await calls.answered();
  expect(await sweep("2026-10-22T17:29")).toBe(0);
  expect(await sweep("2026-10-22T17:30")).toBe(1);
  await told(world.talent, id, "complaintClosed");
  expect(await sweep("2026-11-20T12:00")).toBe(0);
  expect(await sweep("2026-11-21T00:00")).toBe(1);
  expect(await stored(id)).toMatchObject({ status: "archived", lane: "done" });
  expect((await stored(id)).nextClockAt).toBeUndefined();
  expect(await sweep("2027-11-21T00:00")).toBe(0);
});

test("a writer who answers at the moment of closing is not overruled", async () => {
  const { id } = await calls.answered();
  server.clock.moveTo(at("2026-10-22T17:30"));
  await Promise.all([
    sweep("2026-10-22T17:30"),
    calls.post(world.talent, `/${id}/respond`, { satisfied: true }),
  ]);
  const ends = (await types(id)).filter((type) => type === "closedByTime" || type === "confirmed");
  expect(ends).toHaveLength(1);
});
