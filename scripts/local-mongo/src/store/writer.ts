import { MongoError } from "../errors";

interface Job {
  run: () => unknown;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

type Outcome = { value: unknown } | { error: unknown };

/** What the writer needs of the store. */
export interface Transactional {
  /** Runs work in one durable transaction; on an exception nothing of it remains, in memory neither. */
  transaction<T>(work: () => T): T;
}

const LARGEST_BATCH = 500;

/** A batch that has taken this long is committed; the rest waits for the next turn, so that readers get theirs. */
const LONGEST_BATCH_MS = 50;

/**
 * Group commit: the writes that arrive in one turn of the event loop share one transaction and one sync to disk;
 * each is answered after it. A job that MongoDB's rules refuse keeps what it wrote before the refusal (as a bulk
 * write does); one that fails in an unforeseen way takes the batch back, which is then run job by job.
 */
export class Writer {
  private queue: Job[] = [];

  constructor(private readonly store: Transactional) {}

  submit<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ run, resolve: resolve as (value: unknown) => void, reject });
      if (this.queue.length === 1) setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    const jobs = this.queue.splice(0, LARGEST_BATCH);
    const began = performance.now();
    const late = (): boolean => performance.now() - began > LONGEST_BATCH_MS;
    const done = this.commit(jobs, late);
    this.queue.unshift(...jobs.slice(done));
    if (this.queue.length > 0) setImmediate(() => this.flush());
  }

  /** Runs jobs in one transaction until it is late. @returns how many it ran */
  private commit(jobs: readonly Job[], late: () => boolean): number {
    let outcomes: Outcome[];
    try {
      outcomes = this.store.transaction(() => attemptUntil(jobs, late));
    } catch (error) {
      const [only, second] = jobs;
      if (only && !second) only.reject(error);
      else for (const job of jobs) this.commit([job], late);
      return jobs.length;
    }
    outcomes.forEach((outcome, i) => {
      if ("error" in outcome) jobs[i]?.reject(outcome.error);
      else jobs[i]?.resolve(outcome.value);
    });
    return outcomes.length;
  }
}

function attemptUntil(jobs: readonly Job[], late: () => boolean): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { run } of jobs) {
    outcomes.push(attempt(run));
    if (late()) break;
  }
  return outcomes;
}

function attempt(run: () => unknown): Outcome {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof MongoError) return { error };
    throw error;
  }
}
