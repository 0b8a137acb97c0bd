import { CYCLE_STAGES } from "../../shared/domain/cycles";
import {
  CycleModel,
  NOT_CONNECTED,
  createCycleContext,
  cycleIsIntact,
} from "../../server/features/cycles/index";
import { sweepCycles } from "../../server/features/cycles/sweep/sweep";
import type { Platform } from "../../server/platform/platform";
import { startDemonstration } from "../support/demonstration";
import type { TestServer } from "../support/testServer";

const NOW = "2026-11-24T02:05:00.000Z";
let server: TestServer;
beforeAll(async () => {
  server = await startDemonstration({ now: NOW, roles: "web" });
});
afterAll(() => server.stop());

test("the demonstration city has a cycle of each talent, and one in every stage at the employer of the persona", async () => {
  const { token } = await server.signInAs("employer-liaison");
  const counts = await server.call("GET", "/api/cycle-counts", { token });
  const { stages } = counts.body as { stages: { stage: string; count: number }[] };
  expect(stages.map(({ stage, count }) => (count > 0 ? stage : ""))).toEqual([...CYCLE_STAGES]);
  expect(await CycleModel.countDocuments({ open: true })).toBe(499);
  const cycles = await CycleModel.find({}, { timeline: 1 }).lean();
  expect(cycles.filter(({ timeline }) => !cycleIsIntact(timeline))).toEqual([]);
  const times = cycles.flatMap(({ timeline }) => timeline.map(({ at }) => at.getTime()));
  expect(Math.max(...times)).toBeLessThanOrEqual(new Date(NOW).getTime());
});

test("nothing is left for the sweep to catch up with", async () => {
  const context = createCycleContext({ outbox: { nudge: () => undefined } } as unknown as Platform, {
    sources: NOT_CONNECTED,
  });
  expect(await sweepCycles(context, new Date(NOW))).toBe(0);
});
