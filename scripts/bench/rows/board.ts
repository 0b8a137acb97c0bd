import { setTimeout as sleep } from "node:timers/promises";
import { MongoClient } from "mongodb";
import { BOARD_LANES } from "@talent/shared/domain/requestStatus";
import { fill } from "../growth";
import { percentile, row, type Row } from "../row";
import type { World } from "../world";
import { openSweep, sweepRow } from "./sweep";

const SMALL = 10_000;
const CALLS_PER_LANE = 60;

/** After a filling the database writes out what it has taken in: that is not the board's time. */
const SETTLE_MS = 15_000;

/** Milliseconds of the first page of every lane, as the board's screen asks for it. */
async function firstPages(baseUrl: string, token: string): Promise<number[]> {
  await sleep(SETTLE_MS);
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

/** First page of the dispatch board, and the sweep of the clocks, at ten thousand requests and at `large`. */
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
    const sweep = await openSweep(world.mongodbUri, samples);
    const smallSweep = await sweep.measure();
    const small = percentile(await firstPages(server.baseUrl, token), 0.95);
    await fill(requests, samples, SMALL, large);
    const grown = percentile(await firstPages(server.baseUrl, token), 0.95);
    const grownSweep = await sweep.measure();
    await sweep.close();
    return [
      row(`dispatch board, first page, ${SMALL} → ${large} requests`, grown, small, {
        unit: "ms, p95 over all lanes",
        bar: { atMost: 1.5 },
        note: "ours = the larger, reference = the smaller",
      }),
      sweepRow(SMALL, large, grownSweep, smallSweep),
    ];
  } finally {
    await server.stop();
    await client.close();
  }
}
