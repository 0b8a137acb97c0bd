import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until the answer is not undefined.
 * @throws Error when that takes longer than `withinMs`
 */
export async function until<T>(ask: () => Promise<T | undefined>, withinMs = 8_000): Promise<T> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUpAt) throw new Error(`not within ${withinMs} ms`);
    await sleep(20);
  }
}
