import type { Logger } from "pino";

/** Work that is repeated at short intervals inside one process. */
export interface Loop {
  start(): void;
  /** Runs as soon as the present run has ended, instead of at the end of the interval. */
  nudge(): void;
  /** Resolves when the present run has ended. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  name: string;
  everyMs: number;
  log: Logger;
  /** @returns whether there is more to do at once */
  run(): Promise<boolean>;
}

/** After a failure the next run waits at least this long: the database is probably away. */
const AFTER_FAILURE_MS = 1_000;

/** One run at a time; a failed run is logged and tried again. */
export function createLoop({ name, everyMs, log, run }: LoopOptions): Loop {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let started = false;
  let nudged = false;

  async function once(): Promise<void> {
    let pauseMs = everyMs;
    try {
      do nudged = false;
      while ((await run()) && started);
    } catch (error) {
      pauseMs = Math.max(everyMs, AFTER_FAILURE_MS);
      log.error({ err: error, loop: name }, "a run failed and will be repeated");
    }
    running = undefined;
    plan(nudged ? 0 : pauseMs);
  }
  function plan(inMs: number): void {
    if (!started) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running ??= once();
    }, inMs);
  }

  return {
    start() {
      started = true;
      plan(0);
    },
    nudge() {
      nudged = true;
      if (running === undefined) plan(0);
    },
    async stop() {
      started = false;
      clearTimeout(timer);
      await running;
    },
  };
}
