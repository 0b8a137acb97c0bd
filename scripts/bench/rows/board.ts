import { MongoClient, ObjectId, type Collection, type Document } from "mongodb";
import { BOARD_LANES } from "@talent/shared/domain/requestStatus";
import { percentile, row, type Row } from "../row";
import type { World } from "../world";

const SMALL = 10_000;
const BATCH = 2_000;
const CALLS_PER_LANE = 60;
const DAY_MS = 86_400_000;

/** A request like the given one, somewhere else in time. */
function another(request: Document, n: number): Document {
  const shift = (((n * 7919) % 6000) - 3000) * (DAY_MS / 1000);
  const moved = (at: unknown) =>
    at instanceof Date && at.getUTCFullYear() < 9000 ? new Date(at.getTime() + shift) : at;
  const copy: Document = {
    ...request,
    _id: new ObjectId(),
    number: `99-${String(n).padStart(7, "0")}`,
    outbox: [],
  };
  for (const field of ["laneAt", "warnAt", "signBy", "returnBy", "completedAt"])
    if (copy[field] !== undefined) copy[field] = moved(copy[field]);
  delete copy["createKey"];
  delete copy["outboxPending"];
  return copy;
}

async function fill(
  requests: Collection,
  samples: readonly Document[],
  from: number,
  to: number,
): Promise<void> {
  for (let n = from; n < to; n += BATCH) {
    const size = Math.min(BATCH, to - n);
    const batch = Array.from({ length: size }, (_, i) =>
      another(samples[(n + i) % samples.length] ?? {}, n + i),
    );
    await requests.insertMany(batch, { ordered: false });
  }
}

/** Milliseconds of the first page of every lane, as the board's screen asks for it. */
async function firstPages(baseUrl: string, token: string): Promise<number[]> {
  const latencies: number[] = [];
  for (let call = -5; call < CALLS_PER_LANE; call += 1)
    for (const lane of BOARD_LANES) {
      const begun = performance.now();
      const answer = await fetch(`${baseUrl}/api/board?lane=${lane}&limit=20`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { items } = (await answer.json()) as { items: unknown[] };
      if (answer.status !== 200 || items.length === 0)
        throw new Error(`lane ${lane}: ${answer.status}, ${items.length} rows`);
      if (call >= 0) latencies.push(performance.now() - begun);
    }
  return latencies;
}

/** First page of the dispatch board at ten thousand requests and at `large`. */
export async function boardRows(world: World, large: number): Promise<Row[]> {
  const client = new MongoClient(world.mongodbUri);
  const server = await world.startServer("web");
  try {
    const requests = client.db().collection("requests");
    const samples = await requests
      .find({ laneKey: { $ne: "none" } })
      .limit(300)
      .toArray();
    const token = await world.tokenOf(server.baseUrl, "municipal-specialist");
    await fill(requests, samples, 0, SMALL);
    const small = percentile(await firstPages(server.baseUrl, token), 0.95);
    await fill(requests, samples, SMALL, large);
    const grown = percentile(await firstPages(server.baseUrl, token), 0.95);
    return [
      row(`dispatch board, first page, ${SMALL} → ${large} requests`, grown, small, {
        unit: "ms, p95 over all lanes",
        bar: { atMost: 1.5 },
        note: "ours = the larger, reference = the smaller",
      }),
    ];
  } finally {
    await server.stop();
    await client.close();
  }
}
