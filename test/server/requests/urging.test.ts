import { caseDesk } from "../../support/caseDesk";
import { detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { told, waitsFor } from "../../support/caseWork";

const desk = caseDesk();

const at = (instant: string) => desk.server.clock.moveTo(new Date(instant));
const urge = (id: string, key?: string) =>
  desk.calls.post(desk.world.talent, `/${id}/urge`, { note: "急用" }, key);
const promise = { promisedOn: "2026-10-14", note: "周三前办好" };

test("the talent may urge from half of the limit on, once in three working days, three times", async () => {
  const { id } = await desk.calls.handling();
  const early = await urge(id);
  expect([refusal(early), detailsOf(early)]).toEqual(["409 not_yet", { from: "2026-10-12T16:00:00.000Z" }]);
  expect(requestIn(await desk.calls.read(desk.world.talent, id)).urging).toEqual({
    from: "2026-10-12T16:00:00.000Z",
    left: 3,
  });

  at("2026-10-13T01:00:00Z");
  expect(offered(requestIn(await desk.calls.read(desk.world.talent, id)))).toContain("urge");
  const first = requestIn(await urge(id));
  expect([first.urging?.from, first.urging?.left]).toEqual(["2026-10-15T16:00:00.000Z", 2]);
  expect(refusal(await urge(id))).toBe("409 not_yet");
  at("2026-10-16T01:00:00Z");
  requestIn(await urge(id));
  at("2026-10-21T01:00:00Z");
  const last = requestIn(await urge(id));
  expect(last.urging).toEqual({ left: 0 });
  at("2026-10-30T01:00:00Z");
  expect(refusal(await urge(id))).toBe("409 limit_passed");
});

test("an urge goes to the holder and is answered with a dated promise that the talent sees", async () => {
  const { id } = await desk.calls.handling();
  at("2026-10-13T01:00:00Z");
  const first = requestIn(await urge(id, "urge-key-1"));
  expect(requestIn(await urge(id, "urge-key-1")).version).toBe(first.version);
  expect(await told(id)).toContain(`caseUrged:${desk.world.liaison.accountId}`);
  expect((await waitsFor(desk.server, desk.world.liaison, id)).map(({ kind }) => kind)).toEqual(["urge"]);
  expect(refusal(await desk.calls.post(desk.world.district, `/${id}/urge/answer`, promise))).toBe(
    "403 action_not_allowed",
  );
  requestIn(await desk.calls.post(desk.world.liaison, `/${id}/urge/answer`, promise));
  expect(await waitsFor(desk.server, desk.world.liaison, id)).toEqual([]);
  expect(await told(id)).toContain(`urgeAnswered:${desk.world.talent.accountId}`);
  const seen = requestIn(await desk.calls.read(desk.world.talent, id));
  expect(seen.urges).toMatchObject([
    { note: "急用", answer: "周三前办好", promise: { on: "2026-10-14", state: "open" } },
  ]);
  expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/urge/answer`, promise))).toBe(
    "409 state_changed",
  );

  at("2026-10-15T01:00:00Z");
  expect(requestIn(await desk.calls.read(desk.world.talent, id)).promise).toEqual({
    on: "2026-10-14",
    state: "broken",
  });
});

test("before the dispatch the specialists are urged, and answer", async () => {
  const { id } = await desk.calls.accepted();
  at("2026-10-13T01:00:00Z");
  requestIn(await urge(id));
  expect(await told(id)).toContain(`caseUrged:${desk.world.district.accountId}`);
  expect((await waitsFor(desk.server, desk.world.municipal, id)).map(({ kind }) => kind)).toEqual(["urge"]);
  const answered = requestIn(await desk.calls.post(desk.world.district, `/${id}/urge/answer`, promise));
  expect(answered.urges[0]?.promise?.state).toBe("open");
});

test.each([
  ["2026-10-12", "past"],
  ["2026-12-13", "too_far"],
])("a promise for %s is refused as %s", async (promisedOn, problem) => {
  const { id } = await desk.calls.handling();
  at("2026-10-13T01:00:00Z");
  requestIn(await urge(id));
  const answer = await desk.calls.post(desk.world.liaison, `/${id}/urge/answer`, { ...promise, promisedOn });
  expect(detailsOf(answer)).toEqual({ fields: [{ field: "body.promisedOn", problem }] });
});

test("nothing is urged while the talent's own materials are missing, or after the end", async () => {
  const { id } = await desk.calls.handling();
  at("2026-10-13T01:00:00Z");
  await desk.calls.post(desk.world.liaison, `/${id}/supplement`, {
    items: [{ title: "计划", why: "没有附上" }],
  });
  expect(refusal(await urge(id))).toBe("409 state_changed");
  const done = await desk.calls.completed();
  expect(refusal(await urge(done.id))).toBe("409 state_changed");
});

describe("supervision", () => {
  const note = { note: "请说明进展" };
  const supervise = (id: string, key?: string) =>
    desk.calls.post(desk.world.municipal, `/${id}/supervision`, note, key);

  test("is answered by the holder in time and ended by the supervisor; the talent does not see it", async () => {
    const { id } = await desk.calls.handling();
    const begun = requestIn(await supervise(id, "supervise-1"));
    expect(requestIn(await supervise(id, "supervise-1")).version).toBe(begun.version);
    expect(begun).toMatchObject({
      supervised: true,
      supervisions: [{ id: "v1", dueAt: "2026-10-12T09:30:00.000Z", late: false }],
    });
    expect(await waitsFor(desk.server, desk.world.liaison, id)).toEqual([
      { kind: "supervision", id: "v1", dueAt: "2026-10-12T09:30:00.000Z" },
    ]);
    expect(await told(id)).toContain(`caseSupervised:${desk.world.liaison.accountId}`);
    const own = requestIn(await desk.calls.read(desk.world.talent, id));
    expect([own.supervisions, own.supervised]).toEqual([[], undefined]);

    const answer = { answer: "已联系学校，周三答复" };
    requestIn(await desk.calls.post(desk.world.liaison, `/${id}/supervision/answer`, answer));
    expect((await waitsFor(desk.server, desk.world.municipal, id)).map(({ kind }) => kind)).toEqual([
      "supervisionAnswered",
    ]);
    expect(await told(id)).toContain(`supervisionAnswered:${desk.world.municipal.accountId}`);
    const ended = requestIn(await desk.calls.post(desk.world.municipal, `/${id}/supervision/close`));
    expect(ended.supervised).toBeUndefined();
    expect(refusal(await desk.calls.post(desk.world.municipal, `/${id}/supervision/close`))).toBe(
      "409 state_changed",
    );
  });

  test("is a filter and a count of the board", async () => {
    const { id } = await desk.calls.handling();
    requestIn(await supervise(id));
    const { token } = desk.world.district;
    const list = await desk.server.call("GET", "/api/board?lane=inHand&supervised=true", { token });
    const ids = (list.body as { items: { id: string }[] }).items.map((item) => item.id);
    expect(ids).toContain(id);
    const counts = await desk.server.call("GET", "/api/board/counts", { token });
    expect((counts.body as { supervised: number }).supervised).toBe(ids.length);
    const foreign = await desk.server.call("GET", "/api/board/counts", {
      token: desk.world.foreignDistrict.token,
    });
    expect(foreign.body).toMatchObject({ supervised: 0 });
  });

  test("belongs to the supervisor of the case, once at a time", async () => {
    const { id } = await desk.calls.handling();
    expect(refusal(await desk.calls.post(desk.world.district, `/${id}/supervision`, note))).toBe(
      "403 action_not_allowed",
    );
    requestIn(await supervise(id));
    expect(refusal(await supervise(id))).toBe("409 state_changed");
    expect(refusal(await desk.calls.post(desk.world.district, `/${id}/supervision/close`))).toBe(
      "403 action_not_allowed",
    );
    expect(
      refusal(await desk.calls.post(desk.world.district, `/${id}/supervision/answer`, { answer: "我来" })),
    ).toBe("403 action_not_allowed");
  });
});
