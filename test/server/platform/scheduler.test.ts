import { createFixedClock } from "../../../server/platform/clock";
import { createLogger } from "../../../server/platform/logging/logger";
import { closeDatabase, database, openDatabase } from "../../../server/platform/database/connection";
import { withLock } from "../../../server/platform/database/lock";
import { nextNumber } from "../../../server/platform/database/counter";
import { createLoop } from "../../../server/platform/jobs/loop";
import { createScheduler } from "../../../server/platform/jobs/scheduler";
import { startTestMongo, type TestMongo } from "../../support/localMongo";
import { until } from "../../support/until";

const log = createLogger("silent");
let mongo: TestMongo;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("jobs"));
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});

test("two workers run each occurrence of a job once, with the injected time", async () => {
  const clock = createFixedClock("2027-01-04T01:00:00Z");
  const runs: { worker: number; at: string }[] = [];
  const workers = [1, 2].map((worker) =>
    createScheduler(
      [
        {
          name: "test.count",
          every: "1 day",
          run: (now) => Promise.resolve(void runs.push({ worker, at: now.toISOString() })),
        },
      ],
      clock,
      log,
      2_000,
    ),
  );
  await Promise.all(workers.map((worker) => worker.start()));
  await until(() => Promise.resolve(runs.length > 0 ? true : undefined));
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(runs.map(({ at }) => at)).toEqual(["2027-01-04T01:00:00.000Z"]);
  expect(await database().collection("jobs").countDocuments({ name: "test.count" })).toBe(1);
});

test("a lock is held by one at a time and taken over when its holder is dead", async () => {
  let inside = 0;
  let most = 0;
  const enter = () =>
    withLock("one", async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    });
  await Promise.all([enter(), enter(), enter()]);
  expect(most).toBe(1);
  await database()
    .collection<{ _id: string; owner: string; until: Date }>("locks")
    .insertOne({ _id: "dead", owner: "gone", until: new Date(Date.now() + 150) });
  expect(await withLock("dead", () => Promise.resolve("mine"))).toBe("mine");
  await database()
    .collection<{ _id: string; owner: string; until: Date }>("locks")
    .insertOne({ _id: "busy", owner: "alive", until: new Date(Date.now() + 60_000) });
  await expect(withLock("busy", () => Promise.resolve(0), { patienceMs: 50 })).rejects.toThrow("not free");
});

test("a counter never gives a number twice", async () => {
  const numbers = await Promise.all(Array.from({ length: 20 }, () => nextNumber("x")));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("a loop never overlaps itself, goes on after a failure, and its stop waits for the run", async () => {
  let running = 0;
  let runs = 0;
  let overlapped = false;
  const loop = createLoop({
    name: "test",
    everyMs: 5,
    log,
    async run() {
      running += 1;
      overlapped ||= running > 1;
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
      running -= 1;
      if (runs === 2) throw new Error("once");
      return false;
    },
  });
  loop.start();
  for (let count = 0; count < 10; count += 1) loop.nudge();
  await until(() => Promise.resolve(runs >= 4 ? true : undefined));
  await loop.stop();
  const ended = runs;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect([overlapped, running, runs]).toEqual([false, 0, ended]);
});
