import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import type { Clock } from "../clock";
import { database } from "../database/connection";
import { withLock } from "../database/lock";
import type { Logger } from "pino";
import type { JobDefinition } from "./job";

/** How often agenda looks for due jobs. */
const LOOK_EVERY_MS = 1_000;
/** After this a job whose worker died may be taken by another one. */
const LOCK_MS = 300_000;

export interface Scheduler {
  start(): Promise<void>;
  /** Waits for the jobs in hand, for at most ten seconds. */
  stop(): Promise<void>;
}

/**
 * Plans what is not planned yet. Planning a job again would free it while another worker is running it, so a job that
 * stands there with the same interval is left alone.
 */
async function register(agenda: Agenda, jobs: readonly JobDefinition[]): Promise<void> {
  for (const { name, every } of jobs) {
    const { jobs: planned } = await agenda.queryJobs({ name });
    if (planned.some((job) => job.repeatInterval === every)) continue;
    await agenda.every(every, name);
  }
}

/**
 * Repeats the jobs through agenda: of all workers one runs each occurrence.
 * @param lockMs after this a job whose worker died may be taken by another one
 */
export function createScheduler(
  jobs: readonly JobDefinition[],
  clock: Clock,
  log: Logger,
  lockMs = LOCK_MS,
): Scheduler {
  let agenda: Agenda | undefined;
  return {
    async start() {
      const made = new Agenda({
        backend: new MongoBackend({ mongo: database(), collection: "jobs" }),
        processEvery: LOOK_EVERY_MS,
        defaultLockLifetime: lockMs,
      });
      agenda = made;
      made.on("error", (error) => log.error({ err: error }, "the scheduler cannot reach the database"));
      for (const job of jobs)
        made.define(job.name, async () => {
          try {
            await job.run(clock.now());
          } catch (error) {
            log.error({ err: error, job: job.name }, "a job failed");
            throw error;
          }
        });
      await made.ready;
      await withLock("register-jobs", () => register(made, jobs));
      await made.start();
    },
    async stop() {
      if (agenda === undefined) return;
      await agenda.drain(10_000);
      await agenda.stop();
    },
  };
}
