import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { dateText } from "@talent/shared/labels/dateText";
import { sweepClocks } from "../../../../server/features/requests/limits/sweep";
import { RequestModel } from "../../../../server/features/requests/index";
import { caseDesk } from "../../../support/caseDesk";
import { requestIn } from "../../../support/caseCalls";
import { addOtherDepartment, told, type OtherDepartment } from "../../../support/caseWork";
import { requestContext } from "../../../support/requestContext";

const desk = caseDesk();

let other: OtherDepartment;

beforeAll(async () => {
  other = await addOtherDepartment(desk.server);
});

/** Whom the sweep at this time (`YYYY-MM-DD HH:MM`) tells of parts of the case, as `type → person`. */
async function sweepAt(id: string, text: string): Promise<string[]> {
  const names = new Map<string, string>([
    [other.liaison.accountId, "asked"],
    [desk.world.liaison.accountId, "holder"],
    [desk.world.district.accountId, "specialist"],
    [desk.world.municipal.accountId, "supervisor"],
    [desk.world.talent.accountId, "talent"],
  ]);
  const now = instantInShanghai(text.slice(0, 10), text.slice(11));
  const before = (await told(id)).length;
  await sweepClocks(requestContext(), now);
  const entries = (await told(id)).slice(before).map((entry) => entry.split(":"));
  return entries
    .filter(([type]) => type === "answerOverdue" || type?.startsWith("promise"))
    .flatMap(([type = "", person = ""]) => {
      const name = names.get(person);
      return name === undefined ? [] : [`${type} → ${name}`];
    })
    .sort();
}

const consult = async (id: string) =>
  requestIn(
    await desk.calls.post(desk.world.liaison, `/${id}/consultations`, {
      postId: other.post.id,
      question: "体检结论？",
      workingDays: 1,
    }),
  );

/** Close of the day on which the first part of this kind is due, and its morning before. */
async function dueOf(id: string, kind: "consultations" | "subtasks" | "supervisions"): Promise<Date> {
  const stored = await RequestModel.findById(id).lean();
  const dueAt = stored?.[kind]?.[0]?.dueAt;
  if (dueAt === undefined) throw new Error(`no ${kind}`);
  return dueAt;
}
const shanghai = (at: Date, workingDays = 0) => {
  const local = new Date(at.getTime() + 8 * 3_600_000 + workingDays * 86_400_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
};

test("a question that is not answered in time is told to who was asked and who asked, once", async () => {
  const { id } = await desk.calls.handling();
  await consult(id);
  const dueAt = await dueOf(id, "consultations");
  expect((await RequestModel.findById(id).lean())?.nextClockAt).toEqual(dueAt);
  expect(await sweepAt(id, shanghai(new Date(dueAt.getTime() - 60_000)))).toEqual([]);
  expect(await sweepAt(id, shanghai(dueAt))).toEqual(["answerOverdue → asked", "answerOverdue → holder"]);
  expect(await sweepAt(id, shanghai(dueAt))).toEqual([]);
  const seen = requestIn(await desk.calls.read(desk.world.liaison, id));
  expect(seen.timeline.filter(({ type }) => type === "answerLate")).toHaveLength(1);
  const own = requestIn(await desk.calls.read(desk.world.talent, id));
  expect(own.timeline.map(({ type }) => type)).not.toContain("answerLate");
});

test("what the talent is told of a late case names the next step of the case, not that of a part", async () => {
  const { id } = await desk.calls.handling();
  const dueAt = (await RequestModel.findById(id).lean())?.laneAt ?? new Date();
  desk.server.clock.moveTo(new Date(dueAt.getTime() - 3_600_000));
  await consult(id);
  const before = (await RequestModel.findById(id).lean())?.outbox.length ?? 0;
  await sweepClocks(requestContext(), dueAt);
  const entries = (await RequestModel.findById(id).lean())?.outbox.slice(before) ?? [];
  const apology = entries.find(({ type }) => type === "requestDelayed");
  const overdue = await dueOf(id, "consultations");
  expect(apology?.values["nextDay"]).toBeDefined();
  expect(apology?.values["nextDay"]).not.toBe(dateText(dateInShanghai(overdue), dateInShanghai(dueAt), "zh"));
});

test("after days without a worker a late part is told once to each person", async () => {
  const { id } = await desk.calls.handling();
  const subtasks = [{ postId: other.post.id, task: "出具体检结论", workingDays: 1 }];
  requestIn(await desk.calls.post(desk.world.district, `/${id}/subtasks`, { subtasks }));
  const told = await sweepAt(id, shanghai(await dueOf(id, "subtasks"), 7));
  expect(told.filter((entry) => entry === "answerOverdue → asked")).toHaveLength(1);
});

test("an answered question says nothing", async () => {
  const { id } = await desk.calls.handling();
  await consult(id);
  const dueAt = await dueOf(id, "consultations");
  const answer = { consultationId: "c1", answer: "结论合格" };
  requestIn(await desk.calls.post(other.liaison, `/${id}/consultations/answer`, answer));
  expect(await sweepAt(id, shanghai(dueAt))).toEqual([]);
});

test("a late sub-task goes to its post, to who gave it and to the holder, two working days later higher", async () => {
  const { id } = await desk.calls.handling();
  const subtasks = [{ postId: other.post.id, task: "出具体检结论", workingDays: 1 }];
  requestIn(await desk.calls.post(desk.world.district, `/${id}/subtasks`, { subtasks }));
  const dueAt = await dueOf(id, "subtasks");
  expect(await sweepAt(id, shanghai(dueAt))).toEqual([
    "answerOverdue → asked",
    "answerOverdue → holder",
    "answerOverdue → specialist",
  ]);
  const later = await sweepAt(id, shanghai(dueAt, 4));
  expect(later).toContain("answerOverdue → asked");
  expect(later).toContain("answerOverdue → supervisor");
});

test("a supervision that is not answered is told to the holder and the supervisor, while the clock stands too", async () => {
  const { id } = await desk.calls.handling();
  const note = { note: "请说明进展", workingDays: 1 };
  requestIn(await desk.calls.post(desk.world.municipal, `/${id}/supervision`, note));
  const items = [{ title: "补一份证明", why: "原件不清" }];
  requestIn(await desk.calls.post(desk.world.liaison, `/${id}/supplement`, { items }));
  expect(await sweepAt(id, shanghai(await dueOf(id, "supervisions")))).toEqual([
    "answerOverdue → holder",
    "answerOverdue → supervisor",
  ]);
});

test("a promised day that passes is told to the talent, with an apology, and one level higher", async () => {
  const { id } = await desk.calls.handling();
  const stored = await RequestModel.findById(id).lean();
  const promisedOn = shanghai(stored?.laneAt ?? new Date(), -1).slice(0, 10);
  await RequestModel.updateOne({ _id: stored?._id }, { $set: { urges: [{ id: "u1", at: new Date() }] } });
  const promise = { promisedOn, note: "我们会办好" };
  requestIn(await desk.calls.post(desk.world.liaison, `/${id}/urge/answer`, promise));
  expect(await sweepAt(id, `${promisedOn} 23:58`)).toEqual([]);
  expect(await sweepAt(id, `${promisedOn} 23:59`)).toEqual([
    "promiseBroken → talent",
    "promiseOverdue → holder",
    "promiseOverdue → specialist",
    "promiseOverdue → supervisor",
  ]);
  const own = requestIn(await desk.calls.read(desk.world.talent, id));
  expect(own.timeline.map(({ type }) => type)).toContain("promiseBroken");
});
