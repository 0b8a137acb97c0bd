/** The sandbox's business time: codes, tokens and consents age by it; signature times and timeouts never do. */
export interface BusinessClock {
  /** Present business time in milliseconds since the epoch. */
  now(): number;
  /** Jumps to the instant; time runs on from there. */
  set(instant: number): void;
  /** Returns to real time. */
  clear(): void;
}

export function createClock(): BusinessClock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    set: (instant) => {
      offset = instant - Date.now();
    },
    clear: () => {
      offset = 0;
    },
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Calendar day (`YYYY-MM-DD`) of an instant in China, where daily quotas are counted. */
export function dayInChina(instant: number): string {
  return new Date(instant + 8 * HOUR).toISOString().slice(0, 10);
}
