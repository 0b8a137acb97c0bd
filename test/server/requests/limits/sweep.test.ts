import { instantInShanghai } from "@talent/shared/calendar/dates";
import { startTestServer, type TestServer } from "../../../support/testServer";
import { caseCalls } from "../../../support/caseCalls";
import { requestContext } from "../../../support/requestContext";
import { addPost, createWorld, type World } from "../../../support/world";
import { stagesOf } from "../../../support/explain";
import { sweepClocks } from "../../../../server/features/requests/limits/sweep";
import { NoticeModel, relayOutbox } from "../../../../server/features/notices/index";
import { RequestModel, isIntact, type RequestDocument } from "../../../../server/features/requests/index";

let server: TestServer;
let world: World;
let cases: ReturnType<typeof caseCalls>;

/** The item's limit is 5 working days: accepted on Monday 23 November 2026 it is due on the 30th. */
const at = (text: string) => instantInShanghai(text.slice(0, 10), text.slice(11));
const MONDAY = "2026-11-23 10:00";

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: at(MONDAY).toISOString() });
  world = await createWorld(server);
  cases = caseCalls(server, world);
});
afterAll(() => server.stop());

beforeEach(async () => {
  server.clock.moveTo(at(MONDAY));
  await RequestModel.deleteMany({});
  await NoticeModel.deleteMany({});
});

async function stored(id: string): Promise<RequestDocument> {
  const found = await RequestModel.findById(id).lean<RequestDocument>().exec();
  if (found === null) throw new Error(`no request ${id}`);
  return found;
}

/** What the clock told since the last call, as `type → person`. */
async function told(): Promise<string[]> {
  const names = new Map(
    Object.entries(world).flatMap(([name, person]: [string, unknown]) =>
      typeof person === "object" && person !== null && "accountId" in person
        ? [[String(person.accountId), name] as const]
        : [],
    ),
  );
  const rows = await RequestModel.find({ outboxPending: true }).lean<RequestDocument[]>().exec();
  const entries = rows.flatMap(({ outbox }) => outbox);
  await relayOutbox({ kind: "request", model: RequestModel as never }, new Date());
  return entries.map(({ type, recipientId }) => `${type} → ${names.get(recipientId) ?? recipientId}`).sort();
}

async function sweepAt(text: string): Promise<string[]> {
  server.clock.moveTo(at(text));
  await sweepClocks(requestContext(), at(text));
  return told();
}

async function handled(): Promise<string> {
  const { id } = await cases.handling();
  await told();
  return id;
}

test("a case under way is looked at next when four fifths of its limit are used", async () => {
  const id = await handled();
  expect((await stored(id)).nextClockAt).toEqual(at("2026-11-27 00:00"));
  expect(await sweepAt("2026-11-26 23:59")).toEqual([]);
});

test("it warns, says that it is late, and goes up step by step, each once", async () => {
  const id = await handled();
  expect(await sweepAt("2026-11-27 00:00")).toEqual(["limitNear → liaison"]);
  expect(await sweepAt("2026-11-27 00:10")).toEqual([]);
  expect(await sweepAt("2026-11-30 17:29")).toEqual([]);
  expect(await sweepAt("2026-11-30 17:30")).toEqual([
    "caseOverdue → district",
    "caseOverdue → liaison",
    "requestDelayed → talent",
  ]);
  expect(await sweepAt("2026-12-02 17:30")).toEqual([
    "caseStillOverdue → liaison",
    "caseStillOverdue → municipal",
    "caseStillOverdue → municipal2",
  ]);
  expect(await sweepAt("2026-12-07 17:30")).toEqual([
    "caseStillOverdue → municipal",
    "caseStillOverdue → municipal2",
  ]);
  const request = await stored(id);
  expect(request.nextClockAt).toBeUndefined();
  expect(isIntact(request.timeline)).toBe(true);
  expect(request.timeline.slice(-4).map(({ type, audience }) => `${type} ${audience}`)).toEqual([
    "limitNear staff",
    "limitPassed all",
    "escalated staff",
    "escalated staff",
  ]);
});

test("two workers at once, and a run repeated, tell once", async () => {
  const ids = [];
  for (let count = 0; count < 6; count += 1) ids.push((await cases.handling()).id);
  await told();
  const late = at("2026-11-30 17:30");
  await Promise.all([requestContext(), requestContext()].map((worker) => sweepClocks(worker, late)));
  expect(await sweepClocks(requestContext(), late)).toBe(0);
  for (const id of ids) {
    const request = await stored(id);
    expect(request.timeline.filter(({ type }) => type === "limitPassed")).toHaveLength(1);
    expect(request.told).toHaveLength(2);
    expect(isIntact(request.timeline)).toBe(true);
  }
  await told();
  expect(await NoticeModel.countDocuments({ type: "requestDelayed" })).toBe(ids.length);
});

test("after days without a worker everybody hears one thing: the highest step that concerns them", async () => {
  await handled();
  expect(await sweepAt("2026-12-20 12:00")).toEqual([
    "caseOverdue → district",
    "caseStillOverdue → liaison",
    "caseStillOverdue → municipal",
    "caseStillOverdue → municipal2",
    "requestDelayed → talent",
  ]);
});

test("a request that nobody accepts in time is told to those who could, and to the talent", async () => {
  await cases.submitted();
  await told();
  expect(await sweepAt("2026-11-24 17:30")).toEqual([
    "acceptanceDelayed → talent",
    "acceptanceOverdue → district",
    "acceptanceOverdue → municipal",
    "acceptanceOverdue → municipal2",
  ]);
  expect(await sweepAt("2026-11-26 17:30")).toEqual([
    "acceptanceOverdue → municipal",
    "acceptanceOverdue → municipal2",
  ]);
});

test("a case that is not signed in time goes to the holder, the stand-in and the specialist, then a level higher", async () => {
  const { liaison, foreignDistrict } = world;
  const post = await addPost(
    { accountId: liaison.accountId, name: "谭静" },
    { standIn: { accountId: foreignDistrict.accountId, name: "何苗" } },
  );
  const { id } = await cases.accepted();
  await cases.post(world.district, `/${id}/dispatch`, { postId: post.id });
  await told();
  expect(await sweepAt("2026-11-24 17:30")).toEqual([
    "signingOverdue → district",
    "signingOverdue → foreignDistrict",
    "signingOverdue → liaison",
  ]);
  expect(await sweepAt("2026-11-26 17:30")).toEqual([
    "signingOverdue → municipal",
    "signingOverdue → municipal2",
  ]);
  expect((await stored(id)).nextClockAt).toEqual(at("2026-11-27 00:00"));
});

test("a case that is completed, or waits for the talent, says nothing more", async () => {
  const completed = await cases.completed();
  await told();
  expect((await stored(completed.id)).nextClockAt).toBeUndefined();
  const waiting = await handled();
  await cases.post(world.liaison, `/${waiting}/supplement`, {
    items: [{ title: "补一份证明", why: "原件不清" }],
  });
  await told();
  const { status, nextClockAt } = await stored(waiting);
  expect({ status, nextClockAt }).toEqual({ status: "supplementing", nextClockAt: undefined });
  expect(await sweepAt("2026-12-20 12:00")).toEqual([]);
});

test("what is said outside working hours waits for the next working morning, in the inbox too", async () => {
  await handled();
  await sweepAt("2026-11-30 17:30");
  const rows = await NoticeModel.find({ type: "requestDelayed" }).lean();
  expect(rows).toMatchObject([
    { notBefore: at("2026-12-01 09:00"), createdAt: at("2026-12-01 09:00"), hidden: true },
  ]);
  expect(rows[0]?.nextAttemptAt).toBeUndefined();
  const inbox = await server.call("GET", "/api/notices", { token: world.talent.token });
  const types = (inbox.body as { items: { type: string }[] }).items.map(({ type }) => type);
  expect(types).not.toContain("requestDelayed");
});

test("the message to the talent says who has the case and what happens next", async () => {
  await handled();
  await sweepAt("2026-11-30 17:30");
  const row = await NoticeModel.findOne({ type: "requestDelayed" }).lean();
  expect(row?.text).toContain("没能在11月30日（周一）前办结");
  expect(row?.text).toContain("渝北区教委还在办");
  expect(row?.text).toContain("12月2日（周三）还没办结，再上报一级");
  expect(row?.values["thing5"]).toBe("渝北区教委");
  const warning = await NoticeModel.findOne({ type: "caseOverdue" }).lean();
  expect(warning?.values["time4"]).toBe("2026年11月30日 17:30");
});

test("the sweep finds what is due by its index, in its order", async () => {
  await handled();
  const query = RequestModel.find({ nextClockAt: { $lte: new Date() } }).sort({ nextClockAt: 1, _id: 1 });
  const stages = await stagesOf(query);
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("SORT");
  expect(stages).not.toContain("COLLSCAN");
});
