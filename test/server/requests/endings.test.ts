import { startTestServer, type TestServer } from "../../support/testServer";
import { createWorld, type World } from "../../support/world";
import { caseCalls, offered, refusal, requestIn } from "../../support/caseCalls";
import { RequestModel } from "../../../server/features/requests/index";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
});

afterEach(() => server.clock.moveTo(null));
afterAll(() => server.stop());

describe("returning wrong work", () => {
  test("the case waits for dispatch again, its limit runs on, and the talent does not read the quarrel", async () => {
    const dispatched = await calls.dispatched();
    const { id } = dispatched;
    const returned = requestIn(await calls.post(world.liaison, `/${id}/return`, { reason: "不属于本岗位" }));
    expect(returned).toMatchObject({
      status: "accepted",
      lane: "toDispatch",
      limit: { dueOn: dispatched.limit?.dueOn },
    });
    const specialist = requestIn(await calls.read(world.district, id));
    expect(specialist).toMatchObject({ reason: "不属于本岗位" });
    expect(specialist.timeline.at(-1)?.type).toBe("returned");
    const own = requestIn(await calls.read(world.talent, id));
    expect(own.reason).toBeUndefined();
    expect(own.timeline.at(-1)?.type).toBe("dispatched");
  });

  test("is offered until the close of the second working day and refused after it", async () => {
    const { id } = await calls.dispatched();
    const offer = requestIn(await calls.read(world.liaison, id)).can.find(
      ({ action }) => action === "returnToDispatch",
    );
    expect(offer?.until).toBe("2026-10-12T09:30:00.000Z");
    server.clock.moveTo(new Date("2026-10-12T09:30:01Z"));
    expect(offered(requestIn(await calls.read(world.liaison, id)))).not.toContain("returnToDispatch");
    const late = await calls.post(world.liaison, `/${id}/return`, { reason: "不属于本岗位" });
    expect(refusal(late)).toBe("409 limit_passed");
  });
});

describe("opening again", () => {
  const reason = { reason: "还没有解决" };

  test("gives the post a fresh limit in which the closed time does not count", async () => {
    const { id } = await calls.completed();
    server.clock.moveTo(new Date("2026-10-19T02:00:00Z"));
    const reopened = requestIn(await calls.post(world.talent, `/${id}/reopen`, reason));
    expect(reopened).toMatchObject({
      status: "reopened",
      lane: "inHand",
      limit: { state: "counting", used: 0, dueOn: "2026-10-26" },
    });
    const signed = requestIn(await calls.post(world.liaison, `/${id}/sign`));
    expect(signed.status).toBe("handling");
  });

  test("is possible once", async () => {
    const { id } = await calls.completed();
    requestIn(await calls.post(world.talent, `/${id}/reopen`, reason));
    requestIn(await calls.post(world.liaison, `/${id}/sign`));
    const answers = [{ outcome: "done", note: "办好了" }];
    requestIn(await calls.post(world.liaison, `/${id}/complete`, { answers }));
    expect(offered(requestIn(await calls.read(world.talent, id)))).toEqual(["rate"]);
    expect(refusal(await calls.post(world.talent, `/${id}/reopen`, reason))).toBe("409 limit_passed");
  });

  test("is refused thirty days after completion", async () => {
    const { id } = await calls.completed();
    server.clock.moveTo(new Date("2026-11-08T01:00:01Z"));
    expect(refusal(await calls.post(world.talent, `/${id}/reopen`, reason))).toBe("409 limit_passed");
  });
});

describe("rating", () => {
  test("is possible once", async () => {
    const { id } = await calls.completed();
    const rating = { level: "dissatisfied", tags: ["slow"], comment: "等得太久" };
    requestIn(await calls.post(world.talent, `/${id}/rating`, rating));
    const second = await calls.post(world.talent, `/${id}/rating`, { level: "verySatisfied", tags: [] });
    expect(refusal(second)).toBe("409 already_rated");
  });

  test("of two ratings at once one counts", async () => {
    const { id } = await calls.completed();
    const rate = (level: string) => calls.post(world.talent, `/${id}/rating`, { level, tags: [] });
    const answers = await Promise.all([rate("satisfied"), rate("dissatisfied")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("takes the tags offered for its level", async () => {
    const { id } = await calls.completed();
    const rating = { level: "verySatisfied", tags: ["slow"] };
    expect(refusal(await calls.post(world.talent, `/${id}/rating`, rating))).toBe("400 invalid_input");
  });

  test("is never shown to staff with its case", async () => {
    const { id } = await calls.completed();
    requestIn(await calls.post(world.talent, `/${id}/rating`, { level: "dissatisfied", tags: [] }));
    const seen = requestIn(await calls.read(world.liaison, id));
    expect([seen.rating, seen.ratingLevel]).toEqual([undefined, undefined]);
  });

  test("is refused to staff", async () => {
    const { id } = await calls.completed();
    const answer = await calls.post(world.liaison, `/${id}/rating`, { level: "satisfied", tags: [] });
    expect(refusal(answer)).toBe("403 role_not_allowed");
  });
});

describe("ends without handling", () => {
  test("a rejection tells the talent why", async () => {
    const { id } = await calls.submitted();
    requestIn(await calls.post(world.district, `/${id}/reject`, { reason: "重复申请" }));
    const own = requestIn(await calls.read(world.talent, id));
    expect(own).toMatchObject({ status: "rejected", reason: "重复申请", can: [], limit: { state: "ended" } });
    expect(own.lane).toBeUndefined();
  });

  test("out of scope says who is responsible", async () => {
    const { id } = await calls.accepted();
    const body = { reason: "属于个税事项", responsible: "渝北区税务局" };
    requestIn(await calls.post(world.municipal, `/${id}/out-of-scope`, body));
    expect(requestIn(await calls.read(world.talent, id))).toMatchObject({ status: "outOfScope", ...body });
  });

  test("a withdrawal tells those who work on it", async () => {
    const { id } = await calls.handling();
    requestIn(await calls.post(world.talent, `/${id}/withdraw`, { reason: "已自行办好" }));
    const stored = await RequestModel.findById(id).lean();
    const told = stored?.outbox.filter((entry) => entry.type === "requestWithdrawn");
    expect(told?.map((entry) => entry.recipientId).sort()).toEqual(
      [world.liaison.accountId, world.district.accountId].sort(),
    );
  });
});

test("the telephone number is opened while the case is open, and the reading is logged first", async () => {
  const { id } = await calls.handling();
  const opened = await calls.post(world.liaison, `/${id}/phone`);
  expect(opened.body).toEqual({ value: expect.stringMatching(/^1380000\d{4}$/) });
  const log = await server.call("GET", "/api/me/access-log", { token: world.talent.token });
  expect(log.body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ what: "phone" })]),
  });
  const closed = await calls.completed();
  expect(refusal(await calls.post(world.liaison, `/${closed.id}/phone`))).toBe("403 action_not_allowed");
});
