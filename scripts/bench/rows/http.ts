import { randomUUID } from "node:crypto";
import { MongoClient, ObjectId } from "mongodb";
import { hammer, type MakeCall } from "../load";
import { startProgram } from "../programs";
import { median, row, type Row } from "../row";
import type { World } from "../world";

const AT_ONCE = 16;
const ROUNDS = 5;
const ROUND_MS = 3000;

interface Side {
  baseUrl: string;
  call: MakeCall;
}

/** Alternates rounds of ours and the reference and takes the medians; one round of each first to warm up. */
async function compare(ours: Side, reference: Side): Promise<{ ours: number; reference: number }> {
  const rates = { ours: [] as number[], reference: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [a, b] = [
      await hammer(ours.baseUrl, ours.call, AT_ONCE, ROUND_MS),
      await hammer(reference.baseUrl, reference.call, AT_ONCE, ROUND_MS),
    ];
    if (round === 0) continue;
    rates.ours.push(a.perSecond);
    rates.reference.push(b.perSecond);
  }
  return { ours: median(rates.ours), reference: median(rates.reference) };
}

interface Item {
  id: string;
  code?: string;
  name: { zh: string };
}

/** An item that takes a request without a file and asks for one field. */
async function consultation(baseUrl: string, token: string): Promise<Item> {
  const answer = await fetch(`${baseUrl}/api/items?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await answer.json()) as { items: Item[] };
  const item = items.find(({ code }) => code === "science");
  if (item === undefined) throw new Error("the catalogue has no item without required materials");
  return item;
}

function submission(itemId: string): string {
  return JSON.stringify({
    itemId,
    submit: true,
    points: ["希望联系重庆大学相关团队，咨询功率半导体封装的可靠性测试方法", "希望知道可以申请哪些共享仪器"],
    details: { topic: "platform" },
    consents: { processing: true },
  });
}

interface Created {
  id: string;
  number: string;
}

async function createOne(baseUrl: string, token: string, body: string): Promise<Created> {
  const answer = await fetch(`${baseUrl}/api/requests`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body,
  });
  if (answer.status !== 201) throw new Error(`submit answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Created;
}

/** Twenty copies for the bare list, as many as the product's list shows. */
async function copyForReference(world: World, created: Created): Promise<{ talentId: string; id: string }> {
  const client = new MongoClient(world.mongodbUri);
  try {
    const db = client.db();
    const stored = await db.collection("requests").findOne({ number: created.number });
    if (stored === null) throw new Error("the submitted request is not stored");
    const copies = Array.from({ length: 25 }, () => ({ ...stored, _id: new ObjectId() }));
    await db.collection("bare").createIndex({ talentId: 1, _id: 1 });
    await db.collection("bare").insertMany(copies);
    return { talentId: String(stored["talentId"]), id: String(copies[0]?._id) };
  } finally {
    await client.close();
  }
}

const JSON_TYPE = { "content-type": "application/json" };

function get(baseUrl: string, path: string, headers: Record<string, string> = {}): Side {
  return { baseUrl, call: () => ({ method: "GET", path, headers, expect: 200 }) };
}

function post(
  baseUrl: string,
  path: string,
  body: string,
  headersOf: (round: number) => Record<string, string>,
): Side {
  return {
    baseUrl,
    call: (round) => ({
      method: "POST",
      path,
      headers: { ...JSON_TYPE, ...headersOf(round) },
      body,
      expect: 201,
    }),
  };
}

/** A key that no other call carries, as every screen sends one. */
function freshKey(): Record<string, string> {
  return { "idempotency-key": randomUUID() };
}

const PERSONAS = ["talent-a", "talent-b", "talent-b2", "talent-c", "talent-d"];

/** Submit, list of twenty and one case, each against the bare handler. */
export async function httpRows(world: World, root: string): Promise<Row[]> {
  const { baseUrl } = await world.startServer("web");
  const tokens: string[] = [];
  for (const persona of PERSONAS) tokens.push(await world.tokenOf(baseUrl, persona));
  const [token = ""] = tokens;
  const body = submission((await consultation(baseUrl, token)).id);
  let created = await createOne(baseUrl, token, body);
  for (let more = 1; more < 25; more += 1) created = await createOne(baseUrl, token, body);
  const copy = await copyForReference(world, created);
  const bare = await startProgram(["--import", "tsx", `${root}/scripts/bench/reference.ts`], {
    MONGODB_URI: world.mongodbUri,
    TEMPLATE_NUMBER: created.number,
  });
  const bareUrl = `http://127.0.0.1:${Number(bare.announced["port"])}`;
  const as = (n: number) => ({ authorization: `Bearer ${tokens[n % tokens.length] ?? token}` });
  try {
    const list = await compare(
      get(baseUrl, "/api/requests?limit=20", as(0)),
      get(bareUrl, `/bare?limit=20&talentId=${copy.talentId}`),
    );
    const one = await compare(
      get(baseUrl, `/api/requests/${created.id}`, as(0)),
      get(bareUrl, `/bare/${copy.id}`),
    );
    const submit = await compare(
      post(baseUrl, "/api/requests", body, (n) => ({ ...as(n), ...freshKey() })),
      post(bareUrl, "/bare", body, () => ({})),
    );
    const unit = `calls a second, ${AT_ONCE} at once`;
    return [
      row("submit a request", submit.ours, submit.reference, {
        ...{ unit, bar: { atLeast: 0.8 } },
        note: "validated, authorised, timeline, notices in the outbox; the bare handler inserts the same document",
      }),
      row("list of 20 requests", list.ours, list.reference, {
        ...{ unit, bar: { atLeast: 0.85 } },
        note: "authorised and presented",
      }),
      row("read one case", one.ours, one.reference, {
        ...{ unit, bar: { atLeast: 0.7 } },
        note: "authorised, presented with the day-by-day sum",
      }),
    ];
  } finally {
    await bare.stop();
  }
}
