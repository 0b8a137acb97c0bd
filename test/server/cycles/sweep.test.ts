import { Types } from "mongoose";
import { CYCLE_STAGES, cycleFrom } from "@talent/shared/domain/cycles";
import { CycleModel } from "../../../server/features/cycles/index";
import { countCycles, listQuery, ownCycle } from "../../../server/features/cycles/lists";
import { unopenedTalents } from "../../../server/features/cycles/opening";
import { lapsedCycleNotices } from "../../../server/features/cycles/sweep/lapsed";
import { dueCycles, sweepCycles } from "../../../server/features/cycles/sweep/sweep";
import { TalentModel } from "../../../server/features/talents/index";
import type { RoleGrant } from "@talent/shared/domain/roles";
import { stagesOf } from "../../support/explain";
import { startTestServer, type TestServer } from "../../support/testServer";
import { addTalent } from "../../support/world";
import { at, createCyclePeople, cycleCalls, furtherWorker, noticesTo, type CyclePeople } from "./cyclePeople";

let server: TestServer;
let people: CyclePeople;
let calls: ReturnType<typeof cycleCalls>;
beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: "2026-08-20T01:00:00.000Z" });
  calls = cycleCalls(server);
  people = await createCyclePeople(server);
});
afterAll(() => server.stop());

/** A cycle from 2023-12-01 to 2026-11-30 of a further talent of the same employer. */
async function freshCycle(now = "2026-08-20T09:00"): Promise<string> {
  const talentId = await addTalent({
    category: "B",
    employerId: people.employerId,
    cycle: cycleFrom("2023-12-01"),
  });
  await calls.moveTo(now);
  const cycle = await CycleModel.findOne({ talentId }, { _id: 1 }).lean();
  if (cycle === null) throw new Error("forgotten");
  return cycle._id.toHexString();
}
const stored = async (id: string) => {
  const cycle = await CycleModel.findById(id).lean();
  if (cycle === null) throw new Error("no cycle");
  return cycle;
};
const types = async (id: string) => (await stored(id)).timeline.map(({ type }) => type);

test.each([
  ["2026-08-29T23:59", "2026-08-30T00:00", "notified", "notified"],
  ["2026-10-31T23:59", "2026-11-01T00:00", "evaluationOpen", "evaluationOpened"],
  ["2026-11-22T23:59", "2026-11-23T00:00", "evaluationOpen", "evaluationDueSoon"],
  ["2026-11-30T23:59", "2026-12-01T00:00", "overdue", "overdue"],
])("nothing new at %s, and at %s the stage is %s", async (before, on, stage, event) => {
  const id = await freshCycle();
  await calls.moveTo(before);
  expect(await types(id)).not.toContain(event);
  await calls.moveTo(on);
  expect((await stored(id)).status).toBe(stage);
  expect((await types(id)).at(-1)).toBe(event);
});

test("two workers at once and a second run write each step once, with one notice to each person", async () => {
  const id = await freshCycle();
  const workers = [furtherWorker(), furtherWorker(), calls.context];
  await Promise.all(workers.map((worker) => sweepCycles(worker, at("2026-11-01T00:00"))));
  const once = await stored(id);
  await Promise.all(workers.map((worker) => sweepCycles(worker, at("2026-11-01T00:00"))));
  const again = await stored(id);
  expect([again.version, await types(id)]).toEqual([
    once.version,
    ["opened", "notified", "evaluationOpened"],
  ]);
  const told = once.outbox.map(({ recipientId, type }) => `${recipientId} ${type}`);
  expect(told).toEqual([...new Set(told)]);
  expect(await noticesTo(people.employer, id)).toEqual(["cycleEvaluationOpened"]);
});

test("after a standstill of months everybody hears only of the last step", async () => {
  const id = await freshCycle();
  await calls.moveTo("2027-02-01T10:00");
  expect((await types(id)).slice(1)).toEqual([
    "notified",
    "evaluationOpened",
    "evaluationDueSoon",
    "overdue",
  ]);
  expect(await noticesTo(people.employer, id)).toEqual(["cycleOverdueForEmployer"]);
  expect(await noticesTo(people.district, id)).toEqual(["cycleOverdueForStaff"]);
});

test("what happens at night is told in the morning of a working day, and not at all once its reason has gone", async () => {
  const id = await freshCycle();
  await calls.moveTo("2026-11-01T00:00");
  const [entry] = (await stored(id)).outbox;
  expect(entry?.notBefore).toEqual(at("2026-11-02T09:00"));
  const waiting = [{ id: "n1", type: "cycleEvaluationOpened" as const, subjectId: id, occasion: "e3" }];
  expect(await lapsedCycleNotices(waiting)).toEqual(new Set());
  await CycleModel.updateOne({ _id: id }, { $set: { status: "evaluated" } });
  expect(await lapsedCycleNotices(waiting)).toEqual(new Set(["n1"]));
});

test("a talent without a cycle gets one from whichever worker comes first, and one only", async () => {
  const talentId = await addTalent({ category: "E", cycle: cycleFrom("2026-01-01") });
  await Promise.all(
    [furtherWorker(), furtherWorker(), furtherWorker()].map((worker) =>
      sweepCycles(worker, at("2026-08-20T09:00")),
    ),
  );
  const cycles = await CycleModel.find({ talentId }).lean();
  expect(cycles.map(({ startsOn, endsOn, status }) => [startsOn, endsOn, status])).toEqual([
    ["2026-01-01", "2028-12-31", "running"],
  ]);
  expect((await TalentModel.findById(talentId).lean())?.cycleId).toBe(cycles[0]?._id.toHexString());
});

describe("lists and sweep come from an index", () => {
  const readers: [string, RoleGrant[]][] = [
    ["a municipal specialist", [{ role: "municipalSpecialist" }]],
    ["a district specialist", [{ role: "districtSpecialist", districtCode: "500112" }]],
    ["an employer", [{ role: "employerLiaison", employerId: "0123456789abcdef01234567" }]],
    ["an administrator", [{ role: "administrator" }]],
  ];
  test.each(
    readers.flatMap(([who, grants]) =>
      [undefined, ...CYCLE_STAGES].map((stage) => [who, stage, grants] as const),
    ),
  )("the list of %s, stage %s", async (_who, stage, grants) => {
    const reader = { grants, talentId: undefined };
    const stages = await stagesOf(listQuery(reader, { stage, limit: 20 }));
    expect(stages).toContain("IXSCAN");
    expect(stages).not.toContain("COLLSCAN");
    expect(stages).not.toContain("SORT");
  });

  test("the sweep, the talents without a cycle and one's own cycle", async () => {
    const queries = [
      dueCycles(at("2026-11-01T00:00")),
      unopenedTalents(),
      ownCycle("0123456789abcdef01234567", "2026-11-01"),
    ];
    for (const query of queries) expect(await stagesOf(query)).not.toContain("COLLSCAN");
  });
});

test("counts and pages of a scope", async () => {
  const districtCode = "500103";
  await CycleModel.collection.insertMany(
    ["2026-09-01", "2026-10-01", "2026-10-01", "2028-01-01"].map((endsOn, index) => ({
      _id: new Types.ObjectId(),
      talentId: new Types.ObjectId().toHexString(),
      maskedName: "陈**",
      employerName: "示例单位",
      status: index === 0 ? "renewed" : "notified",
      open: index !== 0,
      startsOn: "2023-01-01",
      endsOn,
      districtCode,
      category: "E",
    })),
  );
  const reader = { grants: [{ role: "districtSpecialist" as const, districtCode }], talentId: undefined };
  const { stages, endingSoon } = await countCycles(reader, at("2026-08-20T09:00"));
  expect(stages.filter(({ count }) => count > 0)).toEqual([
    { stage: "notified", count: 3 },
    { stage: "renewed", count: 1 },
  ]);
  expect(endingSoon).toBe(2);
  const page = (cursor = "") =>
    server.call("GET", `/api/cycles?limit=2${cursor}`, { token: people.foreignDistrict.token });
  const first = (await page()).body as { items: { endsOn: string }[]; nextCursor: string };
  expect(first.items.map(({ endsOn }) => endsOn)).toEqual(["2026-10-01", "2026-10-01"]);
  const rest = (await page(`&cursor=${first.nextCursor}`)).body as { items: { endsOn: string }[] };
  expect(rest.items.map(({ endsOn }) => endsOn)).toEqual(["2028-01-01"]);
});
