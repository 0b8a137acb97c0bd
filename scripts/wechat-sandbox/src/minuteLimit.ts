import type { BusinessClock } from "./clock";
import { MINUTE } from "./clock";
import { WeChatError } from "./errors";

/** Counts calls per key and minute; `count` throws 45011 above the limit. */
export function createMinuteLimit(clock: BusinessClock, limit: number): { count(key: string): void } {
  let minute = -1;
  let counts = new Map<string, number>();
  return {
    count: (key) => {
      const current = Math.floor(clock.now() / MINUTE);
      if (current !== minute) {
        minute = current;
        counts = new Map();
      }
      const used = (counts.get(key) ?? 0) + 1;
      counts.set(key, used);
      if (used > limit) throw new WeChatError(45011);
    },
  };
}
