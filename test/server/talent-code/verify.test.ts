import { CodeScanModel } from "../../../server/features/talent-code/scans/model";
import { scanForIntake } from "../../../server/features/talent-code/index";
import type { Reader } from "../../../server/platform/auth/reader";
import { startTestServer, type Answer, type TestServer } from "../../support/testServer";
import { issueFor, shownAt, verified, verify, wait, type IssuedBatch } from "../../support/talentCodes";
import { until } from "../../support/until";
import { addItem, addTalent, createWorld, itemVersion, signInTalent, type World } from "../../support/world";

let server: TestServer;
let world: World;
let itemId: string;
let batch: IssuedBatch;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  itemId = world.item._id.toHexString();
});
afterAll(() => server.stop());
beforeEach(async () => {
  wait(server, 90);
  batch = await issueFor(server, world.talent.token);
});

const codeOf = ({ body }: Answer) => (body as { error: { code: string } }).error.code;
const detailsOf = ({ body }: Answer) => (body as { error: { details: unknown } }).error.details;
const readerOf = ({ accountId }: { accountId: string }): Reader => ({
  accountId,
  name: "",
  office: "",
  grants: [],
  talentId: undefined,
  sessionId: "",
});

test("a token is answered with yes, category, masked name and cycle, and nothing more", async () => {
  const answer = await verify(server, world.municipal.token, { code: shownAt(server, batch).token, itemId });
  expect(answer.status).toBe(200);
  expect(verified(answer)).toEqual({
    scanId: expect.any(String) as unknown,
    at: server.clock.now().toISOString(),
    shownBy: "token",
    answer: "yes",
    category: "B",
    maskedName: "陈**",
    districtCode: "500112",
    districtName: "渝北区",
    cycle: { startsOn: "2025-06-01", endsOn: "2028-05-31" },
    item: { id: itemId, name: { zh: "科技咨询", en: "Technology advice" } },
  });
  expect(JSON.stringify(answer.body)).not.toContain(world.talent.talentId);
});

test("a token is refused at the second desk, which learns who used it and when", async () => {
  const { token } = shownAt(server, batch);
  const first = await verify(server, world.municipal.token, { code: token, itemId, desk: "3 号窗口" });
  expect(first.status).toBe(200);
  const second = await verify(server, world.district.token, { code: token, itemId });
  expect([second.status, codeOf(second)]).toEqual([409, "code_used"]);
  expect(detailsOf(second)).toEqual({
    office: "市级人才服务平台",
    who: "李海燕",
    desk: "3 号窗口",
    at: server.clock.now().toISOString(),
  });
});

test("of many desks that scan one token at once exactly one gets an answer", async () => {
  const { token } = shownAt(server, batch);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      verify(server, i % 2 ? world.municipal.token : world.district.token, { code: token, itemId }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(11);
});

test("a repeated call gets the first answer, other content under its key is refused", async () => {
  const body = { code: shownAt(server, batch).token, itemId };
  const first = await verify(server, world.municipal.token, body, "desk-call-1");
  const again = await verify(server, world.municipal.token, body, "desk-call-1");
  expect(again.body).toEqual(first.body);
  const other = await verify(server, world.municipal.token, { ...body, desk: "1" }, "desk-call-1");
  expect(codeOf(other)).toBe("idempotency_key_reused");
});

test("one token serves the ticket machine and then the desk", async () => {
  const { token } = shownAt(server, batch);
  const ticket = await verify(server, world.municipal.token, { code: token, purpose: "ticket" });
  const desk = await verify(server, world.municipal.token, { code: token, itemId });
  expect([ticket.status, desk.status]).toEqual([200, 200]);
});

test.each([
  [-60, 410],
  [-30, 200],
  [0, 200],
  [30, 200],
  [60, 410],
])("a token of the step %i seconds away is answered with %i", async (seconds, status) => {
  wait(server, 60);
  const { token } = shownAt(server, batch, seconds);
  const answer = await verify(server, world.municipal.token, { code: token, itemId });
  expect(answer.status).toBe(status);
  if (status !== 200) expect(codeOf(answer)).toBe("code_expired");
});

test("a token that was changed is refused wherever it was changed", async () => {
  const { token } = shownAt(server, batch);
  for (const at of [2, 20, 60, 100, 150]) {
    const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    const answer = await verify(server, world.municipal.token, { code: changed, itemId });
    expect([422, 410]).toContain(answer.status);
  }
});

test("today's code string works, with one wrong character or tomorrow it does not", async () => {
  const { code } = shownAt(server, batch);
  const typed = await verify(server, world.municipal.token, { code: ` ${code.toLowerCase()} `, itemId });
  expect(verified(typed)).toMatchObject({ shownBy: "dayCode", maskedName: "陈**" });
  const wrong = code.slice(0, 5) + (code[5] === "7" ? "8" : "7") + code.slice(6);
  const answer = await verify(server, world.municipal.token, { code: wrong, itemId });
  expect([answer.status, codeOf(answer)]).toEqual([422, "code_mistyped"]);
  const before = server.clock.now();
  wait(server, 86_400);
  const tomorrow = await verify(server, world.municipal.token, { code, itemId });
  expect(codeOf(tomorrow)).toBe("code_unknown");
  server.clock.moveTo(before);
});

test("the number of the paper card works", async () => {
  const card = await verify(server, world.municipal.token, { code: batch.cardNumber, itemId });
  expect(verified(card)).toMatchObject({ shownBy: "card", answer: "yes", maskedName: "陈**" });
  const typed = batch.cardNumber.replaceAll("-", "").toLowerCase();
  expect((await verify(server, world.municipal.token, { code: typed, itemId })).status).toBe(200);
});

test("whoever types many numbers is stopped", async () => {
  const { token } = await server.signInWith("liaison-health", {
    name: "测试",
    grants: [{ role: "departmentLiaison" }],
  });
  const statuses: number[] = [];
  for (let i = 0; i < 32; i += 1)
    statuses.push((await verify(server, token, { code: batch.cardNumber, itemId })).status);
  expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true);
  expect(statuses.slice(30)).toEqual([429, 429]);
});

test("the answer is the entitlement of today at this desk", async () => {
  const municipal = await addItem("deskMunicipal", itemVersion({ levels: ["municipal"], categories: ["B"] }));
  const onlyA = await addItem("deskA", itemVersion({ categories: ["A"] }));
  const ask = async (token: string, id: string, seconds: number) =>
    verified(await verify(server, token, { code: shownAt(server, batch, seconds).token, itemId: id }));
  const id = municipal._id.toHexString();
  expect(await ask(world.municipal.token, id, 0)).toMatchObject({ answer: "yes" });
  expect(await ask(world.foreignDistrict.token, id, 30)).toMatchObject({
    answer: "no",
    reason: "municipalOrOwnDistrict",
  });
  expect(await ask(world.liaison.token, onlyA._id.toHexString(), -30)).toMatchObject({
    answer: "no",
    reason: "categoryNotIncluded",
  });
});

test("category E is sent from the municipal desk to its own district", async () => {
  const talentId = await addTalent({ category: "E" });
  const talent = await signInTalent(server, "talent-e", talentId);
  const { token } = shownAt(server, await issueFor(server, talent.token));
  const answer = await verify(server, world.municipal.token, { code: token, itemId });
  expect(verified(answer)).toMatchObject({ answer: "no", reason: "onlyOwnDistrict", category: "E" });
});

test("another item is asked about without another scan, by the same desk within half an hour", async () => {
  const { scanId } = verified(
    await verify(server, world.municipal.token, { code: shownAt(server, batch).token, itemId }),
  );
  const next = await verify(server, world.municipal.token, { scanId, itemId });
  expect(verified(next)).toMatchObject({ answer: "yes", shownBy: "token" });
  expect(codeOf(await verify(server, world.district.token, { scanId, itemId }))).toBe("scan_needed");
  wait(server, 31 * 60);
  expect(codeOf(await verify(server, world.municipal.token, { scanId, itemId }))).toBe("scan_needed");
});

test("a scan opens the intake to the account that made it, for half an hour", async () => {
  const answer = await verify(server, world.municipal.token, { code: shownAt(server, batch).token, itemId });
  const { scanId } = verified(answer);
  const now = server.clock.now();
  const half = new Date(now.getTime() + 30 * 60_000);
  const talentId = world.talent.talentId;
  await expect(scanForIntake(readerOf(world.municipal), scanId, half)).resolves.toEqual({ talentId, itemId });
  await expect(scanForIntake(readerOf(world.district), scanId, now)).rejects.toMatchObject({
    code: "scan_needed",
  });
  const late = new Date(half.getTime() + 1);
  await expect(scanForIntake(readerOf(world.municipal), scanId, late)).rejects.toMatchObject({
    code: "scan_needed",
  });
});

test("input that cannot be is refused by its field", async () => {
  const neither = await verify(server, world.municipal.token, { itemId });
  expect(detailsOf(neither)).toEqual({ fields: [{ field: "body.code", problem: "code_or_scan" }] });
  const item = await verify(server, world.municipal.token, {
    code: shownAt(server, batch).token,
    itemId: "f".repeat(24),
  });
  expect(detailsOf(item)).toEqual({ fields: [{ field: "body.itemId", problem: "unknown_item" }] });
});

test("every scan and every refused one is in the talent's own list", async () => {
  // Somebody of whom nothing was read before: entries are written a moment after they are made.
  const talent = await signInTalent(server, "talent-a", await addTalent({ category: "A" }));
  const { token } = shownAt(server, await issueFor(server, talent.token));
  await verify(server, world.municipal.token, { code: token, itemId, desk: "3 号窗口" });
  await verify(server, world.district.token, { code: token, itemId });
  const items = await until(async () => {
    const answer = await server.call("GET", "/api/me/access-log", { token: talent.token });
    const { items } = answer.body as { items: { what: string; who: string; subject?: string }[] };
    return items.length === 2 ? items : undefined;
  });
  expect(items.map(({ what, who, subject }) => [what, who, subject])).toEqual([
    ["codeRefused", "王芳", "科技咨询"],
    ["codeScan", "李海燕", "科技咨询 · 3 号窗口"],
  ]);
});

test("what is stored of a scan does not hold the token", async () => {
  const { token } = shownAt(server, batch);
  await verify(server, world.municipal.token, { code: token, itemId });
  const rows = JSON.stringify(await CodeScanModel.find().lean());
  expect(rows).not.toContain(token);
});
