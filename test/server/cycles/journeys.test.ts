import { Types } from "mongoose";
import { CycleModel, cycleIsIntact } from "../../../server/features/cycles/index";
import { TalentModel } from "../../../server/features/talents/index";
import { detailsOf, refusal } from "../../support/caseCalls";
import { startTestServer, type TestServer } from "../../support/testServer";
import { GOOD, createCyclePeople, cycleCalls, cycleIn, noticesTo, type CyclePeople } from "./cyclePeople";

let server: TestServer;
let people: CyclePeople;
let calls: ReturnType<typeof cycleCalls>;
let id: string;
beforeAll(async () => {
  server = await startTestServer({ roles: "web", now: "2026-08-20T01:00:00.000Z" });
  calls = cycleCalls(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.moveTo(new Date("2026-08-20T01:00:00Z"));
  people = await createCyclePeople(server);
  id = (await calls.mine(people.talent)).id;
});

const stored = async () => {
  const cycle = await CycleModel.findById(id).lean();
  if (cycle === null) throw new Error("no cycle");
  return cycle;
};
const evaluated = async () => {
  await calls.moveTo("2026-11-10T10:00");
  return cycleIn(await calls.post(people.employer, `${id}/evaluation`, GOOD));
};
const verifying = async () => {
  await evaluated();
  return cycleIn(await calls.post(people.district, `${id}/verification`, {}));
};
const decide = (person: keyof CyclePeople & ("district" | "municipal"), decision: string) =>
  calls.post(people[person], `${id}/decide`, { decision, reason: "核对无误" });

test("from three months before the end to renewed: everybody is told, and the next cycle follows without a gap", async () => {
  expect((await calls.mine(people.talent)).stage).toBe("running");
  await calls.moveTo("2026-08-30T00:00");
  const early = await calls.post(people.employer, `${id}/evaluation`, GOOD);
  expect([refusal(early), detailsOf(early)]).toEqual(["409 evaluation_too_early", { opensOn: "2026-11-01" }]);
  await calls.moveTo("2026-11-01T00:00");
  const draft = { grade: "excellent", opinion: "写了一半" };
  const put = await server.call("PUT", `/api/cycles/${id}/evaluation-draft`, {
    token: people.employer.token,
    body: draft,
  });
  expect(cycleIn(put).draft).toEqual({ ...draft, attachments: [] });
  expect(cycleIn(await calls.read(people.district, id)).draft).toBeUndefined();
  const handedIn = cycleIn(await calls.post(people.employer, `${id}/evaluation`, GOOD));
  expect(handedIn).toMatchObject({
    stage: "evaluated",
    evaluation: { late: false },
    can: ["withdrawEvaluation"],
  });
  const own = cycleIn(await calls.post(people.talent, `${id}/statement`, { text: "属实" }));
  expect(own.statement?.text).toBe("属实");
  expect(own.evaluation?.by).toContain("吴*");
  const asked = cycleIn(await calls.post(people.district, `${id}/verification`, {}));
  expect(asked.verification.map(({ result }) => result)).toEqual(["unknown", "unknown", "unknown"]);
  expect(asked.suggested).toBeUndefined();
  const renewed = cycleIn(await decide("district", "renew"));
  expect(renewed).toMatchObject({ stage: "renewed", next: { startsOn: "2026-12-01", endsOn: "2029-11-30" } });
  expect(await TalentModel.findById(people.talent.talentId).lean()).toMatchObject({
    cycle: { startsOn: "2023-12-01", endsOn: "2029-11-30" },
    cycleId: renewed.next?.id,
  });
  expect((await calls.mine(people.talent)).id).toBe(id);
  await calls.moveTo("2026-12-01T00:00");
  expect(await calls.mine(people.talent)).toMatchObject({ id: renewed.next?.id, stage: "running" });
  expect((await TalentModel.findById(people.talent.talentId).lean())?.cycle.startsOn).toBe("2026-12-01");
  expect((await stored()).nextStageAt).toBeUndefined();
  expect(cycleIsIntact((await stored()).timeline)).toBe(true);
  expect(await noticesTo(people.talent, id)).toEqual(["cycleEnding", "cycleEvaluated", "cycleRenewed"]);
  expect(await noticesTo(people.employer, id)).toEqual([
    "cycleEndingForEmployer",
    "cycleEvaluationOpened",
    "cycleDecidedForEmployer",
  ]);
});

test("ended, appealed against once, and decided by somebody else", async () => {
  await verifying();
  expect(cycleIn(await decide("district", "end"))).toMatchObject({ stage: "ended", can: [] });
  const own = cycleIn(await calls.read(people.talent, id));
  expect(own).toMatchObject({ can: ["appeal"], appealUntil: "2026-12-10" });
  expect(own.decisions[0]?.by).not.toContain("王芳");
  const appeal = { reason: "社保在外地分公司缴纳" };
  expect(cycleIn(await calls.post(people.talent, `${id}/appeal`, appeal)).stage).toBe("verifying");
  expect(refusal(await decide("district", "end"))).toBe("403 decided_before");
  expect(await noticesTo(people.municipal, id)).toEqual(["cycleAppealed"]);
  expect(await noticesTo(people.district, id)).toEqual(["cycleEvaluatedForStaff"]);
  expect(cycleIn(await calls.read(people.employer, id))).toMatchObject({ appeals: [], verification: [] });
  expect(cycleIn(await decide("municipal", "end")).stage).toBe("ended");
  expect(refusal(await calls.post(people.talent, `${id}/appeal`, appeal))).toBe("409 appeal_too_late");
});

test("an appeal comes too late after thirty days", async () => {
  await verifying();
  await decide("district", "end");
  await calls.moveTo("2026-12-11T00:00");
  expect(refusal(await calls.post(people.talent, `${id}/appeal`, { reason: "不同意" }))).toBe(
    "409 appeal_too_late",
  );
});

test("a silent employer escalates to the district and the talent, and may still hand in with leave", async () => {
  await calls.moveTo("2026-11-10T10:00");
  await calls.moveTo("2026-11-30T23:59");
  expect((await stored()).status).toBe("evaluationOpen");
  await calls.moveTo("2026-12-01T00:00");
  expect((await stored()).status).toBe("overdue");
  expect(await noticesTo(people.talent, id)).toContain("cycleOverdue");
  expect(await noticesTo(people.district, id)).toEqual(["cycleOverdueForStaff"]);
  const closed = await calls.post(people.employer, `${id}/evaluation`, GOOD);
  expect([refusal(closed), detailsOf(closed)]).toEqual([
    "409 evaluation_window_closed",
    { closedOn: "2026-11-30" },
  ]);
  const bare = await calls.post(people.district, `${id}/verification`, {});
  expect(detailsOf(bare)["fields"]).toEqual([{ field: "body.reason", problem: "required" }]);
  await calls.post(people.employer, `${id}/late-request`, { reason: "经办人休假" });
  expect(await noticesTo(people.district, id)).toContain("cycleLateAsked");
  const answer = (allow: boolean) =>
    calls.post(people.district, `${id}/late-request/decide`, { allow, reason: "下不为例" });
  expect(cycleIn(await answer(false)).lateRequest).toMatchObject({ allowed: false });
  expect(refusal(await answer(true))).toBe("409 state_changed");
  await calls.post(people.employer, `${id}/late-request`, { reason: "经办人病假" });
  cycleIn(await answer(true));
  const late = cycleIn(await calls.post(people.employer, `${id}/evaluation`, GOOD));
  expect(late).toMatchObject({ stage: "evaluated", evaluation: { late: true }, can: [] });
});

test("paused, taken up again with the sources asked anew, and renewed", async () => {
  const first = await verifying();
  expect(cycleIn(await decide("district", "pause")).stage).toBe("paused");
  server.clock.moveTo(new Date("2026-11-20T02:00:00Z"));
  const again = cycleIn(await calls.post(people.municipal, `${id}/resume`, { reason: "已补缴社保" }));
  expect(again.stage).toBe("verifying");
  expect(again.verification[0]?.at).not.toBe(first.verification[0]?.at);
  expect(cycleIn(await decide("district", "renew")).stage).toBe("renewed");
});

test("an evaluation taken back is a draft again, and the same key hands in once", async () => {
  await calls.moveTo("2026-11-10T10:00");
  const answers = await Promise.all(
    [1, 2, 3].map(() => calls.post(people.employer, `${id}/evaluation`, GOOD, "hand-in-key-1")),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await stored()).timeline.filter(({ type }) => type === "evaluationSubmitted")).toHaveLength(1);
  const back = cycleIn(await calls.post(people.employer, `${id}/evaluation/withdraw`));
  expect(back).toMatchObject({ stage: "evaluationOpen", draft: { grade: "competent" } });
  expect(back.evaluation).toBeUndefined();
  expect(await noticesTo(people.talent, id)).toContain("cycleEvaluationWithdrawn");
  expect((await stored()).nextStageAt?.toISOString()).toBe("2026-11-22T16:00:00.000Z");
});

test("a renewal that was cut off after its decision is completed by the sweep", async () => {
  await verifying();
  const renewed = cycleIn(await decide("district", "renew"));
  await CycleModel.deleteOne({ _id: renewed.next?.id });
  await CycleModel.updateOne(
    { _id: id },
    { $unset: { nextId: "" }, $set: { nextStageAt: new Date("2026-11-10T02:00:00Z") } },
  );
  await TalentModel.updateOne(
    { _id: people.talent.talentId },
    { $set: { cycle: { startsOn: "2023-12-01", endsOn: "2026-11-30" }, cycleId: id } },
  );
  await calls.moveTo("2026-11-10T10:01");
  await calls.moveTo("2026-11-10T10:02");
  const next = await CycleModel.find({ talentId: people.talent.talentId, open: true }).lean();
  expect(next.map(({ startsOn }) => startsOn)).toEqual(["2026-12-01"]);
  expect((await TalentModel.findById(people.talent.talentId).lean())?.cycleId).toBe(
    next[0]?._id.toHexString(),
  );
});

test("nobody else knows that a cycle exists: another employer, another talent, a foreign district, an administrator", async () => {
  const stranger = await server.signInWith("talent-a", { name: "顾**", grants: [{ role: "talent" }] });
  const unit = await server.signInWith("liaison-education", {
    name: "别家",
    grants: [{ role: "employerLiaison", employerId: new Types.ObjectId().toHexString() }],
  });
  const administrator = await server.signInWith("administrator", { grants: [{ role: "administrator" }] });
  for (const person of [stranger, unit, people.foreignDistrict, administrator])
    expect(refusal(await calls.read(person, id))).toBe("404 not_found");
  await calls.moveTo("2026-11-10T10:00");
  expect(refusal(await calls.post(unit, `${id}/evaluation`, GOOD))).toBe("404 not_found");
  const list = await server.call("GET", "/api/cycles", { token: unit.token });
  expect(list.body).toEqual({ items: [] });
  expect(
    refusal(await calls.post(people.employer, `${id}/evaluation`, { ...GOOD, attachmentIds: [id] })),
  ).toBe("400 invalid_input");
});
