import { caseDesk } from "../../support/caseDesk";
import { detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { told, waitsFor } from "../../support/caseWork";

const desk = caseDesk();

const wish = { workingDays: 3, reason: "等外省复函" };

async function asked() {
  const { id } = await desk.calls.handling();
  return requestIn(await desk.calls.post(desk.world.liaison, `/${id}/extension`, wish));
}

test("an approved extension moves the due day, and the talent reads the reason", async () => {
  const { id, limit, extension } = await asked();
  expect(limit?.dueOn).toBe("2026-10-15");
  expect(extension).toMatchObject({ state: "asked", dueAtIfApproved: "2026-10-20T09:30:00.000Z" });
  expect((await waitsFor(desk.server, desk.world.district, id)).map(({ kind }) => kind)).toEqual([
    "extension",
  ]);
  const before = requestIn(await desk.calls.read(desk.world.talent, id));
  expect([before.extension, before.timeline.some(({ type }) => type === "extensionAsked")]).toEqual([
    undefined,
    false,
  ]);

  const approved = requestIn(await desk.calls.post(desk.world.district, `/${id}/extension/approve`));
  expect(approved).toMatchObject({ status: "handling", limit: { dueOn: "2026-10-20", workingDays: 8 } });
  expect(await waitsFor(desk.server, desk.world.district, id)).toEqual([]);
  const seen = requestIn(await desk.calls.read(desk.world.talent, id));
  expect(seen.extension).toMatchObject({ state: "approved", reason: "等外省复函", workingDays: 3 });
  expect(seen.timeline.at(-1)).toMatchObject({ type: "extensionApproved", note: "等外省复函", count: 3 });
  expect(await told(id)).toEqual(
    expect.arrayContaining([
      `extensionAsked:${desk.world.district.accountId}`,
      `extensionApproved:${desk.world.liaison.accountId}`,
      `limitExtended:${desk.world.talent.accountId}`,
    ]),
  );
});

test("a refused extension leaves the limit, tells the reason, and cannot be asked again", async () => {
  const { id } = await asked();
  expect(refusal(await desk.calls.post(desk.world.district, `/${id}/extension/refuse`))).toBe(
    "400 invalid_input",
  );
  const body = { reason: "材料已经齐全" };
  const refused = requestIn(await desk.calls.post(desk.world.municipal, `/${id}/extension/refuse`, body));
  expect(refused).toMatchObject({ limit: { dueOn: "2026-10-15" }, extension: { state: "refused" } });
  const holder = requestIn(await desk.calls.read(desk.world.liaison, id));
  expect(holder.extension).toMatchObject({ refusal: "材料已经齐全" });
  expect(offered(holder)).not.toContain("askExtension");
  expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/extension`, wish))).toBe(
    "409 limit_passed",
  );
  expect(await told(id)).toContain(`extensionRefused:${desk.world.liaison.accountId}`);
});

test("asking and approving repeat without effect under the same key", async () => {
  const { id } = await desk.calls.handling();
  const first = requestIn(
    await desk.calls.post(desk.world.liaison, `/${id}/extension`, wish, "extension-key"),
  );
  const again = requestIn(
    await desk.calls.post(desk.world.liaison, `/${id}/extension`, wish, "extension-key"),
  );
  expect(again.version).toBe(first.version);
  await desk.calls.post(desk.world.district, `/${id}/extension/approve`, {}, "approve-key");
  const twice = requestIn(
    await desk.calls.post(desk.world.district, `/${id}/extension/approve`, {}, "approve-key"),
  );
  expect(twice.limit?.workingDays).toBe(8);
});

test("two decisions at once leave one, and two repeated questions are one", async () => {
  const { id } = await asked();
  const answers = await Promise.all([
    desk.calls.post(desk.world.district, `/${id}/extension/approve`),
    desk.calls.post(desk.world.municipal, `/${id}/extension/approve`),
    desk.calls.post(desk.world.municipal, `/${id}/extension/refuse`, { reason: "不需要" }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const { timeline } = requestIn(await desk.calls.read(desk.world.district, id));
  expect(timeline.filter(({ type }) => /^extension(Approved|Refused)$/.test(type))).toHaveLength(1);
});

test("only the holder asks, in time, for no more days than the settings give", async () => {
  const { id } = await desk.calls.handling();
  expect(refusal(await desk.calls.post(desk.world.district, `/${id}/extension`, wish))).toBe(
    "403 role_not_allowed",
  );
  const tooLong = await desk.calls.post(desk.world.liaison, `/${id}/extension`, { ...wish, workingDays: 11 });
  expect([refusal(tooLong), detailsOf(tooLong)]).toEqual([
    "400 invalid_input",
    { fields: [{ field: "body.workingDays", problem: "too_big" }] },
  ]);
  desk.server.clock.moveTo(new Date("2026-10-15T09:31:00Z"));
  expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/extension`, wish))).toBe(
    "409 limit_passed",
  );
});

test("only a specialist of the case decides, only what was asked, and not before signing", async () => {
  const { id } = await desk.calls.handling();
  expect(refusal(await desk.calls.post(desk.world.district, `/${id}/extension/approve`))).toBe(
    "409 state_changed",
  );
  const dispatched = await desk.calls.dispatched();
  expect(refusal(await desk.calls.post(desk.world.liaison, `/${dispatched.id}/extension`, wish))).toBe(
    "409 state_changed",
  );
  await desk.calls.post(desk.world.liaison, `/${id}/extension`, wish);
  expect(refusal(await desk.calls.post(desk.world.liaison, `/${id}/extension/approve`))).toBe(
    "403 role_not_allowed",
  );
  expect(refusal(await desk.calls.post(desk.world.foreignDistrict, `/${id}/extension/approve`))).toBe(
    "404 not_found",
  );
});
