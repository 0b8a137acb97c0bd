import { MongoClient, ObjectId } from "mongodb";
import { hammer, type MakeCall } from "../load";
import { startProgram } from "../programs";
import { median, row, type Row } from "../row";
import type { World } from "../world";

const AT_ONCE = 16;
const ROUNDS = 5;
const ROUND_MS = 3000;

interface Pair {
  ours: { baseUrl: string; call: MakeCall };
  reference: { baseUrl: string; call: MakeCall };
}

/** Alternates rounds of ours and the reference and takes the medians; one round of each first to warm up. */
async function compare({ ours, reference }: Pair): Promise<{ ours: number; reference: number }> {
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

/** Submit, list of twenty and one case, each against the bare handler. */
export async function httpRows(world: World, root: string): Promise<Row[]> {
  const server = await world.startServer("web");
  const personas = ["talent-a", "talent-b", "talent-b2", "talent-c", "talent-d"];
  const tokens: string[] = [];
  for (const persona of personas) tokens.push(await world.tokenOf(server.baseUrl, persona));
  const [token = ""] = tokens;
  const item = await consultation(server.baseUrl, token);
  const body = submission(item.id);
  let created = await createOne(server.baseUrl, token, body);
  for (let more = 0; more < 24; more += 1) created = await createOne(server.baseUrl, token, body);
  const copy = await copyForReference(world, created);
  const bare = await startProgram(["--import", "tsx", `${root}/scripts/bench/reference.ts`], {
    MONGODB_URI: world.mongodbUri,
    TEMPLATE_NUMBER: created.number,
  });
  const bareUrl = `http://127.0.0.1:${Number(bare.announced["port"])}`;
  const json = { "content-type": "application/json" };
  const as = (n: number) => ({ authorization: `Bearer ${tokens[n % tokens.length] ?? token}` });
  const run = Date.now().toString(36);
  try {
    const list = await compare({
      ours: {
        baseUrl: server.baseUrl,
        call: () => ({ method: "GET", path: "/api/requests?limit=20", headers: as(0), expect: 200 }),
      },
      reference: {
        baseUrl: bareUrl,
        call: () => ({
          method: "GET",
          path: `/bare?limit=20&talentId=${copy.talentId}`,
          headers: {},
          expect: 200,
        }),
      },
    });
    const one = await compare({
      ours: {
        baseUrl: server.baseUrl,
        call: () => ({ method: "GET", path: `/api/requests/${created.id}`, headers: as(0), expect: 200 }),
      },
      reference: {
        baseUrl: bareUrl,
        call: () => ({ method: "GET", path: `/bare/${copy.id}`, headers: {}, expect: 200 }),
      },
    });
    const submit = await compare({
      ours: {
        baseUrl: server.baseUrl,
        call: (n) => ({
          method: "POST",
          path: "/api/requests",
          headers: {
            ...json,
            ...as(n),
            "idempotency-key": `${run}-${n}-${Math.random().toString(36).slice(2, 10)}`,
          },
          body,
          expect: 201,
        }),
      },
      reference: {
        baseUrl: bareUrl,
        call: () => ({ method: "POST", path: "/bare", headers: json, body, expect: 201 }),
      },
    });
    const unit = `calls a second, ${AT_ONCE} at once`;
    return [
      row("submit a request", submit.ours, submit.reference, {
        unit,
        bar: { atLeast: 0.8 },
        note: "validated, authorised, timeline, notices in the outbox; the bare handler inserts the same document",
      }),
      row("list of 20 requests", list.ours, list.reference, {
        unit,
        bar: { atLeast: 0.85 },
        note: "authorised and presented",
      }),
      row("read one case", one.ours, one.reference, {
        unit,
        bar: { atLeast: 0.7 },
        note: "authorised, presented with the day-by-day sum",
      }),
    ];
  } finally {
    await server.stop();
    await bare.stop();
  }
}
