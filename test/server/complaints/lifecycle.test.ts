import { NoticeModel } from "../../../server/features/notices/index";
import { ComplaintModel, complaintIsIntact } from "../../../server/features/complaints/index";
import { caseCalls, detailsOf, refusal } from "../../support/caseCalls";
import { startTestServer, type TestServer } from "../../support/testServer";
import { until } from "../../support/until";
import { createWorld, type Person, type World } from "../../support/world";
import { FOUNDED, letterCalls, letterIn } from "./letters";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof letterCalls>;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server);
  calls = letterCalls(server, world);
});
afterAll(() => server.stop());

const noticesOf = async (person: Person, id: string) =>
  (
    await NoticeModel.find({ subjectId: id, recipientId: person.accountId })
      .sort({ createdAt: 1, _id: 1 })
      .lean()
  ).map(({ type }) => type);
const told = (person: Person, id: string, type: string) =>
  until(async () => ((await noticesOf(person, id)).some((one) => one === type) ? true : undefined));
const people = async (id: string) =>
  (
    (await server.call("GET", `/api/complaints/${id}/investigators`, { token: world.municipal.token }))
      .body as { items: { accountId: string }[] }
  ).items.map(({ accountId }) => accountId);

test("accepted, investigated, answered, and closed by its writer; everybody concerned is told once", async () => {
  const { id } = await calls.written();
  const accepted = letterIn(await calls.post(world.municipal, `/${id}/accept`, { answerDays: 3 }));
  expect(accepted).toMatchObject({ status: "accepted", dueOn: "2026-10-13", can: ["assign"] });
  letterIn(await calls.post(world.municipal, `/${id}/assign`, { investigatorId: world.liaison.accountId }));
  expect(letterIn(await calls.read(world.liaison, id))).toMatchObject({
    status: "investigating",
    can: ["note", "answer"],
  });
  const answered = letterIn(await calls.post(world.liaison, `/${id}/answer`, FOUNDED));
  expect(answered).toMatchObject({ status: "answered", can: [], closesOn: "2026-10-22" });
  expect(answered.dueOn).toBeUndefined();
  const closed = letterIn(await calls.post(world.talent, `/${id}/respond`, { satisfied: true }));
  expect(closed).toMatchObject({ status: "closed", can: [] });
  expect(closed.answers[0]).toMatchObject({ ...FOUNDED, reply: { satisfied: true } });
  await told(world.talent, id, "complaintAnswered");
  expect(await noticesOf(world.talent, id)).toEqual(["complaintAccepted", "complaintAnswered"]);
  expect(await noticesOf(world.liaison, id)).toEqual(["complaintAssigned"]);
  expect(await noticesOf(world.municipal, id)).toEqual(["complaintReceived"]);
  const stored = await ComplaintModel.findById(id).lean();
  expect(complaintIsIntact(stored?.timeline ?? [])).toBe(true);
});

test("not satisfied once: another person looks again within a limit of its own, and then it is closed", async () => {
  const { id } = await calls.answered();
  expect(refusal(await calls.post(world.talent, `/${id}/respond`, { satisfied: false }))).toBe(
    "400 invalid_input",
  );
  const again = letterIn(
    await calls.post(world.talent, `/${id}/respond`, { satisfied: false, reason: "没有说为什么" }),
  );
  expect(again).toMatchObject({ status: "accepted", round: 2, dueOn: "2026-10-15" });
  expect(again.investigator).toBeUndefined();
  await told(world.municipal, id, "complaintReviewAsked");
  expect(await people(id)).not.toContain(world.district.accountId);
  const same = await calls.post(world.municipal, `/${id}/assign`, {
    investigatorId: world.district.accountId,
  });
  expect(detailsOf(same)["fields"]).toEqual([{ field: "body.investigatorId", problem: "party" }]);
  letterIn(
    await calls.post(world.municipal, `/${id}/assign`, { investigatorId: world.municipal2.accountId }),
  );
  expect(refusal(await calls.post(world.district, `/${id}/answer`, FOUNDED))).toBe("409 state_changed");
  letterIn(await calls.post(world.municipal2, `/${id}/answer`, { ...FOUNDED, result: "partly" }));
  const closed = letterIn(
    await calls.post(world.talent, `/${id}/respond`, { satisfied: false, reason: "还是不同意" }),
  );
  expect(closed).toMatchObject({ status: "closed", round: 2 });
  expect(closed.answers.map(({ reply }) => reply?.satisfied)).toEqual([false, false]);
});

test("whom it is about neither sees nor handles it, nor does anybody of the department", async () => {
  const cases = caseCalls(server, world);
  const request = await cases.handling();
  const { id } = await calls.accepted({ requestId: request.id, about: "handling" });
  expect(refusal(await calls.read(world.liaison, id))).toBe("404 not_found");
  for (const [path, body] of [
    ["notes", { note: "没有这回事" }],
    ["answer", FOUNDED],
  ] as const)
    expect(refusal(await calls.post(world.liaison, `/${id}/${path}`, body))).toBe("404 not_found");
  expect((await calls.desk(world.liaison)).items.map((row) => row.id)).not.toContain(id);
  const colleague = await server.signInWith("liaison-hr", {
    name: "高原",
    office: "渝北区教委",
    grants: [{ role: "departmentLiaison", departmentId: world.post.departmentId }],
  });
  const offered = await people(id);
  expect(offered).not.toContain(world.liaison.accountId);
  expect(offered).not.toContain(colleague.accountId);
  const given = await calls.post(world.municipal, `/${id}/assign`, {
    investigatorId: world.liaison.accountId,
  });
  expect(detailsOf(given)["fields"]).toEqual([{ field: "body.investigatorId", problem: "party" }]);
  expect(letterIn(await calls.read(world.municipal, id)).request).toMatchObject({ number: request.number });
});

test("a specialist who accepted the request does not handle what is said about it", async () => {
  const request = await caseCalls(server, world).accepted();
  const { id } = await calls.written({ requestId: request.id, about: "acceptance" });
  expect(refusal(await calls.post(world.district, `/${id}/accept`, {}))).toBe("404 not_found");
  expect(letterIn(await calls.post(world.municipal, `/${id}/accept`, {})).status).toBe("accepted");
});

test("nobody handles what they wrote themselves", async () => {
  const own = letterIn(
    await server.call("POST", "/api/complaints", {
      token: world.municipal.token,
      body: { kind: "complaint", text: "系统太慢" },
    }),
  );
  expect(refusal(await calls.post(world.municipal, `/${own.id}/accept`, {}))).toBe("403 action_not_allowed");
  expect((await calls.desk(world.municipal)).items.map(({ id }) => id)).not.toContain(own.id);
});

test("a suggestion may be answered at once; a complaint has to be looked into first", async () => {
  const suggestion = await calls.accepted({ kind: "suggestion", text: "周六也开门" });
  expect(suggestion.can).toEqual(["assign", "answer"]);
  const wrong = await calls.post(world.municipal, `/${suggestion.id}/answer`, FOUNDED);
  expect(detailsOf(wrong)["fields"]).toEqual([{ field: "body.result", problem: "invalid_value" }]);
  const bare = { result: "taken", text: "很好的建议" };
  const promised = await calls.post(world.municipal, `/${suggestion.id}/answer`, bare);
  expect(detailsOf(promised)["fields"]).toEqual([{ field: "body.measures", problem: "required" }]);
  const measures = "下月起周六上午开门";
  letterIn(await calls.post(world.municipal, `/${suggestion.id}/answer`, { ...bare, measures }));
  const complaint = await calls.accepted();
  expect(refusal(await calls.post(world.municipal, `/${complaint.id}/answer`, FOUNDED))).toBe(
    "409 state_changed",
  );
});

test("its writer takes it back; whoever has it is told", async () => {
  const { id } = await calls.investigating();
  expect(letterIn(await calls.post(world.talent, `/${id}/withdraw`))).toMatchObject({
    status: "withdrawn",
    can: [],
  });
  await told(world.district, id, "complaintWithdrawn");
  expect(refusal(await calls.post(world.district, `/${id}/answer`, FOUNDED))).toBe("409 state_changed");
  expect(refusal(await calls.post(world.municipal, `/${id}/withdraw`))).toBe("403 action_not_allowed");
});

test("two answers at once: one wins; a repeated one changes nothing", async () => {
  const { id } = await calls.investigating();
  const texts = ["答一", "答二", "答三"];
  const answers = await Promise.all(
    texts.map((text) => calls.post(world.district, `/${id}/answer`, { ...FOUNDED, text })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const other = await calls.investigating();
  const twice = [1, 2].map(() => calls.post(world.district, `/${other.id}/answer`, FOUNDED, "answer-key-1"));
  expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([200, 200]);
  expect(letterIn(await calls.read(world.district, other.id)).answers).toHaveLength(1);
});

test("an account that works on no cases cannot be chosen", async () => {
  const { id } = await calls.accepted();
  const answer = await calls.post(world.municipal, `/${id}/assign`, {
    investigatorId: world.talent.accountId,
  });
  expect(detailsOf(answer)["fields"]).toEqual([{ field: "body.investigatorId", problem: "not_staff" }]);
});
