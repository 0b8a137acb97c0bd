import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

/** Nothing on its way for so long counts as at rest. */
const REST_MS = 120;
const PATIENCE_MS = 15_000;

/** Knows what a page has asked for and not got yet. */
export interface Traffic {
  /** Resolves when nothing has been on its way for a moment and no grey shape waits for data. */
  rest(): Promise<void>;
}

export function watchTraffic(page: Page): Traffic {
  const underWay = new Set<unknown>();
  let quietSince = performance.now();
  const over = (request: unknown) => {
    underWay.delete(request);
    quietSince = performance.now();
  };
  page.on("request", (request) => underWay.add(request));
  page.on("requestfinished", over);
  page.on("requestfailed", over);
  return {
    async rest() {
      const giveUpAt = performance.now() + PATIENCE_MS;
      for (;;) {
        const quiet = underWay.size === 0 && performance.now() - quietSince >= REST_MS;
        if (quiet && (await page.locator(".sk:visible").count()) === 0) return;
        if (performance.now() > giveUpAt) throw new Error(`${page.url()} does not come to rest`);
        await sleep(30);
      }
    },
  };
}

/** What the app keeps on the device, by key. */
export type Kept = Readonly<Record<string, unknown>>;

/** Opens an address as a device on which exactly this is kept. */
export async function openAs(page: Page, url: string, kept: Kept): Promise<void> {
  const origin = new URL(url).origin;
  await page.goto(`${origin}/api/health/live`);
  const entries = JSON.stringify(kept);
  await page.evaluate(
    `localStorage.clear(); for (const [key, data] of Object.entries(${entries})) localStorage.setItem(key, JSON.stringify({ data }))`,
  );
  await page.goto(url);
}
