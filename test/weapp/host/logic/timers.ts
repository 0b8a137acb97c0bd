import type { Busy } from "./busy";
import type { Faults } from "./faults";

type Callback = (...values: unknown[]) => void;

/** Timers up to this length count as work under way; longer ones are waiting on purpose. */
const SHORT_MS = 300;
/** A short timer that keeps re-arming itself is an animation, not work. */
const MAX_CHAIN = 12;

interface Entry {
  handle: NodeJS.Timeout;
  end: () => void;
}

/** `setTimeout` and its kin for the mini-program: all are gone after `stop`, and none starts later. */
export class Timers {
  private readonly live = new Map<number, Entry>();
  private nextId = 1;
  private chain = 0;
  private stopped = false;

  constructor(
    private readonly busy: Busy,
    private readonly faults: Faults,
  ) {}

  readonly setTimeout = (callback: Callback, delay?: number, ...values: unknown[]): number => {
    if (this.stopped) return 0;
    const id = this.nextId++;
    const milliseconds = Number(delay) || 0;
    const depth = this.chain + 1;
    const counted = milliseconds <= SHORT_MS && depth <= MAX_CHAIN;
    const end = counted ? this.busy.begin(`setTimeout ${milliseconds} ms`) : () => undefined;
    const handle = setTimeout(() => {
      this.live.delete(id);
      this.chain = milliseconds > 0 ? depth : depth - 1;
      this.faults.guard(() => callback(...values));
      this.chain = 0;
      end();
    }, milliseconds);
    this.live.set(id, { handle, end });
    return id;
  };

  readonly setInterval = (callback: Callback, delay?: number, ...values: unknown[]): number => {
    if (this.stopped) return 0;
    const id = this.nextId++;
    const handle = setInterval(() => this.faults.guard(() => callback(...values)), Number(delay) || 0);
    this.live.set(id, { handle, end: () => undefined });
    return id;
  };

  readonly clear = (id?: number): void => {
    const entry = id === undefined ? undefined : this.live.get(id);
    if (!entry || id === undefined) return;
    clearTimeout(entry.handle);
    entry.end();
    this.live.delete(id);
  };

  /** How many are armed now. */
  get size(): number {
    return this.live.size;
  }

  stop(): void {
    this.stopped = true;
    for (const id of [...this.live.keys()]) this.clear(id);
  }
}
