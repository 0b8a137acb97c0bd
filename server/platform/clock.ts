/** The only source of time. Business rules never call `Date.now()`. */
export interface Clock {
  now(): Date;
}

/** A clock that an operator can move while trying the product out. */
export interface MovableClock extends Clock {
  /** Time goes on from `now`; null = real time again. */
  moveTo(now: Date | null): void;
}

export const systemClock: Clock = { now: () => new Date() };

export function createMovableClock(base: Clock = systemClock): MovableClock {
  let offsetMs = 0;
  return {
    now: () => new Date(base.now().getTime() + offsetMs),
    moveTo(now) {
      offsetMs = now === null ? 0 : now.getTime() - base.now().getTime();
    },
  };
}

/** A clock that stands still until it is set: for tests. */
export function createFixedClock(at: string): MovableClock {
  const start = new Date(at);
  let now = start;
  return {
    now: () => now,
    moveTo(next) {
      now = next ?? start;
    },
  };
}
