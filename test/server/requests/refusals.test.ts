import { startTestServer, type TestServer } from "../../support/testServer";
import {
  addItem,
  addPost,
  addTalent,
  createWorld,
  itemVersion,
  signInTalent,
  type Person,
  type World,
} from "../../support/world";
import { caseCalls, detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
});

afterAll(() => server.stop());

describe("who sees a request", () => {
  let otherTalent: Person;
  let otherLiaison: Person;

  beforeAll(async () => {
    otherTalent = await signInTalent(server, "talent-c", await addTalent({ category: "C" }));
    otherLiaison = await server.signInWith("liaison-health", {
      name: "代向磊",
      office: "市卫生健康委",
      grants: [{ role: "departmentLiaison", departmentId: "0".repeat(24) }],
    });
  });

  test("a foreign district, another department and another talent do not learn that it exists", async () => {
    const { id } = await calls.handling();
    for (const person of [world.foreignDistrict, otherLiaison, otherTalent]) {
      expect(refusal(await calls.read(person, id))).toBe("404 not_found");
      expect(refusal(await calls.read(person, "f".repeat(24)))).toBe("404 not_found");
    }
    expect(refusal(await calls.post(world.foreignDistrict, `/${id}/accept`))).toBe("404 not_found");
    expect(refusal(await calls.post(otherTalent, `/${id}/withdraw`))).toBe("404 not_found");
  });

  test("a municipal specialist does not see what only districts serve", async () => {
    const talent = await signInTalent(server, "talent-e", await addTalent({ category: "E" }));
    const body = { itemId: world.item._id.toHexString(), submit: true, ...calls.form };
    const { id } = requestIn(await calls.post(talent, "", body));
    expect(refusal(await calls.read(world.municipal, id))).toBe("404 not_found");
    expect(requestIn(await calls.read(world.district, id)).status).toBe("submitted");
  });

  test("nobody of the staff sees a draft", async () => {
    const draft = requestIn(await calls.post(world.talent, "", { itemId: world.item._id.toHexString() }));
    expect(refusal(await calls.read(world.district, draft.id))).toBe("404 not_found");
  });

  test("a colleague of the same department sees it and may do nothing", async () => {
    const { id } = await calls.dispatched();
    const colleague = await server.signInWith("liaison-police", {
      name: "何静",
      office: "渝北区教委",
      grants: [{ role: "departmentLiaison", departmentId: world.post.departmentId }],
    });
    expect(offered(requestIn(await calls.read(colleague, id)))).toEqual([]);
    expect(refusal(await calls.post(colleague, `/${id}/sign`))).toBe("403 action_not_allowed");
  });
});

describe("who may ask for an item", () => {
  const create = (person: Person, itemId: string) =>
    calls.post(person, "", { itemId, submit: true, ...calls.form });

  test("an E talent is refused a municipal item with the reason", async () => {
    const item = await addItem("municipalOnly", itemVersion({ levels: ["municipal"] }));
    const talent = await signInTalent(server, "talent-e", await addTalent({ category: "E" }));
    const answer = await create(talent, item._id.toHexString());
    expect(refusal(answer)).toBe("403 not_entitled");
    expect(detailsOf(answer)).toEqual({ reason: "levelDoesNotServeCategory" });
  });

  test("an item that is not in effect yet is refused", async () => {
    const item = await addItem("future", itemVersion({ effectiveFromOn: "2026-12-01" }));
    const answer = await create(world.talent, item._id.toHexString());
    expect([refusal(answer), detailsOf(answer)]).toEqual(["403 not_entitled", { reason: "notYetEffective" }]);
  });

  test("a talent whose cycle has ended is refused", async () => {
    const cycle = { startsOn: "2023-01-01", endsOn: "2025-12-31" };
    const talent = await signInTalent(server, "talent-d", await addTalent({ category: "D", cycle }));
    const answer = await create(talent, world.item._id.toHexString());
    expect([refusal(answer), detailsOf(answer)]).toEqual(["403 not_entitled", { reason: "cycleNotRunning" }]);
  });

  test("an unknown item is named as the wrong field", async () => {
    const answer = await create(world.talent, "e".repeat(24));
    expect([refusal(answer), detailsOf(answer)]).toEqual([
      "400 invalid_input",
      { fields: [{ field: "body.itemId", problem: "unknown" }] },
    ]);
  });

  test("entitlement is judged again when a draft is handed in", async () => {
    const item = await addItem(
      "narrowed",
      itemVersion(),
      itemVersion({ version: 2, effectiveFromOn: "2026-10-12", categories: ["A"] }),
    );
    const draft = requestIn(await calls.post(world.talent, "", { itemId: item._id.toHexString() }));
    server.clock.moveTo(new Date("2026-10-12T02:00:00Z"));
    const answer = await calls.post(world.talent, `/${draft.id}/submit`, calls.form);
    server.clock.moveTo(null);
    expect([refusal(answer), detailsOf(answer)]).toEqual([
      "403 not_entitled",
      { reason: "categoryNotIncluded" },
    ]);
  });
});

describe("what a state does not allow", () => {
  test.each([
    ["accept twice", () => calls.accepted(), () => world.district, "accept", {}],
    ["dispatch before acceptance", () => calls.submitted(), () => world.district, "dispatch", "post"],
    ["sign twice", () => calls.handling(), () => world.liaison, "sign", {}],
    ["withdraw what is completed", () => calls.completed(), () => world.talent, "withdraw", {}],
    [
      "reject what is dispatched",
      () => calls.dispatched(),
      () => world.district,
      "reject",
      { reason: "不符" },
    ],
  ] as const)("refuses to %s", async (_, make, person, action, body) => {
    const { id } = await make();
    const sent = body === "post" ? { postId: world.post.id } : body;
    const answer = await calls.post(person(), `/${id}/${action}`, sent);
    expect(refusal(answer)).toBe("409 state_changed");
    expect(detailsOf(answer)).toMatchObject({ status: expect.any(String), version: expect.any(Number) });
  });

  test("a specialist does not complete and a liaison does not accept", async () => {
    const { id } = await calls.handling();
    const answers = [{ outcome: "done", note: "办好了" }];
    expect(refusal(await calls.post(world.district, `/${id}/complete`, { answers }))).toBe(
      "403 role_not_allowed",
    );
    expect(refusal(await calls.post(world.liaison, `/${id}/accept`))).toBe("403 role_not_allowed");
  });
});

describe("completion", () => {
  test("answers every point of the request", async () => {
    const { id } = await calls.handling();
    const answers = [
      { outcome: "done", note: "一" },
      { outcome: "done", note: "二" },
    ];
    expect(refusal(await calls.post(world.liaison, `/${id}/complete`, { answers }))).toBe(
      "422 points_unanswered",
    );
  });

  test("names the basis of what is not possible", async () => {
    const { id } = await calls.handling();
    const answers = [{ outcome: "notPossible", note: "不符合条件" }];
    const answer = await calls.post(world.liaison, `/${id}/complete`, { answers });
    expect(detailsOf(answer)).toEqual({ fields: [{ field: "body.answers.0.basis", problem: "required" }] });
  });
});

describe("dispatch", () => {
  test("refuses a post of another district, an unknown one and one that nobody holds", async () => {
    const { id } = await calls.accepted();
    const holder = { accountId: world.liaison.accountId, name: "谭静" };
    const foreign = await addPost(holder, { districtCode: "500103" });
    for (const postId of [foreign.id, "a".repeat(24)]) {
      const answer = await calls.post(world.district, `/${id}/dispatch`, { postId });
      expect(refusal(answer)).toBe("400 invalid_input");
    }
  });

  test("a municipal post does not take what only districts serve", async () => {
    const talent = await signInTalent(server, "talent-f", await addTalent({ category: "F" }));
    const body = { itemId: world.item._id.toHexString(), submit: true, ...calls.form };
    const { id } = requestIn(await calls.post(talent, "", body));
    requestIn(await calls.post(world.district, `/${id}/accept`));
    const municipal = await addPost(
      { accountId: world.liaison.accountId, name: "谭静" },
      { level: "municipal" },
    );
    const answer = await calls.post(world.district, `/${id}/dispatch`, { postId: municipal.id });
    expect(detailsOf(answer)).toEqual({
      fields: [{ field: "body.postId", problem: "does_not_serve_this_talent" }],
    });
  });
});

describe("repeated commands", () => {
  test("the same key with the same content creates one request", async () => {
    const body = { itemId: world.item._id.toHexString(), submit: true, ...calls.form };
    const first = requestIn(await calls.post(world.talent, "", body, "create-once-1"));
    const again = requestIn(await calls.post(world.talent, "", body, "create-once-1"));
    expect(again).toMatchObject({ id: first.id, number: first.number, version: first.version });
  });

  test("twenty creations with one key at once create one request", async () => {
    const body = { itemId: world.item._id.toHexString(), submit: true, ...calls.form };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => calls.post(world.talent, "", body, "create-at-once")),
    );
    expect(new Set(answers.map((answer) => requestIn(answer).id)).size).toBe(1);
  });

  test("the same key with other content is refused", async () => {
    const body = { itemId: world.item._id.toHexString(), ...calls.form };
    requestIn(await calls.post(world.talent, "", body, "create-other-1"));
    const other = await calls.post(world.talent, "", { ...body, points: ["另一件事"] }, "create-other-1");
    expect(refusal(other)).toBe("409 idempotency_key_reused");
  });

  test("a repeated step changes nothing and answers the present state", async () => {
    const { id } = await calls.submitted();
    const first = requestIn(await calls.post(world.district, `/${id}/accept`, {}, "accept-key-1"));
    requestIn(await calls.post(world.district, `/${id}/dispatch`, { postId: world.post.id }));
    const again = requestIn(await calls.post(world.district, `/${id}/accept`, {}, "accept-key-1"));
    expect(again).toMatchObject({ status: "dispatched", version: first.version + 1 });
    const reused = await calls.post(world.district, `/${id}/reject`, { reason: "不符" }, "accept-key-1");
    expect(refusal(reused)).toBe("409 idempotency_key_reused");
  });

  test("one key of two people is two commands", async () => {
    const { id } = await calls.submitted();
    requestIn(await calls.post(world.district, `/${id}/accept`, {}, "shared-key-1"));
    const other = await calls.post(world.municipal, `/${id}/accept`, {}, "shared-key-1");
    expect(refusal(other)).toBe("409 state_changed");
  });

  test("whoever returned a case may repeat that very command though the case is no longer theirs", async () => {
    const { id } = await calls.dispatched();
    const body = { reason: "不属于本岗位" };
    requestIn(await calls.post(world.liaison, `/${id}/return`, body, "return-key-1"));
    expect(refusal(await calls.read(world.liaison, id))).toBe("404 not_found");
    const again = requestIn(await calls.post(world.liaison, `/${id}/return`, body, "return-key-1"));
    expect(again).toMatchObject({ status: "accepted", can: [] });
  });
});
