import type { Collection, Document } from "mongodb";
import { useStandIn } from "./useStandIn";

const fixture = useStandIn();

/** A small generator of the same numbers every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = numbers(20_261_009);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const VALUES = [0, 1, 2, 3, 4.5, -1, null, "a", "ab", "b", true, new Date(0), new Date(5), NaN];
const FIELDS = ["a", "b", "c", "d.e", "list"];

function value(): unknown {
  const roll = random();
  if (roll < 0.1) return undefined;
  return pick(VALUES);
}

function document(_id: number): Document {
  const doc: Document = { _id };
  for (const field of ["a", "b", "c"]) {
    const v = value();
    if (v !== undefined) doc[field] = v;
  }
  if (random() < 0.8)
    doc["d"] = random() < 0.7 ? { e: pick(VALUES) } : [{ e: pick(VALUES) }, { e: pick(VALUES) }];
  if (random() < 0.8)
    doc["list"] =
      random() < 0.8 ? Array.from({ length: Math.floor(random() * 4) }, () => pick(VALUES)) : pick(VALUES);
  return doc;
}

function condition(): unknown {
  const v = pick(VALUES);
  switch (Math.floor(random() * 11)) {
    case 0:
      return { $gt: v };
    case 1:
      return { $gte: v };
    case 2:
      return { $lt: v };
    case 3:
      return { $lte: v };
    case 4:
      return { $gte: pick([0, 1, "a"]), $lt: pick([3, 4, "b"]) };
    case 5:
      return { $in: [pick(VALUES), pick(VALUES), pick(VALUES)] };
    case 6:
      return { $ne: v };
    case 7:
      return { $exists: random() < 0.5 };
    case 8:
      return { $elemMatch: { $gte: pick([0, 1]), $lte: pick([2, 3]) } };
    case 9:
      return /^a/;
    default:
      return v;
  }
}

function filter(depth = 0): Document {
  const out: Document = {};
  for (let n = Math.floor(random() * 3) + 1; n > 0; n--) out[pick(FIELDS)] = condition();
  if (depth === 0 && random() < 0.25) out["$or"] = [filter(1), filter(1)];
  return out;
}

function sort(): Document | undefined {
  if (random() < 0.5) return undefined;
  const out: Document = {};
  for (let n = Math.floor(random() * 2) + 1; n > 0; n--) out[pick(["a", "b", "c"])] = pick([1, -1]);
  return { ...out, _id: 1 };
}

const INDEXES: [Document, Document][] = [
  [{ a: 1 }, {}],
  [{ b: -1, a: 1 }, {}],
  [{ a: 1, b: 1, c: -1 }, {}],
  [{ list: 1 }, {}],
  [{ c: 1, list: -1 }, {}],
  [{ "d.e": 1, a: 1 }, {}],
  [{ c: -1 }, { sparse: true }],
  [{ b: 1 }, { partialFilterExpression: { a: { $gt: 0 } } }],
  [{ a: 1, _id: 1 }, {}],
];

async function answer(
  things: Collection,
  query: Document,
  order: Document | undefined,
  natural: boolean,
): Promise<unknown[]> {
  const cursor = things.find(query, { projection: { _id: 1 } });
  if (order) cursor.sort(order).limit(10);
  if (natural) cursor.hint({ $natural: 1 });
  const ids = (await cursor.toArray()).map(({ _id }) => Number(_id));
  return order ? ids : ids.sort((x, y) => x - y);
}

test("whatever index serves a query, it finds what a full scan finds", async () => {
  const things = await fixture.holding(...Array.from({ length: 300 }, (_, n) => document(n)));
  for (const [key, options] of INDEXES) await things.createIndex(key, options);
  let indexed = 0;
  const check = async (round: number): Promise<void> => {
    const query = filter();
    const order = sort();
    const [byPlan, byScan] = await Promise.all([
      answer(things, query, order, false),
      answer(things, query, order, true),
    ]);
    if (JSON.stringify(byPlan) !== JSON.stringify(byScan)) {
      throw new Error(
        `${JSON.stringify({ query, order })} finds ${byPlan.join()} by its plan and ${byScan.join()} by a scan`,
      );
    }
    if (round % 20 !== 0) return;
    const plan = JSON.stringify(
      (await things.find(query).explain("queryPlanner"))["queryPlanner"].winningPlan,
    );
    if (plan.includes("IXSCAN")) indexed++;
    expect(await things.countDocuments(query)).toBe((await answer(things, query, undefined, true)).length);
  };
  for (let round = 0; round < 2016; round += 24) {
    await Promise.all(Array.from({ length: 24 }, (_, n) => check(round + n)));
  }
  expect(indexed).toBeGreaterThan(50);
}, 60_000);

interface Explained {
  stages: string[];
  indexName: unknown;
  keys: number;
  documents: number;
  returned: number;
}

async function explained(things: Collection, query: Document, options: Document = {}): Promise<Explained> {
  const result = await things.find(query, options).explain("executionStats");
  const stages: string[] = [];
  let stage = result["queryPlanner"].winningPlan;
  let indexName: unknown;
  for (; stage; stage = stage.inputStage) {
    stages.push(stage.stage);
    indexName ??= stage.indexName;
  }
  const stats = result["executionStats"];
  return {
    stages,
    indexName,
    keys: stats.totalKeysExamined,
    documents: stats.totalDocsExamined,
    returned: stats.nReturned,
  };
}

describe("with two thousand cases", () => {
  const now = new Date("2026-10-09T01:00:00Z");
  let cases: Collection;

  beforeAll(async () => {
    cases = await fixture.holding(
      ...Array.from({ length: 2000 }, (_, n) => ({
        status: ["open", "done", "due"][n % 3],
        district: `d${n % 38}`,
        createdAt: new Date(now.getTime() - n * 60_000),
        nextClockAt: n % 50 === 0 ? new Date(now.getTime() + (n - 1000) * 60_000) : null,
      })),
    );
    await cases.createIndexes([
      { key: { status: 1, createdAt: -1 } },
      { key: { createdAt: -1 } },
      { key: { nextClockAt: 1 }, partialFilterExpression: { nextClockAt: { $type: "date" } } },
      { key: { district: 1, status: 1, createdAt: -1 } },
    ]);
  });

  test("the newest twenty read twenty", async () => {
    const found = await explained(cases, {}, { sort: { createdAt: -1 }, limit: 20 });
    expect(found).toMatchObject({ indexName: "createdAt_-1", keys: 20, documents: 20, returned: 20 });
    expect(found.stages).not.toContain("SORT");
  });

  test("the newest twenty of two statuses are merged from both, without sorting", async () => {
    const found = await explained(
      cases,
      { status: { $in: ["open", "due"] } },
      { sort: { createdAt: -1 }, limit: 20 },
    );
    expect(found).toMatchObject({ indexName: "status_1_createdAt_-1", documents: 20 });
    expect(found.stages).not.toContain("SORT");
  });

  test("what is due is found by its partial index alone", async () => {
    const found = await explained(
      cases,
      { nextClockAt: { $lte: now } },
      { sort: { nextClockAt: 1 }, limit: 500 },
    );
    expect(found.indexName).toBe("nextClockAt_1");
    expect(found.documents).toBe(found.returned);
    expect(found.documents).toBeLessThan(40);
  });

  test("equality on all fields but the order uses the compound index", async () => {
    const found = await explained(cases, { district: "d1", status: "open" }, { sort: { createdAt: -1 } });
    expect(found).toMatchObject({ indexName: "district_1_status_1_createdAt_-1", documents: found.returned });
  });

  test("alternatives within a conjunction are a union of index scans", async () => {
    const found = await explained(cases, {
      $and: [{ $or: [{ district: "d1" }, { nextClockAt: { $lte: now } }] }, { title: { $exists: false } }],
    });
    expect(found.stages).toContain("OR");
    expect(found.documents).toBeLessThan(200);
    expect(found.returned).toBe(
      await cases.countDocuments({
        title: { $exists: false },
        $or: [{ district: "d1" }, { nextClockAt: { $lte: now } }],
      }),
    );
  });

  test("thousands of listed values are looked up one by one", async () => {
    const listed = Array.from({ length: 5000 }, (_, n) => new Date(now.getTime() - n * 60_000 * 100));
    const found = await explained(cases, { createdAt: { $in: listed } });
    expect(found).toMatchObject({ indexName: "createdAt_-1", documents: 20, returned: 20 });
  });

  test("what no index serves is a collection scan", async () => {
    const found = await explained(cases, { other: 1 });
    expect(found).toMatchObject({ stages: ["COLLSCAN"], documents: 2000, returned: 0 });
  });

  test("counts, updates and deletes explain their plan too", async () => {
    const winning = async (command: Document): Promise<Document> =>
      (await fixture.db.command({ explain: command, verbosity: "queryPlanner" }))["queryPlanner"].winningPlan;
    const count = await winning({ count: "things", query: { status: "open" } });
    expect(count).toMatchObject({
      stage: "COUNT",
      inputStage: { inputStage: { indexName: "status_1_createdAt_-1" } },
    });
    const remove = await winning({ delete: "things", deletes: [{ q: { district: "d1" }, limit: 0 }] });
    expect(remove).toMatchObject({ stage: "DELETE", inputStage: { inputStage: { stage: "IXSCAN" } } });
  });
});
