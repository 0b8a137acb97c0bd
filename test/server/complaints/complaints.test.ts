import { NoticeModel } from "../../../server/features/notices/index";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";

let server: TestServer;
let writer: { token: string; accountId: string };
let specialist: { token: string; accountId: string };

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.signInWith("talent-a", { name: "顾**", grants: [{ role: "talent" }] });
  specialist = await server.signInWith("municipal-specialist", {
    name: "李海燕",
    office: "市人才服务中心",
    grants: [{ role: "municipalSpecialist" }],
  });
});
afterAll(() => server.stop());

interface Complaint {
  id: string;
  number: string;
  state: string;
  canAnswer: boolean;
}
const TEXT = { kind: "complaint", text: "等了两周没有消息" };
const create = async (body: object = TEXT, key?: string) =>
  server.call("POST", "/api/complaints", {
    token: writer.token,
    body,
    ...(key === undefined ? {} : { key }),
  });
const answer = (id: string, token: string, text = "已经联系办理单位") =>
  server.call("POST", `/api/complaints/${id}/answer`, { token, body: { answer: text } });
const list = async (token: string) =>
  ((await server.call("GET", "/api/complaints", { token })).body as { items: Complaint[] }).items;

test("a complaint gets a number, is answered once, and its writer is told once", async () => {
  const created = (await create()).body as Complaint;
  expect(created).toMatchObject({ state: "open", canAnswer: false, from: "顾**" });
  expect(created.number).toMatch(/^TS26-\d{5}$/);
  expect((await list(specialist.token))[0]).toMatchObject({ id: created.id, canAnswer: true });
  const answered = await answer(created.id, specialist.token);
  expect(answered.body).toMatchObject({
    state: "answered",
    answer: "已经联系办理单位",
    answeredBy: "李**",
    canAnswer: false,
  });
  expect((await answer(created.id, specialist.token, "再答一次")).body).toMatchObject({
    error: { code: "state_changed" },
  });
  const row = await until(
    async () => (await NoticeModel.findOne({ subjectId: created.id }).lean()) ?? undefined,
  );
  expect(row).toMatchObject({
    recipientId: writer.accountId,
    type: "complaintAnswered",
    title: "投诉建议已答复",
  });
  expect(await NoticeModel.countDocuments({ subjectId: created.id })).toBe(1);
});

test("two answers at once: one wins", async () => {
  const { id } = (await create()).body as Complaint;
  const statuses = await Promise.all([1, 2, 3].map((n) => answer(id, specialist.token, `答 ${n}`)));
  expect(statuses.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test("the same key makes one complaint, and refuses other content", async () => {
  const [first, again] = [await create(TEXT, "complaint-key-1"), await create(TEXT, "complaint-key-1")];
  expect((again.body as Complaint).id).toBe((first.body as Complaint).id);
  const other = await create({ ...TEXT, text: "别的" }, "complaint-key-1");
  expect(other).toMatchObject({ status: 409, body: { error: { code: "idempotency_key_reused" } } });
});

test("the same call sent four times at once makes one complaint", async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => create(TEXT, "complaint-key-2")));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(new Set(answers.map(({ body }) => (body as Complaint).id)).size).toBe(1);
});

test("nobody reads another person's complaints, and a writer does not answer their own", async () => {
  const { id } = (await create()).body as Complaint;
  const stranger = await server.signInWith("talent-b", { name: "周*", grants: [{ role: "talent" }] });
  expect(await list(stranger.token)).toEqual([]);
  expect((await list(writer.token)).some((complaint) => complaint.id === id)).toBe(true);
  const own = await server.call("POST", "/api/complaints", { token: specialist.token, body: TEXT });
  const refused = await answer((own.body as Complaint).id, specialist.token);
  expect(refused).toMatchObject({ status: 403, body: { error: { code: "action_not_allowed" } } });
});

test("answers 404 for a complaint that does not exist", async () => {
  expect((await answer("0123456789abcdef01234567", specialist.token)).status).toBe(404);
});

test("after ten in an hour further ones have to wait", async () => {
  const { token } = await server.signInAs("talent-c");
  const statuses: number[] = [];
  for (let count = 0; count < 11; count += 1)
    statuses.push((await server.call("POST", "/api/complaints", { token, body: TEXT })).status);
  expect(statuses).toEqual([...Array<number>(10).fill(201), 429]);
  const refused = await server.call("POST", "/api/complaints", { token, body: TEXT });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
