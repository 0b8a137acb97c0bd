import mongoose from "mongoose";
import type { Document } from "mongodb";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { createRequestContext } from "../../../server/features/requests/context";
import { sweepClocks } from "../../../server/features/requests/limits/sweep";
import { createLogger } from "../../../server/platform/logging/logger";
import type { Platform } from "../../../server/platform/platform";
import { another } from "../growth";
import { row, type Row } from "../row";

/** Cases whose clock speaks in each sweep. */
const DUE = 400;
const ROUNDS = 5;
const LONG_AGO = new Date("2026-01-05T02:00:00.000Z");

/** A case whose limit passed long ago and of which nobody was told. */
function overdue(sample: Document, n: number): Document {
  return {
    ...another(sample, n),
    number: `98-${String(n).padStart(7, "0")}`,
    status: "handling",
    laneKey: "active",
    clock: { kind: "handling", workingDays: 5, events: [{ type: "started", at: LONG_AGO }] },
    told: [],
    timeline: [],
    nextClockAt: LONG_AGO,
  };
}

function workerContext() {
  const platform: Partial<Platform> = {
    calendar: { current: () => PUBLISHED_CALENDAR, refresh: () => Promise.resolve(PUBLISHED_CALENDAR) },
    log: createLogger("error"),
    outbox: { nudge: () => undefined, onNudge: () => undefined },
  };
  return createRequestContext(platform as Platform, {
    scanForIntake: () => Promise.reject(new Error("nothing is taken in here")),
  });
}

export interface SweepBench {
  /** Milliseconds of a sweep with a fixed number of cases due, the median of the rounds. */
  measure(): Promise<number>;
  close(): Promise<void>;
}

/** Runs the worker's own sweep on the database of the run. */
export async function openSweep(mongodbUri: string, samples: readonly Document[]): Promise<SweepBench> {
  await mongoose.connect(mongodbUri);
  const context = workerContext();
  const requests = mongoose.connection.collection("requests");
  const sample = samples.find(({ holder }) => holder !== undefined) ?? {};
  let made = 0;

  async function round(): Promise<number> {
    const due = Array.from({ length: DUE }, () => overdue(sample, (made += 1)));
    await requests.insertMany(due, { ignoreUndefined: true });
    const begun = performance.now();
    const told = await sweepClocks(context, new Date());
    const took = performance.now() - begun;
    if (told < DUE) throw new Error(`the sweep found ${told} of ${DUE}`);
    return took;
  }
  return {
    async measure() {
      await round();
      const times: number[] = [];
      for (let count = 0; count < ROUNDS; count += 1) times.push(await round());
      return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    },
    close: () => mongoose.disconnect(),
  };
}

export function sweepRow(small: number, large: number, grown: number, before: number): Row {
  return row(`sweep of the clocks, ${DUE} due, ${small} → ${large} requests`, grown, before, {
    unit: "ms per sweep, median",
    bar: { atMost: 1.5 },
    note: "ours = the larger, reference = the smaller",
  });
}
