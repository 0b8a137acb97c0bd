import { instantInShanghai } from "@talent/shared/calendar/dates";
import type { CalendarPreview, CalendarYearView } from "@talent/shared/contract/schemas/calendars";
import { CalendarModel, recomputeDueTimes } from "../../../server/features/calendars/index";
import type { CalendarContext } from "../../../server/features/calendars/context";
import { createDueMoves } from "../../../server/features/requests/limits/moves";
import { RequestModel, isIntact, type RequestDocument } from "../../../server/features/requests/index";
import { createCalendarReader } from "../../../server/features/calendars/index";
import { systemClock } from "../../../server/platform/clock";
import { createLogger } from "../../../server/platform/logging/logger";
import type { Platform } from "../../../server/platform/platform";
import { caseCalls, refusal, requestIn } from "../../support/caseCalls";
import { requestContext } from "../../support/requestContext";
import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";

const FILE = {
  ...{ year: 2027, source: "关于2027年部分节假日安排的通知（样例）", sample: true },
  ...{ off: ["01-01..01-03", "02-05..02-11"], makeUpWork: ["01-30"] },
};
const TEXT = JSON.stringify(FILE);
const at = (text: string) => instantInShanghai(text.slice(0, 10), text.slice(11));
/** Five working days from here end on the first of January as long as that is not known to be a holiday. */
const START = at("2026-12-25 10:00");

let server: TestServer;
let world: World;
let cases: ReturnType<typeof caseCalls>;
let administrator: string;

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: START.toISOString() });
  world = await createWorld(server);
  cases = caseCalls(server, world);
  const grants = [{ role: "administrator" as const }];
  ({ token: administrator } = await server.signInWith("administrator", { name: "罗婷", grants }));
});
afterAll(() => server.stop());

beforeEach(async () => {
  server.clock.moveTo(START);
  await RequestModel.deleteMany({});
  await CalendarModel.deleteMany({});
  await preview({ restore: { year: 2027, number: -1 } });
});

/** The due date that a case accepted now gets. */
async function limitOfNew(): Promise<string | undefined> {
  const { id } = await cases.accepted();
  return requestIn(await cases.read(world.district, id)).limit?.dueOn;
}

function call(path: string, body: object, key?: string) {
  return server.call("POST", `/api/calendars${path}`, {
    token: administrator,
    body,
    ...(key === undefined ? {} : { key }),
  });
}
const preview = async (body: object) => (await call("/preview", body)).body as CalendarPreview;

/** A worker of its own, with its own knowledge of the calendar. */
function worker(realNow = systemClock.now()): CalendarContext {
  const calendar = createCalendarReader(createLogger("silent"));
  const context = requestContext();
  Object.defineProperty(context, "calendar", { get: () => calendar.current() });
  const platform: Partial<Platform> = { calendar, realTime: { now: () => realNow } };
  return { platform: platform as Platform, moves: createDueMoves(context) };
}

async function stored(id: string): Promise<RequestDocument> {
  const found = await RequestModel.findById(id).lean<RequestDocument>().exec();
  if (found === null) throw new Error(`no request ${id}`);
  return found;
}

test("previews every case whose date moves, with its days, and writes nothing", async () => {
  const { id } = await cases.handling();
  const waiting = await cases.handling();
  await cases.post(world.liaison, `/${waiting.id}/supplement`, { items: [{ title: "证明", why: "不清" }] });
  const before = await stored(id);
  const answer = await preview({ text: TEXT });
  expect(answer).toMatchObject({
    ...{ problems: [], year: 2027, version: 0, replacesWeekends: true },
    days: { total: 365, working: 256 },
    counts: {
      ...{ moved: 1, later: 1, earlier: 0, becomesLate: 0, talents: 1, staff: 1 },
      ...{ dueBefore: 0, unmoved: 0, stopped: 1 },
    },
  });
  const [move] = answer.items;
  expect(move).toMatchObject({ requestId: id, oldDueOn: "2027-01-01", newDueOn: "2027-01-04" });
  expect(move?.days.filter(({ kind }) => kind === "holiday").map(({ on }) => on)).toEqual([
    "2027-01-01",
    "2027-01-02",
    "2027-01-03",
  ]);
  expect(await stored(id)).toEqual(before);
  expect(await CalendarModel.countDocuments()).toBe(0);
});

test("an import moves the dates, keeps the history whole and tells the people once, on two workers", async () => {
  const { id } = await cases.handling();
  const body = { text: TEXT, version: 0, tell: true };
  const answer = await call("", body, "import-2027");
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ published: true, recompute: { state: "running" } });
  await Promise.all([worker(), worker()].map((each) => recomputeDueTimes(each, START)));
  await recomputeDueTimes(worker(), START);
  const request = await stored(id);
  expect(request.laneAt).toEqual(at("2027-01-04 17:30"));
  expect(request.nextClockAt).toEqual(at("2026-12-31 00:00"));
  expect(request.timeline.filter(({ type }) => type === "dueMoved")).toMatchObject([
    { note: "到期日由2027年1月1日改为2027年1月4日", audience: "all" },
  ]);
  expect(isIntact(request.timeline)).toBe(true);
  const told = request.outbox.filter(({ type }) => type === "dueTimeMoved");
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(
    [world.talent.accountId, world.liaison.accountId].sort(),
  );
  const repeated = await call("", body, "import-2027");
  expect(repeated.status).toBe(201);
  expect(await CalendarModel.findOne({ year: 2027 }).lean()).toMatchObject({ versions: [{ number: 1 }] });
});

test("the second pass finds what was written by the old days meanwhile, then it is done", async () => {
  await call("", { text: TEXT, version: 0, tell: false });
  await recomputeDueTimes(worker(), START);
  const { id } = await cases.handling();
  await RequestModel.updateOne({ _id: id }, { $set: { laneAt: at("2027-01-01 17:30") } });
  const soon = worker();
  await recomputeDueTimes(soon, START);
  expect((await stored(id)).laneAt).toEqual(at("2027-01-01 17:30"));
  await recomputeDueTimes(worker(new Date(systemClock.now().getTime() + 11_000)), START);
  expect((await stored(id)).laneAt).toEqual(at("2027-01-04 17:30"));
  const { items } = (await server.call("GET", "/api/calendars", { token: administrator })).body as {
    items: CalendarYearView[];
  };
  expect(items.find(({ year }) => year === 2027)?.recompute).toMatchObject({ state: "done", moved: 1 });
});

test("nobody is told where that was not asked for", async () => {
  const { id } = await cases.handling();
  await call("", { text: TEXT, version: 0, tell: false });
  await recomputeDueTimes(worker(), START);
  expect((await stored(id)).outbox.filter(({ type }) => type === "dueTimeMoved")).toEqual([]);
});

test("an earlier version, or none, is put back into force, and the dates go back", async () => {
  const { id } = await cases.handling();
  await call("", { text: TEXT, version: 0, tell: false });
  await recomputeDueTimes(worker(), START);
  expect((await preview({ restore: { year: 2027, number: -1 } })).counts).toMatchObject({
    moved: 1,
    earlier: 1,
  });
  const restored = await call("/2027/restore", { version: 1, number: -1, tell: false });
  expect(restored.body).toMatchObject({ published: false, versions: [{ number: 1, active: false }] });
  await recomputeDueTimes(worker(), START);
  expect((await stored(id)).laneAt).toEqual(at("2027-01-01 17:30"));
});

test("a new case is counted by the imported days at once", async () => {
  await call("", { text: TEXT, version: 0, tell: false });
  expect(await limitOfNew()).toBe("2027-01-04");
});

test("a correction of a shipped year keeps the shipped one", async () => {
  const text = JSON.stringify({ year: 2026, source: "更正", off: ["12-30"], makeUpWork: [] });
  const answer = await call("", { text, version: 0, tell: false });
  expect(answer.body).toMatchObject({
    versions: [
      { number: 1, active: true },
      { number: 0, active: false },
    ],
  });
});

test.each([
  ["a file with problems", { text: "{}", version: 0, tell: false }, "400 invalid_input"],
  [
    "a file without a source",
    { text: JSON.stringify({ ...FILE, source: "" }), version: 0, tell: false },
    "400 invalid_input",
  ],
  ["a version that is not the present one", { text: TEXT, version: 7, tell: false }, "409 state_changed"],
])("refuses %s", async (_, body, expected) => {
  expect(refusal(await call("", body))).toBe(expected);
});

test("refuses to import what is in force already, and to restore what is not there", async () => {
  await call("", { text: TEXT, version: 0, tell: false });
  expect(refusal(await call("", { text: TEXT, version: 1, tell: false }))).toBe("400 invalid_input");
  const unknown = await call("/2027/restore", { version: 1, number: 9, tell: false });
  expect(refusal(unknown)).toBe("400 invalid_input");
});

test("a preview names every problem of the file", async () => {
  const { problems, items } = await preview({ text: JSON.stringify({ ...FILE, makeUpWork: ["01-29"] }) });
  expect(problems).toEqual([{ problem: "make_up_not_weekend", entry: "2027-01-29" }]);
  expect(items).toEqual([]);
});
