import { caseDesk } from "../../support/caseDesk";
import { detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { addOtherDepartment, told, waitsFor, type OtherDepartment } from "../../support/caseWork";

const desk = caseDesk();

let other: OtherDepartment;

beforeAll(async () => {
  other = await addOtherDepartment(desk.server);
});

const answers = [{ outcome: "done", note: "已安排周三上午咨询" }];
const complete = (id: string, more: object = {}) =>
  desk.calls.post(desk.world.liaison, `/${id}/complete`, { answers, ...more });

describe("a question to another department", () => {
  const consult = (id: string, key?: string) =>
    desk.calls.post(
      desk.world.liaison,
      `/${id}/consultations`,
      { postId: other.post.id, question: "体检结论？" },
      key,
    );
  const answer = (id: string, consultationId = "c1") =>
    desk.calls.post(other.liaison, `/${id}/consultations/answer`, { consultationId, answer: "结论合格" });

  test("opens the case to who is asked, waits for them, and comes back with the answer", async () => {
    const { id } = await desk.calls.handling();
    expect(refusal(await desk.calls.read(other.liaison, id))).toBe("404 not_found");
    const asked = requestIn(await consult(id, "consult-1"));
    expect(requestIn(await consult(id, "consult-1")).consultations).toHaveLength(1);
    expect(asked.limit?.state).toBe("counting");
    expect(await told(id)).toContain(`consultationAsked:${other.liaison.accountId}`);
    expect(await waitsFor(desk.server, other.liaison, id)).toEqual([
      { kind: "consultation", id: "c1", dueAt: "2026-10-13T09:30:00.000Z" },
    ]);

    const seen = requestIn(await desk.calls.read(other.liaison, id));
    expect(seen.can).toEqual([{ action: "answerConsultation", target: "c1" }]);
    expect(seen.consultations).toMatchObject([{ question: "体检结论？", mine: true }]);
    const answered = requestIn(await answer(id));
    expect(answered.consultations).toMatchObject([{ answer: "结论合格", mine: false }]);
    expect(await told(id)).toContain(`consultationAnswered:${desk.world.liaison.accountId}`);
    expect(await waitsFor(desk.server, other.liaison, id)).toEqual([]);
    expect(refusal(await answer(id))).toBe("403 action_not_allowed");
    expect(requestIn(await desk.calls.read(desk.world.talent, id)).consultations).toEqual([]);
  });

  test("every reading by the other department is in the talent's list", async () => {
    const { id } = await desk.calls.handling();
    requestIn(await consult(id));
    requestIn(await desk.calls.read(other.liaison, id));
    await new Promise((resolve) => setTimeout(resolve, 700));
    const log = await desk.server.call("GET", "/api/me/access-log", { token: desk.world.talent.token });
    const { items } = log.body as { items: { office: string }[] };
    expect(items.some(({ office }) => office === "渝北区卫生健康委")).toBe(true);
  });

  test("holds the completion until it is answered or its time is over", async () => {
    const { id } = await desk.calls.handling();
    requestIn(await consult(id));
    const early = await complete(id);
    expect([refusal(early), detailsOf(early)]).toEqual([
      "409 answers_awaited",
      { consultations: ["c1"], subtasks: [], until: "2026-10-13T09:30:00.000Z" },
    ]);
    desk.server.clock.moveTo(new Date("2026-10-13T10:00:00Z"));
    const done = requestIn(await complete(id));
    expect(done.consultations[0]?.endedAt).toBeDefined();
    expect(refusal(await desk.calls.read(other.liaison, id))).toBe("404 not_found");
  });

  test("is the holder's to ask, never of the own post, and the asked post's to answer", async () => {
    const { id } = await desk.calls.handling();
    const own = { postId: desk.world.post.id, question: "？" };
    expect(detailsOf(await desk.calls.post(desk.world.liaison, `/${id}/consultations`, own))).toEqual({
      fields: [{ field: "body.postId", problem: "has_the_case" }],
    });
    const unknown = { postId: "f".repeat(24), question: "？" };
    expect(detailsOf(await desk.calls.post(desk.world.liaison, `/${id}/consultations`, unknown))).toEqual({
      fields: [{ field: "body.postId", problem: "unknown" }],
    });
    requestIn(await consult(id));
    const byHolder = { consultationId: "c1", answer: "自问自答" };
    expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/consultations/answer`, byHolder))).toBe(
      "403 action_not_allowed",
    );
    expect(refusal(await answer(id, "c7"))).toBe("404 not_found");
    expect(
      refusal(
        await desk.calls.post(other.liaison, `/${id}/consultations`, {
          postId: desk.world.post.id,
          question: "？",
        }),
      ),
    ).toBe("403 action_not_allowed");
    expect(refusal(await desk.calls.post(other.liaison, `/${id}/complete`, { answers }))).toBe(
      "403 action_not_allowed",
    );
  });
});

describe("sub-tasks", () => {
  const subtasks = () => [{ postId: other.post.id, task: "出具体检结论" }];
  async function shared() {
    const { id } = await desk.calls.accepted();
    const body = { postId: desk.world.post.id, subtasks: subtasks() };
    requestIn(await desk.calls.post(desk.world.district, `/${id}/dispatch`, body));
    return requestIn(await desk.calls.post(desk.world.liaison, `/${id}/sign`));
  }
  const sign = (id: string) => desk.calls.post(other.liaison, `/${id}/subtasks/sign`, { subtaskId: "t1" });
  const report = (id: string) =>
    desk.calls.post(other.liaison, `/${id}/subtasks/answer`, { subtaskId: "t1", answer: "结论已出具" });

  test("are given at the dispatch, each signed and reported by its own post", async () => {
    const { id } = await shared();
    expect(await told(id)).toContain(`subtaskAssigned:${other.liaison.accountId}`);
    expect(await waitsFor(desk.server, other.liaison, id)).toMatchObject([{ kind: "subtask", id: "t1" }]);
    expect(refusal(await report(id))).toBe("409 state_changed");
    expect(offered(requestIn(await desk.calls.read(other.liaison, id)))).toEqual(["signSubtask"]);
    requestIn(await sign(id));
    expect(refusal(await sign(id))).toBe("409 state_changed");
    const reported = requestIn(await report(id));
    expect(reported.subtasks).toMatchObject([{ answer: "结论已出具", mine: false }]);
    expect(await told(id)).toContain(`subtaskAnswered:${desk.world.liaison.accountId}`);
    requestIn(await complete(id));
    expect(requestIn(await desk.calls.read(other.liaison, id)).status).toBe("completed");
  });

  test("hold the completion until all are reported, or for a stated reason", async () => {
    const { id } = await shared();
    const early = await complete(id);
    expect([refusal(early), detailsOf(early)]).toEqual([
      "409 answers_awaited",
      { consultations: [], subtasks: ["t1"] },
    ]);
    const done = requestIn(await complete(id, { openSubtasksReason: "本人已自行体检" }));
    expect(done.subtasks[0]?.endedAt).toBeDefined();
    expect(done.timeline.at(-1)?.note).toBe("本人已自行体检");
    expect(requestIn(await desk.calls.read(desk.world.talent, id)).timeline.at(-1)?.note).toBeUndefined();
  });

  test("may be added while the case is in hand, by a specialist, one at a time per post", async () => {
    const { id } = await desk.calls.handling();
    const body = { subtasks: subtasks() };
    expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/subtasks`, body))).toBe(
      "403 role_not_allowed",
    );
    const added = requestIn(await desk.calls.post(desk.world.district, `/${id}/subtasks`, body));
    expect(added.subtasks).toHaveLength(1);
    expect(detailsOf(await desk.calls.post(desk.world.district, `/${id}/subtasks`, body))).toEqual({
      fields: [{ field: "body.subtasks.0.postId", problem: "named_twice" }],
    });
    expect(
      refusal(await desk.calls.post(desk.world.liaison, `/${id}/subtasks/sign`, { subtaskId: "t1" })),
    ).toBe("403 action_not_allowed");
  });

  test("end with a case that is taken back", async () => {
    const { id } = await shared();
    const gone = requestIn(await desk.calls.post(desk.world.talent, `/${id}/withdraw`));
    expect(gone.status).toBe("withdrawn");
    expect(await waitsFor(desk.server, other.liaison, id)).toEqual([]);
    expect(refusal(await sign(id))).toBe("403 action_not_allowed");
  });
});
