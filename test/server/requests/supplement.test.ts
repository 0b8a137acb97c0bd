import { startTestServer, type TestServer } from "../../support/testServer";
import { addItem, addTalent, createWorld, itemVersion, signInTalent, type World } from "../../support/world";
import { caseCalls, detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;

const missing = { items: [{ title: "研究计划", why: "没有附上", how: "一页即可" }] };

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
});

afterEach(() => server.clock.moveTo(null));
afterAll(() => server.stop());

test("the clock stands from the notice to the answer, and the work goes on where it stood", async () => {
  const { id } = await calls.handling();
  server.clock.moveTo(new Date("2026-10-12T02:00:00Z"));
  const asked = requestIn(await calls.post(world.liaison, `/${id}/supplement`, missing));
  expect(asked).toMatchObject({
    status: "supplementing",
    lane: "inHand",
    missingMaterials: 1,
    limit: { state: "stopped", standing: "stopped", used: 1 },
    supplement: { items: [{ key: "extra1", title: "研究计划", why: "没有附上", how: "一页即可" }] },
  });
  expect(asked.limit?.dueOn).toBeUndefined();

  server.clock.moveTo(new Date("2026-10-20T02:00:00Z"));
  const own = requestIn(await calls.read(world.talent, id));
  expect(offered(own)).toEqual(["answerSupplement", "withdraw"]);
  const answered = requestIn(
    await calls.post(world.talent, `/${id}/supplement/answer`, { note: "计划：先做样机" }),
  );
  expect(answered).toMatchObject({
    status: "handling",
    missingMaterials: 0,
    limit: { state: "counting", dueOn: "2026-10-26" },
  });
  expect(answered.limitDays?.filter((day) => day.kind === "stopped")).toHaveLength(7);
});

test("an answer without what was asked for is refused and names it", async () => {
  const { id } = await calls.submitted();
  requestIn(await calls.post(world.district, `/${id}/supplement`, missing));
  const answer = await calls.post(world.talent, `/${id}/supplement/answer`, {});
  expect([refusal(answer), detailsOf(answer)]).toEqual(["422 materials_missing", { materials: ["extra1"] }]);
});

test("before acceptance the specialist asks, and the request waits for acceptance again", async () => {
  const { id } = await calls.submitted();
  const asked = requestIn(await calls.post(world.district, `/${id}/supplement`, missing));
  expect(asked.timeline.at(-1)).toMatchObject({ type: "supplementAsked", count: 1 });
  const answered = requestIn(await calls.post(world.talent, `/${id}/supplement/answer`, { note: "见说明" }));
  expect(answered).toMatchObject({ status: "submitted", lane: "toAccept" });
});

test("a second notice needs a supervisor", async () => {
  const { id } = await calls.handling();
  requestIn(await calls.post(world.liaison, `/${id}/supplement`, missing));
  requestIn(await calls.post(world.talent, `/${id}/supplement/answer`, { note: "见说明" }));
  expect(offered(requestIn(await calls.read(world.liaison, id)))).not.toContain("askSupplement");
  const second = await calls.post(world.liaison, `/${id}/supplement`, missing);
  expect(refusal(second)).toBe("403 supervisor_needed");
  expect(offered(requestIn(await calls.read(world.municipal, id)))).toContain("askSupplement");
  const bySupervisor = requestIn(await calls.post(world.municipal, `/${id}/supplement`, missing));
  expect(bySupervisor.status).toBe("supplementing");
});

test("where only the district serves, the district's specialist supervises", async () => {
  const talent = await signInTalent(server, "talent-e", await addTalent({ category: "E" }));
  const body = { itemId: world.item._id.toHexString(), submit: true, ...calls.form };
  const { id } = requestIn(await calls.post(talent, "", body));
  requestIn(await calls.post(world.district, `/${id}/supplement`, missing));
  requestIn(await calls.post(talent, `/${id}/supplement/answer`, { note: "见说明" }));
  expect(requestIn(await calls.post(world.district, `/${id}/supplement`, missing)).status).toBe(
    "supplementing",
  );
});

test("while a holder works on it a specialist who does not supervise asks for nothing", async () => {
  const { id } = await calls.handling();
  const answer = await calls.post(world.district, `/${id}/supplement`, missing);
  expect(refusal(answer)).toBe("403 action_not_allowed");
});

test("a notice names only materials of the item, each once", async () => {
  const material = { name: { zh: "身份证", en: "ID" }, required: false, identity: true };
  const item = await addItem("withMaterial", itemVersion({ materials: [{ key: "idCard", ...material }] }));
  const body = { itemId: item._id.toHexString(), submit: true, ...calls.form };
  const { id } = requestIn(await calls.post(world.talent, "", body));
  const ask = (...keys: string[]) =>
    calls.post(world.district, `/${id}/supplement`, {
      items: keys.map((materialKey) => ({ materialKey, title: "身份证", why: "看不清" })),
    });
  expect(detailsOf(await ask("passport"))).toEqual({
    fields: [{ field: "body.items.0.materialKey", problem: "unknown" }],
  });
  expect(detailsOf(await ask("idCard", "idCard"))).toEqual({
    fields: [{ field: "body.items.1.materialKey", problem: "named_twice" }],
  });
  const asked = requestIn(await ask("idCard"));
  expect(asked.materials).toMatchObject([{ key: "idCard", state: "asked", why: "看不清" }]);
});
