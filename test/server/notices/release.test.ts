import { Types } from "mongoose";
import { NoticeModel, rowOf } from "../../../server/features/notices/index";
import { releaseWaiting, waitingQuery } from "../../../server/features/notices/relay/release";
import { lapsedClockNotices } from "../../../server/features/requests/limits/lapsed";
import { RequestModel } from "../../../server/features/requests/index";
import type { OutboxSource } from "../../../server/platform/database/outbox";
import { boardDocument } from "../../support/boardRows";
import { startTestServer, type TestServer } from "../../support/testServer";

const EVENING = new Date("2026-11-27T09:30:00Z");
const MORNING = new Date("2026-11-30T01:00:00Z");
const DUE = new Date("2026-11-30T01:00:02Z");
const REQUESTS: OutboxSource = {
  kind: "request",
  model: RequestModel as never,
  lapsed: lapsedClockNotices,
};

let server: TestServer;
let token: string;
let recipientId: string;

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: EVENING.toISOString() });
  ({ token, accountId: recipientId } = await server.signInAs("talent-b"));
});
afterAll(() => server.stop());

beforeEach(async () => {
  await NoticeModel.deleteMany({});
  await RequestModel.deleteMany({});
});

/** A notice of Friday evening that waits for Monday, about a case in this state. */
async function waiting(status: "handling" | "completed", occasion = "late@1"): Promise<Types.ObjectId> {
  const request = boardDocument({ number: `26-${occasion}`, status, laneKey: "active", dueIn: 0 }, EVENING);
  await RequestModel.collection.insertOne(request, { ignoreUndefined: true });
  const entry = {
    ...{ id: occasion, type: "requestDelayed" as const, recipientId, occasion, at: EVENING },
    values: { number: request.number, itemName: "科技咨询", office: "渝北区教委", dueOn: "2026-11-27" },
    notBefore: MORNING,
  };
  const _id = new Types.ObjectId();
  const subject = { kind: "request" as const, id: request._id.toHexString() };
  await NoticeModel.collection.insertOne(
    { _id, ...rowOf(entry, subject, EVENING) },
    { ignoreUndefined: true },
  );
  return _id;
}

const row = (_id: Types.ObjectId) => NoticeModel.findById(_id).lean();
async function inbox(): Promise<unknown[]> {
  const answer = await server.call("GET", "/api/notices", { token });
  return (answer.body as { items: unknown[] }).items;
}

test("a notice waits for its hour: neither sent nor seen before, both from then on", async () => {
  const id = await waiting("handling");
  expect(await releaseWaiting([REQUESTS], new Date(MORNING.getTime() - 1), DUE)).toBe(0);
  expect(await inbox()).toEqual([]);
  expect(await releaseWaiting([REQUESTS], MORNING, DUE)).toBe(1);
  const released = await row(id);
  expect(released).toMatchObject({ state: "pending", nextAttemptAt: DUE });
  expect(released?.notBefore).toBeUndefined();
  expect(await inbox()).toMatchObject([{ at: MORNING.toISOString(), read: false }]);
});

test("one whose case was completed in the meantime ends as expired and never appears", async () => {
  const id = await waiting("completed");
  await releaseWaiting([REQUESTS], MORNING, DUE);
  const ended = await row(id);
  expect(ended).toMatchObject({ state: "expired", hidden: true });
  expect(ended?.nextAttemptAt).toBeUndefined();
  expect(await inbox()).toEqual([]);
  const me = await server.call("GET", "/api/me", { token });
  expect(me.body).toMatchObject({ unreadNotices: 0 });
});

test("two workers at once, and a run repeated, release each notice once", async () => {
  const ids = await Promise.all(["a", "b", "c"].map((occasion) => waiting("handling", occasion)));
  await Promise.all([0, 1].map(() => releaseWaiting([REQUESTS], MORNING, DUE)));
  await NoticeModel.updateMany({}, { $set: { state: "delivered" }, $unset: { nextAttemptAt: "" } });
  expect(await releaseWaiting([REQUESTS], MORNING, DUE)).toBe(0);
  for (const id of ids) expect((await row(id))?.nextAttemptAt).toBeUndefined();
});

test("what waits is found by its index", async () => {
  await waiting("handling");
  const plan = JSON.stringify(await waitingQuery(MORNING).explain("queryPlanner"));
  expect(plan).toContain("IXSCAN");
  expect(plan).not.toContain("COLLSCAN");
});
