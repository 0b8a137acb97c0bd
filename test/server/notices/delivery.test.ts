import { ConsentModel, NoticeModel } from "../../../server/features/notices/index";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { writeDueRows } from "./noticeRows";

interface Message {
  title: string;
  page: string;
  values: Record<string, string> | { name: string; value: string }[];
}

const ACCEPTED = "办件受理通知";
let server: TestServer;
let templateId: string;

beforeAll(async () => {
  server = await startTestServer();
  const templates = (await (await fetch(`${server.sandboxUrl}/templates`)).json()) as {
    id: string;
    title: string;
  }[];
  templateId = templates.find(({ title }) => title === ACCEPTED)?.id ?? "";
});
afterAll(() => server.stop());

async function post(path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${server.sandboxUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}
const consent = (persona: string, choice: "accept" | "reject" = "accept") =>
  post(`/personas/${persona}/consent`, { templateIds: [templateId], choice });
/** WeChat's events carry whole seconds: the next answer comes in another one. */
async function laterConsent(persona: string): Promise<void> {
  const { now } = (await (await fetch(`${server.sandboxUrl}/clock`)).json()) as { now: string };
  await fetch(`${server.sandboxUrl}/clock`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: new Date(Date.parse(now) + 2_000).toISOString() }),
  });
  await consent(persona);
}
const messagesOf = async (persona: string) =>
  (await (await fetch(`${server.sandboxUrl}/personas/${persona}/messages`)).json()) as Message[];
const remainingOf = async (accountId: string) =>
  (await ConsentModel.findOne({ accountId, templateId }).lean())?.remaining;
const whenRemaining = (accountId: string, wanted: number) =>
  until(async () => ((await remainingOf(accountId)) === wanted ? true : undefined));
const ended = (recipientId: string, occasion: string) =>
  until(async () => {
    const row = await NoticeModel.findOne({ recipientId, occasion }).lean();
    return row?.finishedAt === undefined ? undefined : row;
  });

test("delivers a notice once to WeChat when there is consent, and uses it up", async () => {
  const { accountId } = await server.signInAs("talent-a");
  await consent("talent-a");
  await whenRemaining(accountId, 1);
  await writeDueRows([{ recipientId: accountId, occasion: "a1" }]);
  const row = await ended(accountId, "a1");
  expect(row).toMatchObject({ state: "delivered", channel: "wechat", attempts: 1 });
  expect(row.msgid).toMatch(/^\d{17,}$/);
  expect(row.leaseOwner).toBeUndefined();
  await whenRemaining(accountId, 0);
  const messages = await messagesOf("talent-a");
  expect(messages.map(({ title }) => title)).toEqual([ACCEPTED]);
  expect(messages[0]?.page).toMatch(/^packages\/requests\/detail\/index\?id=[0-9a-f]{24}$/);
  expect(JSON.stringify(messages[0]?.values)).toContain("2026年11月27日");
});

test("ends as noConsent without a call to WeChat, and stays in the inbox", async () => {
  const { accountId, token } = await server.signInAs("talent-b");
  await writeDueRows([{ recipientId: accountId, occasion: "b1" }]);
  expect(await ended(accountId, "b1")).toMatchObject({ state: "noConsent", channel: "inbox" });
  expect(await messagesOf("talent-b")).toEqual([]);
  const inbox = await server.call("GET", "/api/notices", { token });
  expect(inbox.body).toMatchObject({
    items: [
      {
        title: "申请已受理",
        text: "您的子女入学协调（26-00001）已受理。11月27日（周五）前办结。",
        read: false,
        action: "view",
      },
    ],
  });
});

test("corrects the ledger when WeChat says that there is no consent", async () => {
  const { accountId, token } = await server.signInAs("talent-c");
  const report = { body: { choices: { [templateId]: "accept" } }, token };
  expect((await server.call("POST", "/api/consents", report)).status).toBe(204);
  expect(await remainingOf(accountId)).toBe(1);
  await writeDueRows([{ recipientId: accountId, occasion: "c1" }]);
  expect(await ended(accountId, "c1")).toMatchObject({ state: "noConsent" });
  await whenRemaining(accountId, 0);
});

test("counts an acceptance once that both the client and WeChat report", async () => {
  const { accountId, token } = await server.signInAs("talent-d");
  await consent("talent-d");
  await server.call("POST", "/api/consents", { body: { choices: { [templateId]: "accept" } }, token });
  await whenRemaining(accountId, 1);
  await until(async () =>
    (await ConsentModel.findOne({ accountId }).lean())?.unpaired.length === 0 ? true : undefined,
  );
  expect(await remainingOf(accountId)).toBe(1);
});

test("a refusal in the pop-up takes the consent away", async () => {
  const { accountId } = await server.signInAs("talent-e");
  await consent("talent-e");
  await whenRemaining(accountId, 1);
  await consent("talent-e", "reject");
  await whenRemaining(accountId, 0);
});

test("tries again after a temporary fault and then delivers once", async () => {
  const { accountId } = await server.signInAs("talent-f");
  await consent("talent-f");
  await whenRemaining(accountId, 1);
  await post("/faults", { path: "/cgi-bin/message/subscribe/send", fault: "43108", times: 1 });
  await writeDueRows([{ recipientId: accountId, occasion: "f1" }]);
  expect(await ended(accountId, "f1")).toMatchObject({ state: "delivered", attempts: 2 });
  expect(await messagesOf("talent-f")).toHaveLength(1);
});

test("refreshes the access token when WeChat calls it invalid", async () => {
  const { accountId } = await server.signInAs("talent-b2");
  await consent("talent-b2");
  await whenRemaining(accountId, 1);
  await post("/faults", { path: "/cgi-bin/message/subscribe/send", fault: "40001", times: 1 });
  await writeDueRows([{ recipientId: accountId, occasion: "b2" }]);
  expect(await ended(accountId, "b2")).toMatchObject({ state: "delivered", attempts: 1 });
});

test("ends as failedPermanently when WeChat refuses the content", async () => {
  const { accountId } = await server.signInAs("talent-a");
  await consent("talent-a");
  await whenRemaining(accountId, 1);
  await post("/faults", { path: "/cgi-bin/message/subscribe/send", fault: "45168", times: 1 });
  await writeDueRows([{ recipientId: accountId, occasion: "a2" }]);
  const row = await ended(accountId, "a2");
  expect(row).toMatchObject({ state: "failedPermanently", channel: "inbox" });
  expect(row.error).toContain("45168");
});

test("sends several messages to one person one after the other", async () => {
  const { accountId } = await server.signInAs("municipal-specialist");
  for (let count = 0; count < 5; count += 1) await laterConsent("municipal-specialist");
  await whenRemaining(accountId, 5);
  await writeDueRows(
    ["m1", "m2", "m3", "m4", "m5"].map((occasion) => ({ recipientId: accountId, occasion })),
  );
  const rows = await Promise.all(
    ["m1", "m2", "m3", "m4", "m5"].map((occasion) => ended(accountId, occasion)),
  );
  expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual(Array(5).fill(["delivered", 1]));
  await whenRemaining(accountId, 0);
});

test("answers the templates to ask for at an occasion, at most three of one kind", async () => {
  const { token } = await server.signInAs("talent-a");
  const { body } = await server.call("GET", "/api/consents/templates?occasion=submitRequest", { token });
  expect((body as { templateIds: string[] }).templateIds).toHaveLength(3);
  expect((body as { templateIds: string[] }).templateIds).toContain(templateId);
});

test("a row whose worker died is taken again when its lease has ended", async () => {
  const { accountId } = await server.signInAs("talent-b");
  await writeDueRows([{ recipientId: accountId, occasion: "dead", due: new Date(Date.now() + 3_600_000) }]);
  await NoticeModel.updateOne(
    { occasion: "dead" },
    { $set: { state: "sending", leaseOwner: "dead", attempts: 1, nextAttemptAt: new Date(Date.now() - 1) } },
  );
  expect(await ended(accountId, "dead")).toMatchObject({ state: "noConsent", attempts: 2 });
});
