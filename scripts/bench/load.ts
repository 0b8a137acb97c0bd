import { Pool } from "undici";

/** One call to repeat. `round` counts up, for keys that must differ. */
export type MakeCall = (round: number) => {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** Any other answer ends the run: a fast error is no speed. */
  expect: number;
};

export interface Measured {
  perSecond: number;
  /** Milliseconds of every call. */
  latencies: number[];
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
      const { expect, ...call } = makeCall((round += 1));
      const started = performance.now();
      const answer = await pool.request(call);
      const text = await answer.body.text();
      if (answer.statusCode !== expect)
        throw new Error(`${call.method} ${call.path} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
      latencies.push(performance.now() - started);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    await pool.close();
  }
  return { perSecond: (latencies.length * 1000) / (performance.now() - begun), latencies };
}
