import type { LeftEmpty, PlannedPost, PostPlan } from "@talent/shared/contract/schemas/posts";
import { forgetPosts, PostModel } from "../../../server/features/posts/index";
import { NoticeModel } from "../../../server/features/notices/model";
import { detailsOf, refusal } from "../../support/caseCalls";
import { startTestServer, type Answer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { addPost, type Person, type TestPost } from "../../support/world";

let server: TestServer;
let a: Person;
let b: Person;
let foreigner: Person;
let administrator: Person;
let post: TestPost;

const liaison = (departmentId: string) => [{ role: "departmentLiaison" as const, departmentId }];

beforeAll(async () => {
  // A Friday; Monday is 10-12.
  server = await startTestServer({ roles: "web,worker", now: "2026-10-09T01:00:00Z" });
  const { accountId: aId } = await server.signInWith("liaison-education", { name: "何俊" });
  const { accountId: bId } = await server.signInWith("liaison-education-b", { name: "谭明" });
  post = await addPost({ accountId: aId, name: "何俊" }, { standIn: { accountId: bId, name: "谭明" } });
  a = await server.signInWith("liaison-education", { name: "何俊", grants: liaison(post.departmentId) });
  b = await server.signInWith("liaison-education-b", { name: "谭明", grants: liaison(post.departmentId) });
  foreigner = await server.signInWith("liaison-hr", { name: "谢文", grants: liaison("e".repeat(24)) });
  administrator = await server.signInWith("administrator", {
    name: "许静",
    grants: [{ role: "administrator" }],
  });
});
afterAll(() => server.stop());

beforeEach(async () => {
  await PostModel.updateMany({}, { $set: { absences: [] }, $unset: { nextDutyOn: "", pendingHandover: "" } });
  forgetPosts();
});

type Span = [fromOn: string, toOn: string];
const register = (person: Person, letter: "A" | "B", spans: Span[], key?: string) =>
  server.call("POST", `/api/posts/${post.id}/absences`, {
    token: person.token,
    body: { letter, spans: spans.map(([fromOn, toOn]) => ({ fromOn, toOn })), reason: "培训" },
    ...(key === undefined ? {} : { key }),
  });
const registered = async () => (await PostModel.findById(post.id).lean())?.absences ?? [];
const act = (person: Person, absenceId: string, what: string, body?: object) =>
  server.call("POST", `/api/posts/${post.id}/absences/${absenceId}/${what}`, {
    token: person.token,
    ...(body === undefined ? {} : { body }),
  });

test("the holder, a colleague of the department and an administrator enter an absence, nobody else", async () => {
  const answers = [
    await register(a, "A", [["2026-10-12", "2026-10-12"]]),
    await register(b, "A", [["2026-10-13", "2026-10-13"]]),
    await register(administrator, "A", [["2026-10-14", "2026-10-14"]]),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(refusal(await register(foreigner, "A", [["2026-10-15", "2026-10-15"]]))).toBe("404 not_found");
  expect((answers[2]?.body as PlannedPost).absences.map(({ fromOn, name }) => [fromOn, name])).toEqual([
    ["2026-10-12", "何俊"],
    ["2026-10-13", "何俊"],
    ["2026-10-14", "何俊"],
  ]);
});

test("an absence that would leave the post empty is refused with the day, the other's absence and ways out", async () => {
  await register(b, "B", [["2026-10-13", "2026-10-13"]]);
  const answer = await register(a, "A", [["2026-10-12", "2026-10-14"]]);
  expect(refusal(answer)).toBe("409 post_left_empty");
  const details = detailsOf(answer) as unknown as LeftEmpty;
  expect(details.days).toEqual(["2026-10-13"]);
  expect(details.others).toMatchObject([{ letter: "B", name: "谭明", fromOn: "2026-10-13", reason: "培训" }]);
  expect(details.waysOut).toEqual([
    { kind: "move", spans: [{ fromOn: "2026-10-14", toOn: "2026-10-16" }] },
    {
      kind: "split",
      spans: [
        { fromOn: "2026-10-12", toOn: "2026-10-12" },
        { fromOn: "2026-10-14", toOn: "2026-10-14" },
      ],
    },
    { kind: "askOther", absenceId: details.others[0]?.absenceId, name: "谭明" },
  ]);
  expect(await registered()).toHaveLength(1);
});

test("a way out that is offered is accepted", async () => {
  await register(b, "B", [["2026-10-13", "2026-10-13"]]);
  const details = detailsOf(await register(a, "A", [["2026-10-12", "2026-10-14"]])) as unknown as LeftEmpty;
  const split = details.waysOut.find(({ kind }) => kind === "split");
  if (split?.kind !== "split") throw new Error("no split");
  const spans = split.spans.map(({ fromOn, toOn }): Span => [fromOn, toOn]);
  expect((await register(a, "A", spans)).status).toBe(201);
  expect(await registered()).toHaveLength(3);
});

test("of two absences entered at once that would leave the post empty exactly one is entered", async () => {
  for (let round = 0; round < 8; round += 1) {
    await PostModel.updateOne({ _id: post.id }, { $set: { absences: [] } });
    const answers = await Promise.all([
      register(a, "A", [["2026-10-20", "2026-10-22"]]),
      register(b, "B", [["2026-10-22", "2026-10-23"]]),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await registered()).toHaveLength(1);
  }
});

test("the same call twice enters one absence", async () => {
  const key = "absence-once-0001";
  const first = await register(a, "A", [["2026-10-12", "2026-10-12"]], key);
  const second = await register(a, "A", [["2026-10-12", "2026-10-12"]], key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await registered()).toHaveLength(1);
  expect(refusal(await register(a, "A", [["2026-10-13", "2026-10-13"]], key))).toBe(
    "409 idempotency_key_reused",
  );
});

test("wrong days are named by their field", async () => {
  const answer = await register(a, "A", [
    ["2026-10-12", "2026-10-12"],
    ["2026-10-08", "2026-10-08"],
  ]);
  expect(refusal(answer)).toBe("400 invalid_input");
  expect(detailsOf(answer)["fields"]).toEqual([{ field: "body.spans.1.fromOn", problem: "in_the_past" }]);
});

async function entered(person: Person, letter: "A" | "B", span: Span): Promise<string> {
  const answer: Answer = await register(person, letter, [span]);
  const { absences } = answer.body as PlannedPost;
  return absences.at(-1)?.id ?? "";
}

test("a coming absence is called off, and then the days are free again", async () => {
  const id = await entered(b, "B", ["2026-10-13", "2026-10-13"]);
  expect(refusal(await act(foreigner, id, "end"))).toBe("404 not_found");
  expect((await act(b, id, "end")).status).toBe(200);
  expect((await register(a, "A", [["2026-10-12", "2026-10-14"]])).status).toBe(201);
  expect(refusal(await act(b, id, "end"))).toBe("409 state_changed");
});

test("an absence is shortened to an earlier last day only", async () => {
  const id = await entered(a, "A", ["2026-10-12", "2026-10-15"]);
  expect(refusal(await act(a, id, "shorten", { toOn: "2026-10-16" }))).toBe("400 invalid_input");
  const answer = await act(a, id, "shorten", { toOn: "2026-10-13" });
  expect((answer.body as PlannedPost).absences[0]?.toOn).toBe("2026-10-13");
  expect((await register(b, "B", [["2026-10-14", "2026-10-14"]])).status).toBe(201);
});

test("the other holder is asked to move what stands in the way, and told of an absence", async () => {
  const id = await entered(b, "B", ["2026-10-13", "2026-10-13"]);
  const body = { spans: [{ fromOn: "2026-10-12", toOn: "2026-10-14" }], reason: "出差" };
  expect(refusal(await act(foreigner, id, "ask", body))).toBe("404 not_found");
  expect((await act(a, id, "ask", body)).status).toBe(204);
  const notice = (filter: object) =>
    until(async () => (await NoticeModel.findOne(filter).lean()) ?? undefined);
  const asked = await notice({ type: "absenceAdjustmentAsked" });
  expect(asked.recipientId).toBe(b.accountId);
  expect(asked.text).toBe(
    "何俊想在10月12日（周一）至10月14日（周三）缺席（出差），和您10月13日（周二）的缺席有同一天，人才服务岗会空岗。能调整的话，请改您的缺席。",
  );
  const told = await notice({ type: "absenceRegistered", recipientId: a.accountId, text: /谭明10月/ });
  expect(told.text).toContain("由何俊一人在岗");
});

test("the plan shows days, holders, absences and what the reader may do", async () => {
  await register(a, "A", [["2026-10-12", "2026-10-13"]]);
  const planOf = async (person: Person) =>
    (await server.call("GET", "/api/duty-plan?fromOn=2026-10-09&days=7", { token: person.token }))
      .body as PostPlan;
  const mine = await planOf(a);
  expect(mine.days.map(({ on, counts }) => `${on.slice(8)}${counts ? "" : " rest"}`)).toEqual([
    "09",
    "10",
    "11 rest",
    "12",
    "13",
    "14",
    "15",
  ]);
  expect(mine.items).toHaveLength(1);
  expect(mine.items[0]).toMatchObject({
    canRegisterFor: ["A", "B"],
    canChange: false,
    duty: { letter: "A" },
  });
  expect(mine.items[0]?.absences).toMatchObject([{ fromOn: "2026-10-12", canEnd: true, canShorten: true }]);
  expect((await planOf(foreigner)).items).toEqual([]);
  expect((await planOf(administrator)).items[0]).toMatchObject({ canChange: true });
});
