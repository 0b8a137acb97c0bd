import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { buildPrograms } from "../../scripts/build/programs";
import { startSandbox, type RunningSandbox } from "../../scripts/wechat-sandbox/src/index";
import { ConsentModel, consentId, NoticeModel } from "../../server/features/notices/index";
import { closeDatabase, openDatabase } from "../../server/platform/database/connection";
import { requestIn, refusal } from "../support/caseCalls";
import { startTestMongo, type TestMongo } from "../support/localMongo";
import { answerConsent, messagesOf, templateTitles } from "../support/sandboxUser";
import { serverProcess, type ServerProcess } from "../support/serverProcess";
import { caller, startTestServer, type Answer } from "../support/testServer";
import { until } from "../support/until";
import { addTalent, createWorld, signInTalent, type Person, type World } from "../support/world";

const DB = "two-webs-two-workers";
const TALENTS = ["talent-a", "talent-b", "talent-c", "talent-d", "talent-b2"];
/** Requests of each talent in the big round, and in the round in which a worker is killed. */
const EACH = 40;
const EACH_WITH_KILL = 8;
/** A killed worker's last messages are sent again, and each sending uses up a consent. */
const SPARE = 16;

let mongo: TestMongo;
let sandbox: RunningSandbox;
let world: World;
let templateId: string;
const talents: Person[] = [];
const webs: ServerProcess[] = [];
const workers: ServerProcess[] = [];

/** What the people agreed to before: WeChat's ledger and ours know the same number. */
async function agree(): Promise<void> {
  const titles = await templateTitles(sandbox.uri);
  templateId = [...titles].find(([, title]) => title === "办件受理通知")?.[0] ?? "";
  const uses = EACH + EACH_WITH_KILL + SPARE;
  for (const [index, persona] of TALENTS.entries()) {
    for (let use = 0; use < uses; use += 1) await answerConsent(sandbox.uri, persona, [templateId]);
    const accountId = talents[index]?.accountId ?? "";
    await ConsentModel.create({
      _id: consentId(accountId, templateId),
      ...{ accountId, templateId, remaining: uses, choice: "accept", revision: 1, updatedAt: new Date() },
    });
  }
}

async function prepare(): Promise<void> {
  const server = await startTestServer({ mongo, sandbox, dbName: DB, roles: "web" });
  try {
    world = await createWorld(server);
    for (const persona of TALENTS)
      talents.push(await signInTalent(server, persona, await addTalent({ category: "B" })));
  } finally {
    await server.stop();
  }
}

beforeAll(async () => {
  await buildPrograms(resolve("."));
  mongo = await startTestMongo();
  sandbox = await startSandbox();
  await prepare();
  await openDatabase(mongo.uri(DB));
  await agree();
  const shared = { mongoUri: mongo.uri(DB), sandboxUrl: sandbox.uri };
  for (const name of ["a", "b"]) {
    webs.push(await serverProcess({ name: `web-${name}`, roles: "web", ...shared }));
    workers.push(await serverProcess({ name: `worker-${name}`, roles: "worker", ...shared }));
  }
  await Promise.all([...webs, ...workers].map((part) => part.start()));
}, 60_000);
afterAll(async () => {
  await closeDatabase();
  await Promise.all([...webs, ...workers].map((part) => part.stop()));
  await sandbox.stop();
  await mongo.stop();
});

/** One call of somebody over one of the webs. */
function post(web: number, person: Person, path: string, body: unknown = {}, key?: string): Promise<Answer> {
  const call = caller(webs[web % 2]?.baseUrl ?? "");
  const keyed = key === undefined ? {} : { key };
  return call("POST", `/api/requests${path}`, { token: person.token, body, ...keyed });
}

const form = (point: string) => ({
  itemId: world.item._id.toHexString(),
  submit: true,
  points: [point],
  consents: { processing: true },
});

/** Submits and accepts one request of every talent, the two steps on different webs. */
async function round(turn: number): Promise<RequestDetail[]> {
  return Promise.all(
    talents.map(async (talent, index) => {
      const web = turn + index;
      const { id } = requestIn(await post(web, talent, "", form(`第 ${turn} 次`)));
      return requestIn(await post(web + 1, world.municipal, `/${id}/accept`));
    }),
  );
}

const accepted = { type: "requestAccepted" } as const;
const finished = (rows: number) =>
  until(async () => {
    const filter = { ...accepted, finishedAt: { $exists: true } };
    return (await NoticeModel.countDocuments(filter)) >= rows ? true : undefined;
  }, 40_000);

/** Numbers of the requests of which this persona was told in WeChat, as often as they were told. */
async function toldNumbers(persona: string): Promise<string[]> {
  const messages = await messagesOf(sandbox.uri, persona);
  return messages.map(({ values }) => values[0]?.value ?? "");
}

test("two hundred notices over two workers: one row and one service notice each", async () => {
  const requests: RequestDetail[] = [];
  for (let turn = 0; turn < EACH; turn += 1) requests.push(...(await round(turn)));
  const all = EACH * TALENTS.length;
  await finished(all);
  const rows = await NoticeModel.find(accepted).lean();
  expect(rows).toHaveLength(all);
  expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(all);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["delivered"]));
  const told = (await Promise.all(TALENTS.map(toldNumbers))).flat();
  expect(told.sort()).toEqual(requests.map(({ number }) => number).sort());
}, 60_000);

test("two specialists accept the same request on different webs: one wins, the other reads the present state", async () => {
  const { id } = requestIn(await post(0, world.talent, "", form("谁先受理")));
  const answers = await Promise.all([
    post(0, world.municipal, `/${id}/accept`),
    post(1, world.municipal2, `/${id}/accept`),
  ]);
  const [won] = answers.filter(({ status }) => status === 200);
  const [lost] = answers.filter(({ status }) => status !== 200);
  if (won === undefined || lost === undefined) throw new Error(JSON.stringify(answers));
  expect(requestIn(won).status).toBe("accepted");
  expect(refusal(lost)).toBe("409 state_changed");
  expect(lost.body).toMatchObject({ error: { details: { status: "accepted" } } });
});

test("an idempotency key repeated on the other web answers the same request, and other content is refused", async () => {
  const key = "the-same-intent-1";
  const first = requestIn(await post(0, world.talent, "", form("只办一次"), key));
  const again = requestIn(await post(1, world.talent, "", form("只办一次"), key));
  expect([again.id, again.number]).toEqual([first.id, first.number]);
  const other = await post(1, world.talent, "", form("换了内容"), key);
  expect(refusal(other)).toBe("409 idempotency_key_reused");
});

test("a worker killed in the middle loses nothing", async () => {
  const before = await NoticeModel.countDocuments(accepted);
  const requests: RequestDetail[] = [];
  const inHand = () => NoticeModel.exists({ state: "sending" });
  const killing = until(async () => ((await inHand()) ? true : undefined)).then(() => workers[0]?.kill());
  for (let turn = 0; turn < EACH_WITH_KILL; turn += 1) requests.push(...(await round(turn)));
  await killing;
  await sleep(1_500);
  // The lease of whatever the killed worker held runs out, as it does by itself after a minute.
  await NoticeModel.updateMany({ state: "sending" }, { $set: { nextAttemptAt: new Date() } });
  await finished(before + requests.length);
  const rows = await NoticeModel.find({
    ...accepted,
    subjectId: { $in: requests.map(({ id }) => id) },
  }).lean();
  expect(rows).toHaveLength(requests.length);
  const told = new Set((await Promise.all(TALENTS.map(toldNumbers))).flat());
  expect(requests.filter(({ number }) => !told.has(number))).toEqual([]);
}, 60_000);
