import { NoticeModel } from "../../../server/features/notices/index";
import { startSandbox, type RunningSandbox } from "../../../scripts/wechat-sandbox/src/index";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { writeDueRows } from "./noticeRows";

const PEOPLE = 24;
const EACH = 5;
let sandbox: RunningSandbox;
let servers: TestServer[];
let templateId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ crowd: PEOPLE });
  const dbName = "two-workers";
  const first = await startTestServer({ sandbox, dbName });
  servers = [first, await startTestServer({ sandbox, mongo: first.mongo, dbName })];
  const templates = (await (await fetch(`${sandbox.uri}/templates`)).json()) as {
    id: string;
    title: string;
  }[];
  templateId = templates.find(({ title }) => title === "待办任务通知")?.id ?? "";
});
afterAll(async () => {
  for (const server of servers.reverse()) await server.stop();
  await sandbox.stop();
});

test("two webs and two workers on one database deliver every notice exactly once", async () => {
  const crowd = Array.from({ length: PEOPLE }, (_, index) => `crowd-${String(index + 1).padStart(4, "0")}`);
  const recipients: string[] = [];
  for (const [index, persona] of crowd.entries()) {
    const { token, accountId } = (await servers[index % 2]?.signInAs(persona)) ?? {
      token: "",
      accountId: "",
    };
    await fetch(`${sandbox.uri}/personas/${persona}/consent`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ templateIds: [templateId], choice: "accept" }),
    });
    const choices = { [templateId]: "accept" };
    const reported = await servers[(index + 1) % 2]?.call("POST", "/api/consents", {
      token,
      body: { choices },
    });
    expect(reported?.status).toBe(204);
    recipients.push(accountId);
  }
  await writeDueRows(
    recipients.flatMap((recipientId) =>
      Array.from({ length: EACH }, (_, index) => ({
        recipientId,
        type: "newCaseForHolder" as const,
        occasion: `n${index}`,
      })),
    ),
  );
  await until(
    async () =>
      (await NoticeModel.countDocuments({ finishedAt: { $exists: false } })) === 0 ? true : undefined,
    20_000,
  );
  const states = await NoticeModel.distinct("state");
  expect(states).toEqual(["delivered"]);
  for (const persona of crowd) {
    const messages = (await (await fetch(`${sandbox.uri}/personas/${persona}/messages`)).json()) as unknown[];
    expect(messages).toHaveLength(EACH);
  }
});
