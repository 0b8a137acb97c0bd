import { caseDesk } from "../../support/caseDesk";
import { addItem, itemVersion } from "../../support/world";
import { detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { told, waitsFor } from "../../support/caseWork";

const desk = caseDesk();

describe("answers that look wrong", () => {
  const answers = [{ outcome: "done", note: "已转相关部门" }];
  const warnings = [{ code: "referredOnly", point: 0 }];

  test("are named before closing, and need a confirmation", async () => {
    const { id } = await desk.calls.handling();
    const before = requestIn(await desk.calls.read(desk.world.liaison, id)).version;
    const check = await desk.calls.post(desk.world.liaison, `/${id}/complete/check`, { answers });
    expect([check.status, check.body]).toEqual([200, { warnings }]);
    expect(requestIn(await desk.calls.read(desk.world.liaison, id)).version).toBe(before);

    const refused = await desk.calls.post(desk.world.liaison, `/${id}/complete`, { answers });
    expect([refusal(refused), detailsOf(refused)]).toEqual(["422 completion_doubtful", { warnings }]);
    const other = { answers, confirmWarnings: ["tooShort"] };
    expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/complete`, other))).toBe(
      "422 completion_doubtful",
    );
    const confirmed = { answers, confirmWarnings: ["referredOnly"] };
    expect(requestIn(await desk.calls.post(desk.world.liaison, `/${id}/complete`, confirmed)).status).toBe(
      "completed",
    );
  });

  test("are checked only for who may complete", async () => {
    const { id } = await desk.calls.handling();
    expect(refusal(await desk.calls.post(desk.world.district, `/${id}/complete/check`, { answers }))).toBe(
      "403 role_not_allowed",
    );
    const { id: unsigned } = await desk.calls.dispatched();
    expect(
      refusal(await desk.calls.post(desk.world.liaison, `/${unsigned}/complete/check`, { answers })),
    ).toBe("409 state_changed");
  });
});

test.each([
  ["done", true],
  ["partly", false],
  ["notPossible", false],
] as const)("completed with %s is solved: %p", async (outcome, solved) => {
  const { id } = await desk.calls.handling();
  const answer = {
    outcome,
    note: "已安排周三上午咨询",
    basis: outcome === "notPossible" ? "办法第九条" : undefined,
  };
  const done = requestIn(await desk.calls.post(desk.world.liaison, `/${id}/complete`, { answers: [answer] }));
  expect([done.status, done.solved]).toEqual(["completed", solved]);
});

test("the board counts what is done and what is solved apart", async () => {
  const counts = async () => {
    const answer = await desk.server.call("GET", "/api/board/counts", { token: desk.world.district.token });
    const { lanes, solved } = answer.body as { lanes: { done: number }; solved: number };
    return [lanes.done, solved];
  };
  const [done = 0, solved = 0] = await counts();
  const { id } = await desk.calls.handling();
  const answers = [{ outcome: "partly", note: "已安排电话咨询" }];
  requestIn(await desk.calls.post(desk.world.liaison, `/${id}/complete`, { answers }));
  await desk.calls.completed();
  expect(await counts()).toEqual([done + 2, solved + 1]);
});

test("a reopened request is not solved any more", async () => {
  const { id } = await desk.calls.completed();
  const reopened = requestIn(
    await desk.calls.post(desk.world.talent, `/${id}/reopen`, { reason: "没有人联系" }),
  );
  expect(reopened.solved).toBeUndefined();
});

test("after a second return only the supervisor dispatches, and is told", async () => {
  const { id } = await desk.calls.accepted();
  const toPost = { postId: desk.world.post.id };
  for (const person of [desk.world.district, desk.world.district]) {
    requestIn(await desk.calls.post(person, `/${id}/dispatch`, toPost));
    await desk.calls.post(desk.world.liaison, `/${id}/return`, { reason: "不是本单位的事" });
  }
  expect(await told(id)).toContain(`caseReturnedAgain:${desk.world.municipal.accountId}`);
  expect((await waitsFor(desk.server, desk.world.municipal, id)).map(({ kind }) => kind)).toEqual([
    "returnedTwice",
  ]);
  expect(await waitsFor(desk.server, desk.world.district, id)).toEqual([]);
  expect(refusal(await desk.calls.post(desk.world.district, `/${id}/dispatch`, toPost))).toBe(
    "403 supervisor_needed",
  );
  expect(offered(requestIn(await desk.calls.read(desk.world.district, id)))).not.toContain("dispatch");
  expect(requestIn(await desk.calls.post(desk.world.municipal, `/${id}/dispatch`, toPost)).status).toBe(
    "dispatched",
  );
});

describe("out of scope with a transfer", () => {
  const reason = { reason: "合同纠纷不属于人才服务范围", responsible: "住房管理机构" };
  const close = (id: string, transfer: object) =>
    desk.calls.post(desk.world.district, `/${id}/out-of-scope`, { ...reason, transfer });

  test("names the office outside and its telephone to the talent", async () => {
    const { id } = await desk.calls.submitted();
    requestIn(await close(id, { office: "渝北区住房城乡建委", phone: "023-00000002" }));
    const seen = requestIn(await desk.calls.read(desk.world.talent, id));
    expect(seen).toMatchObject({
      status: "outOfScope",
      responsible: "住房管理机构",
      transfer: { office: "渝北区住房城乡建委", phone: "023-00000002" },
    });
  });

  test("takes name and telephone from a post of ours", async () => {
    const { id } = await desk.calls.submitted();
    const closed = requestIn(await close(id, { postId: desk.world.post.id }));
    expect(closed.transfer).toEqual({ office: "渝北区教委 人才服务岗", phone: "023-00000001" });
  });

  test.each([
    [{}, "body.transfer.office", "required"],
    [{ postId: "f".repeat(24) }, "body.transfer.postId", "unknown"],
  ])("%p is refused, naming %s", async (transfer, field, problem) => {
    const { id } = await desk.calls.submitted();
    expect(detailsOf(await close(id, transfer))).toEqual({ fields: [{ field, problem }] });
  });
});

describe("the wrong item", () => {
  const reason = "应按租房补贴办理";
  const change = (id: string, itemId: string) =>
    desk.calls.post(desk.world.district, `/${id}/item`, { itemId, reason });

  test("is changed before the dispatch: new limit, days used stay used, the talent is told", async () => {
    const item = await addItem("housingAid", itemVersion({ limitDays: 8 }));
    const { id } = await desk.calls.accepted();
    desk.server.clock.moveTo(new Date("2026-10-13T01:00:00Z"));
    const changed = requestIn(await change(id, item._id.toHexString()));
    expect(changed).toMatchObject({
      status: "accepted",
      itemId: item._id.toHexString(),
      limit: { workingDays: 8, used: 3, dueOn: "2026-10-20" },
    });
    expect(await told(id)).toContain(`requestItemChanged:${desk.world.talent.accountId}`);
  });

  test("is changed only to one that this talent may ask for, for this beneficiary", async () => {
    const { id } = await desk.calls.accepted();
    expect(detailsOf(await change(id, desk.world.item._id.toHexString()))).toEqual({
      fields: [{ field: "body.itemId", problem: "unchanged" }],
    });
    const onlyA = await addItem("onlyA", itemVersion({ categories: ["A"] }));
    expect(refusal(await change(id, onlyA._id.toHexString()))).toBe("403 not_entitled");
    const forChildren = await addItem("forChildren", itemVersion({ beneficiaries: ["child"] }));
    expect(detailsOf(await change(id, forChildren._id.toHexString()))).toEqual({
      fields: [{ field: "body.itemId", problem: "not_for_this_beneficiary" }],
    });
    const health = await addItem("health", itemVersion({ sensitive: "health" }));
    expect(refusal(await change(id, health._id.toHexString()))).toBe("403 consent_needed");
  });

  test("stays once a department has the case, and is no liaison's to change", async () => {
    const item = await addItem("other", itemVersion());
    const { id } = await desk.calls.dispatched();
    expect(refusal(await change(id, item._id.toHexString()))).toBe("409 state_changed");
    const body = { itemId: item._id.toHexString(), reason };
    expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/item`, body))).toBe(
      "403 role_not_allowed",
    );
  });
});
