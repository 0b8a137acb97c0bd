import type { HandoverView } from "@talent/shared/contract/schemas/posts";
import { NoticeModel } from "../../../server/features/notices/model";
import { forgetPosts, HandoverModel, PostModel } from "../../../server/features/posts/index";
import { changingPosts, movingPosts } from "../../../server/features/posts/duty";
import { handoversQuery } from "../../../server/features/posts/handovers/routes";
import { isIntact, RequestModel, type RequestDocument } from "../../../server/features/requests/index";
import { casesElsewhere } from "../../../server/features/requests/takeover/move";
import { handedOverQuery } from "../../../server/features/requests/takeover/routes";
import { boardDocument } from "../../support/boardRows";
import { caseCalls, refusal, requestIn } from "../../support/caseCalls";
import { addOtherDepartment, waitsFor } from "../../support/caseWork";
import { stagesOf } from "../../support/explain";
import { startTestServer, type TestServer } from "../../support/testServer";
import { takeovers } from "../../support/takeover";
import { createWorld, type Person, type World } from "../../support/world";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;
let b: Person;
let job: ReturnType<typeof takeovers>;

const FRIDAY = "2026-10-09";
const MONDAY = "2026-10-12";
/** 09:30 in Chongqing. */
const morning = (on: string) => new Date(`${on}T01:30:00Z`);

beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: `${FRIDAY}T01:00:00Z` });
  world = await createWorld(server);
  calls = caseCalls(server, world);
  b = await server.signInWith("liaison-education-b", {
    name: "谭明",
    office: "渝北区教委",
    grants: [{ role: "departmentLiaison", departmentId: world.post.departmentId }],
  });
  await PostModel.updateOne(
    { _id: world.post.id },
    { $push: { holders: { letter: "B", accountId: b.accountId, name: "谭明" } } },
  );
  job = takeovers();
});
afterAll(() => server.stop());

beforeEach(async () => {
  server.clock.moveTo(morning(FRIDAY));
  await RequestModel.deleteMany({});
  await HandoverModel.deleteMany({});
  await NoticeModel.deleteMany({});
  const duty = { letter: "A", accountId: world.liaison.accountId, name: "谭静", sinceOn: FRIDAY };
  await PostModel.updateOne(
    { _id: world.post.id },
    { $set: { absences: [], duty }, $unset: { nextDutyOn: "", pendingHandover: "" } },
  );
  forgetPosts();
});

async function away(fromOn: string, toOn = fromOn): Promise<string> {
  const answer = await server.call("POST", `/api/posts/${world.post.id}/absences`, {
    token: world.liaison.token,
    body: { letter: "A", spans: [{ fromOn, toOn }], reason: "出差" },
  });
  expect(answer.status).toBe(201);
  return (answer.body as { absences: { id: string }[] }).absences.at(-1)?.id ?? "";
}

async function runOn(on: string): Promise<void> {
  server.clock.moveTo(morning(on));
  await job.run(morning(on));
}
const holderOf = async (id: string) => (await RequestModel.findById(id).lean<RequestDocument>())?.holder;
const handovers = () => HandoverModel.find().sort({ _id: 1 }).lean();

test("questions and sub-tasks of other departments' cases follow too", async () => {
  const other = await addOtherDepartment(server);
  const { id } = await calls.accepted();
  const subtasks = [{ postId: world.post.id, task: "核对学籍" }];
  requestIn(await calls.post(world.district, `/${id}/dispatch`, { postId: other.post.id, subtasks }));
  requestIn(await calls.post(other.liaison, `/${id}/sign`));
  const question = { postId: world.post.id, question: "学位还有吗" };
  requestIn(await calls.post(other.liaison, `/${id}/consultations`, question));
  await away(MONDAY);
  await runOn(MONDAY);
  expect((await waitsFor(server, b, id)).map(({ kind }) => kind).sort()).toEqual(["consultation", "subtask"]);
  expect(await waitsFor(server, world.liaison, id)).toEqual([]);
  const version = (await RequestModel.findById(id).lean<RequestDocument>())?.version;
  await runOn(MONDAY);
  expect((await RequestModel.findById(id).lean<RequestDocument>())?.version).toBe(version);
  const answer = { consultationId: "c1", answer: "还有两个" };
  requestIn(await calls.post(b, `/${id}/consultations/answer`, answer));
});

test("on the first day of an absence the open cases go to B, and back after the last", async () => {
  const { id } = await calls.handling();
  await away(MONDAY, "2026-10-13");
  expect((await holderOf(id))?.letter).toBe("A");
  await runOn(FRIDAY);
  expect((await holderOf(id))?.letter).toBe("A");
  await runOn(MONDAY);
  expect(await holderOf(id)).toMatchObject({ letter: "B", name: "谭明", coveringFor: "谭静" });
  await runOn("2026-10-13");
  expect((await holderOf(id))?.letter).toBe("B");
  await runOn("2026-10-14");
  expect(await holderOf(id)).toMatchObject({ letter: "A", name: "谭静" });
  expect((await holderOf(id))?.coveringFor).toBeUndefined();
  expect((await handovers()).map(({ kind, cases, status }) => [kind, cases, status])).toEqual([
    ["takeover", 1, "done"],
    ["return", 1, "done"],
  ]);
});

test("cases do not change hands at night or on a rest day", async () => {
  const { id } = await calls.handling();
  await away(MONDAY);
  for (const at of ["2026-10-11T02:00:00Z", "2026-10-11T16:05:00Z", "2026-10-11T23:59:00Z"]) {
    await job.run(new Date(at));
    expect((await holderOf(id))?.letter).toBe("A");
  }
  await job.run(new Date("2026-10-12T00:00:00Z"));
  expect((await holderOf(id))?.letter).toBe("B");
});

test("an absence for today takes effect at once, and new dispatches go to B", async () => {
  const { id } = await calls.handling();
  await away(FRIDAY);
  expect((await holderOf(id))?.name).toBe("谭明");
  const fresh = await calls.dispatched();
  expect(fresh.holder).toMatchObject({ letter: "B", name: "谭明", coveringFor: "谭静" });
});

test("B does what A did, both read the case, and a case that B signed goes back to A", async () => {
  const { id } = await calls.dispatched();
  await away(FRIDAY);
  expect(refusal(await calls.post(world.liaison, `/${id}/sign`))).toBe("403 action_not_allowed");
  expect(requestIn(await calls.post(b, `/${id}/sign`)).status).toBe("handling");
  expect((await calls.read(world.liaison, id)).status).toBe(200);
  await runOn(MONDAY);
  await runOn("2026-10-13");
  expect((await holderOf(id))?.letter).toBe("A");
  expect((await calls.read(b, id)).status).toBe(200);
  expect(requestIn(await calls.post(world.liaison, `/${id}/progress`, { note: "继续" })).status).toBe(
    "handling",
  );
});

test("each moved case has one event for staff in an intact history; the talent reads none of it", async () => {
  const { id } = await calls.handling();
  await away(FRIDAY);
  const stored = await RequestModel.findById(id).lean<RequestDocument>();
  expect(isIntact(stored?.timeline ?? [])).toBe(true);
  expect(stored?.timeline.filter(({ type }) => type === "handedOver")).toMatchObject([
    { byName: "谭明", audience: "staff", note: "谭静缺席，10月9日（周五）起代岗，到10月9日（周五）" },
  ]);
  const seen = requestIn(await calls.read(world.talent, id));
  expect(seen.timeline.map(({ type }) => type)).not.toContain("handedOver");
  expect(JSON.stringify(seen)).not.toContain("谭静");
});

test("the job run twice, and on two workers at once, moves each case once and tells each of the two once", async () => {
  const cases = await Promise.all([calls.handling(), calls.dispatched(), calls.handling()]);
  await away(MONDAY);
  server.clock.moveTo(morning(MONDAY));
  await Promise.all([job.run(morning(MONDAY)), job.run(morning(MONDAY))]);
  await Promise.all([job.run(morning(MONDAY)), job.run(morning(MONDAY))]);
  for (const { id } of cases) {
    const stored = await RequestModel.findById(id).lean<RequestDocument>();
    expect(stored?.timeline.filter(({ type }) => type === "handedOver")).toHaveLength(1);
    expect(stored?.holder?.letter).toBe("B");
  }
  const made = await HandoverModel.find().lean();
  expect(
    made.map(({ cases: count, outbox }) => [
      count,
      outbox.map(({ type, recipientId }) => [type, recipientId]),
    ]),
  ).toEqual([
    [
      3,
      [
        ["casesTakenOver", b.accountId],
        ["casesHandedOver", world.liaison.accountId],
      ],
    ],
  ]);
  const settled = await PostModel.findById(world.post.id).lean();
  expect(settled?.pendingHandover).toBeUndefined();
});

test("300 open cases move in batches", async () => {
  const holder = {
    accountId: world.liaison.accountId,
    letter: "A" as const,
    name: "谭静",
    office: "渝北区教委",
  };
  const rows = Array.from({ length: 300 }, (_, index) => ({
    ...boardDocument(
      {
        number: `26-9${String(index).padStart(4, "0")}`,
        status: "handling",
        laneKey: "active",
        postId: world.post.id,
      },
      morning(FRIDAY),
    ),
    departmentId: world.post.departmentId,
    holder,
  }));
  await RequestModel.collection.insertMany(rows, { ignoreUndefined: true });
  await away(MONDAY);
  await runOn(MONDAY);
  expect(await RequestModel.countDocuments({ "holder.accountId": b.accountId })).toBe(300);
  expect((await handovers()).map(({ cases }) => cases)).toEqual([300]);
});

test("a takeover that was cut short is taken up again", async () => {
  const { id } = await calls.handling();
  await away(MONDAY);
  server.clock.moveTo(morning(MONDAY));
  const pendingHandover = {
    id: "a".repeat(24),
    kind: "takeover",
    from: { letter: "A", accountId: world.liaison.accountId, name: "谭静" },
    to: { letter: "B", accountId: b.accountId, name: "谭明" },
    onDay: MONDAY,
    at: morning(MONDAY),
  };
  const duty = { letter: "B", accountId: b.accountId, name: "谭明", sinceOn: MONDAY };
  await PostModel.updateOne(
    { _id: world.post.id },
    { $set: { pendingHandover, duty, nextDutyOn: "2026-10-13" } },
  );
  await job.run(morning(MONDAY));
  expect((await holderOf(id))?.letter).toBe("B");
  expect((await handovers()).map(({ status }) => status)).toEqual(["done"]);
});

test("a case that went to the absent holder in the last moment follows with the next run", async () => {
  await away(FRIDAY);
  const { id } = await calls.dispatched();
  const late = { accountId: world.liaison.accountId, letter: "A", name: "谭静", office: "渝北区教委" };
  await RequestModel.updateOne({ _id: id }, { $set: { holder: late } });
  await job.run(morning(FRIDAY));
  expect((await holderOf(id))?.letter).toBe("B");
  expect((await handovers()).map(({ cases }) => cases)).toEqual([1]);
});

test("back early: the running absence is ended and the cases return at once", async () => {
  const { id } = await calls.handling();
  const absenceId = await away(FRIDAY, "2026-10-15");
  await runOn(MONDAY);
  const answer = await server.call("POST", `/api/posts/${world.post.id}/absences/${absenceId}/end`, {
    token: world.liaison.token,
  });
  expect(answer.status).toBe(200);
  expect((await holderOf(id))?.letter).toBe("A");
});

test("back within minutes of the takeover: the cases return at once, and both handovers are told", async () => {
  const { id } = await calls.handling();
  const absenceId = await away(FRIDAY);
  expect((await holderOf(id))?.letter).toBe("B");
  await server.call("POST", `/api/posts/${world.post.id}/absences/${absenceId}/end`, {
    token: world.liaison.token,
  });
  expect((await holderOf(id))?.letter).toBe("A");
  expect((await handovers()).map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    "takeover done",
    "return done",
  ]);
});

test("a case that is opened again goes to whoever is on duty", async () => {
  const { id } = await calls.completed();
  await away(FRIDAY);
  const reopened = requestIn(await calls.post(world.talent, `/${id}/reopen`, { reason: "没有解决" }));
  expect((await holderOf(reopened.id))?.letter).toBe("B");
});

test("the list of a handover is read and acknowledged by the two, once each", async () => {
  const { id } = await calls.handling();
  await calls.post(world.liaison, `/${id}/progress`, { note: "已联系学校" });
  await away(FRIDAY);
  const list = async (person: Person) =>
    ((await server.call("GET", "/api/handovers", { token: person.token })).body as { items: HandoverView[] })
      .items;
  const [handover] = await list(b);
  expect(handover).toMatchObject({
    kind: "takeover",
    cases: 1,
    canAcknowledge: true,
    from: { name: "谭静" },
  });
  const path = `/api/handovers/${handover?.id ?? ""}`;
  const cases = await server.call("GET", `${path}/cases`, { token: b.token });
  expect(cases.body).toMatchObject({
    items: [{ request: { id, status: "handling" }, lastProgress: { note: "已联系学校", who: "谭静" } }],
  });
  const acknowledge = (person: Person) => server.call("POST", `${path}/acknowledge`, { token: person.token });
  expect((await acknowledge(b)).body).toMatchObject({ canAcknowledge: false });
  expect(refusal(await acknowledge(b))).toBe("403 action_not_allowed");
  expect((await acknowledge(world.liaison)).status).toBe(200);
  expect(refusal(await acknowledge(world.municipal))).toBe("403 action_not_allowed");
  const foreign = await server.signInWith("liaison-hr", {
    name: "谢文",
    grants: [{ role: "departmentLiaison", departmentId: "e".repeat(24) }],
  });
  expect(await list(foreign)).toEqual([]);
  expect(refusal(await acknowledge(foreign))).toBe("404 not_found");
});

test("finds the cases of a handover by an index", async () => {
  expect(await stagesOf(handedOverQuery("a", undefined).limit(21))).toContain("IXSCAN");
});

test.each([
  ["cases to move", () => casesElsewhere("e".repeat(24), "a").limit(100)],
  ["posts whose duty changes", () => changingPosts("2026-10-12").limit(200)],
  ["posts whose cases are being moved", () => movingPosts().limit(200)],
  ["handovers of a department", () => handoversQuery(["d"], undefined, undefined).limit(21)],
  ["handovers of a post", () => handoversQuery(undefined, "p", undefined).limit(21)],
] as const)("finds %s by an index", async (_, query) => {
  const stages = await stagesOf(query());
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
  expect(stages).not.toContain("SORT");
});
