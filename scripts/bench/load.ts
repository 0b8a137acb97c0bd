import { Pool } from "undici";

/** One call to repeat. `round` counts up, for keys that must differ. */
export type MakeCall = (round: number) => Call;

export interface Call {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Any other answer ends the run: a fast error is no speed. */
  expect: number;
}

export interface Measured {
  perSecond: number;
  /** Milliseconds of every call. */
  latencies: number[];
}

/** Milliseconds until the answer has arrived whole. */
async function timed(pool: Pool, { expect, ...call }: Call): Promise<number> {
  const started = performance.now();
  const answer = await pool.request(call);
  const text = await answer.body.text();
  if (answer.statusCode !== expect)
    throw new Error(`${call.method} ${call.path} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
  return performance.now() - started;
}

const pools = new Map<string, Pool>();

/** Makes each of these calls once, `atOnce` in flight, on connections that stay open. Milliseconds of every call. */
export async function callAll(baseUrl: string, calls: readonly Call[], atOnce: number): Promise<number[]> {
  const pool = pools.get(baseUrl) ?? new Pool(baseUrl, { connections: atOnce });
  pools.set(baseUrl, pool);
  const waiting = [...calls];
  const latencies: number[] = [];
  const lane = async () => {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift())
      latencies.push(await timed(pool, call));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return latencies;
}

/** Calls `baseUrl` with `atOnce` calls in flight on keep-alive connections for `ms` milliseconds. */
export async function hammer(
  baseUrl: string,
  makeCall: MakeCall,
  atOnce: number,
  ms: number,
): Promise<Measured> {
  const pool = new Pool(baseUrl, { connections: atOnce });
  const latencies: number[] = [];
  let round = 0;
  const begun = performance.now();
  const until = begun + ms;
  const lane = async () => {
    while (performance.now() < until) {
      latencies.push(await timed(pool, makeCall((round += 1))));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    await pool.close();
  }
  return { perSecond: (latencies.length * 1000) / (performance.now() - begun), latencies };
}
