import { startTestServer, type TestServer } from "../../support/testServer";
import { addItem, addTalent, createWorld, itemVersion, signInTalent, type World } from "../../support/world";
import { caseCalls, detailsOf, offered, refusal, requestIn } from "../../support/caseCalls";
import { RequestModel } from "../../../server/features/requests/index";

let server: TestServer;
let world: World;
let calls: ReturnType<typeof caseCalls>;

const both = (zh: string) => ({ zh, en: zh });
const save = (id: string, body: unknown) =>
  server.call("PUT", `/api/requests/${id}`, { token: world.talent.token, body });

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  world = await createWorld(server);
  calls = caseCalls(server, world);
});

afterAll(() => server.stop());

test("a draft is kept in parts, read back whole, and handed in", async () => {
  const draft = requestIn(await calls.post(world.talent, "", { itemId: world.item._id.toHexString() }));
  expect(draft).toMatchObject({ status: "draft", draft: { points: [], details: {} } });
  expect(offered(draft)).toEqual(["submit", "saveDraft", "discardDraft"]);
  requestIn(await save(draft.id, { points: ["第一件", "第二件"] }));
  const saved = requestIn(await save(draft.id, { consents: { processing: true } }));
  expect(saved.draft).toMatchObject({ points: ["第一件", "第二件"], consents: { processing: true } });
  const handedIn = requestIn(await calls.post(world.talent, `/${draft.id}/submit`));
  expect(handedIn).toMatchObject({ status: "submitted", points: [{ text: "第一件" }, { text: "第二件" }] });
  expect(handedIn.draft).toBeUndefined();
});

test("a draft that is thrown away is gone", async () => {
  const { id } = requestIn(await calls.post(world.talent, "", { itemId: world.item._id.toHexString() }));
  const gone = await server.call("DELETE", `/api/requests/${id}`, { token: world.talent.token });
  expect(gone.status).toBe(204);
  expect(refusal(await calls.read(world.talent, id))).toBe("404 not_found");
});

test("what was handed in is no draft any more", async () => {
  const { id } = await calls.submitted();
  expect(refusal(await save(id, { points: ["另一件"] }))).toBe("409 state_changed");
  const discarded = await server.call("DELETE", `/api/requests/${id}`, { token: world.talent.token });
  expect(refusal(discarded)).toBe("409 state_changed");
});

describe("an item with a form", () => {
  let itemId: string;

  beforeAll(async () => {
    const item = await addItem(
      "school",
      itemVersion({
        beneficiaries: ["child", "spouse"],
        sensitive: "health",
        fields: [
          { key: "school", kind: "text", label: both("学校"), required: true },
          {
            key: "stage",
            kind: "choice",
            label: both("学段"),
            required: true,
            options: [{ value: "p", label: both("小学") }],
          },
          { key: "district", kind: "district", label: both("区县"), required: false },
          { key: "since", kind: "date", label: both("日期"), required: false },
          { key: "years", kind: "number", label: both("年数"), required: false },
        ],
        materials: [
          { key: "birth", name: both("出生证明"), required: true, identity: true, beneficiaries: ["child"] },
          {
            key: "marriage",
            name: both("结婚证"),
            required: true,
            identity: true,
            beneficiaries: ["spouse"],
          },
          { key: "other", name: both("其他"), required: false, identity: false },
        ],
      }),
    );
    itemId = item._id.toHexString();
  });

  const details = { school: "人和街小学", stage: "p" };
  const child = { kind: "child", name: "陈小满", bornOn: "2019-09-01" };
  const create = (body: object) =>
    calls.post(world.talent, "", { itemId, submit: true, points: ["入学"], ...body });

  test("names every field that is missing, at once", async () => {
    const answer = await calls.post(world.talent, "", {
      itemId,
      submit: true,
      beneficiary: { kind: "child" },
    });
    expect(detailsOf(answer)["fields"]).toEqual([
      { field: "body.beneficiary.name", problem: "required" },
      { field: "body.beneficiary.bornOn", problem: "required" },
      { field: "body.points", problem: "required" },
      { field: "body.details.school", problem: "required" },
      { field: "body.details.stage", problem: "required" },
    ]);
  });

  test.each([
    ["an unknown question", { extra: "x" }, "unknown_field"],
    ["a choice that is not offered", { stage: "q" }, "invalid_value"],
    ["a district that does not exist", { district: "500999" }, "invalid_value"],
    ["a date that is none", { since: "2026-13-01" }, "invalid_value"],
    ["a number that is none", { years: "three" }, "invalid_value"],
  ])("refuses %s", async (_, wrong, problem) => {
    const answer = await create({ beneficiary: child, details: { ...details, ...wrong } });
    const field = `body.details.${Object.keys(wrong)[0] ?? ""}`;
    expect(detailsOf(answer)["fields"]).toEqual([{ field, problem }]);
  });

  test("a beneficiary whom the item does not serve is refused", async () => {
    const answer = await create({ details });
    expect(detailsOf(answer)["fields"]).toEqual([
      { field: "body.beneficiary.kind", problem: "not_offered_by_item" },
    ]);
  });

  test.each([
    ["processing", {}],
    ["health", { processing: true }],
    ["guardian", { processing: true, health: true }],
  ])("asks for the consent %s", async (consent, consents) => {
    const answer = await create({ beneficiary: child, details, consents });
    expect([refusal(answer), detailsOf(answer)]).toEqual(["403 consent_needed", { consent }]);
  });

  test("asks for the materials of this beneficiary only, and no guardian of an adult", async () => {
    const spouse = { kind: "spouse", name: "王雨" };
    const consents = { processing: true, health: true };
    const answer = await create({ beneficiary: spouse, details, consents });
    expect([refusal(answer), detailsOf(answer)]).toEqual([
      "422 materials_missing",
      { materials: ["marriage"] },
    ]);
  });

  test("a consent that is taken back before handing in counts no more", async () => {
    const draft = requestIn(await calls.post(world.talent, "", { itemId, consents: { processing: true } }));
    const saved = requestIn(await save(draft.id, { consents: { processing: false } }));
    expect(saved.consents.processing).toBe(false);
  });

  test("names are kept sealed, shown masked, and come back to their writer's draft", async () => {
    const draft = requestIn(await calls.post(world.talent, "", { itemId, beneficiary: child, details }));
    expect(draft).toMatchObject({
      beneficiaryName: "陈**",
      beneficiaryAge: 7,
      draft: { beneficiary: child },
      details: [{ value: { zh: "人和街小学", en: "人和街小学" } }, { value: { zh: "小学" } }],
    });
    const stored = JSON.stringify(await RequestModel.findById(draft.id).lean());
    expect(stored).not.toContain("陈小满");
  });

  test("a member of the family on record stands for name and birthday", async () => {
    const family = [{ id: "f1", relation: "child" as const, name: "李安", bornOn: "2020-01-01" }];
    const talent = await signInTalent(server, "talent-b2", await addTalent({ category: "B", family }));
    const begin = (memberId: string, kind: string) =>
      calls.post(talent, "", { itemId, beneficiary: { kind, memberId } });
    expect(requestIn(await begin("f1", "child"))).toMatchObject({
      beneficiaryName: "李*",
      beneficiaryAge: 6,
      draft: { beneficiary: { kind: "child", memberId: "f1" } },
    });
    expect(refusal(await begin("f1", "spouse"))).toBe("400 invalid_input");
    expect(refusal(await begin("f2", "child"))).toBe("400 invalid_input");
  });
});

test("unknown fields are refused by name", async () => {
  const body = { itemId: world.item._id.toHexString(), status: "completed" };
  expect(detailsOf(await calls.post(world.talent, "", body))).toEqual({
    fields: [{ field: "body.status", problem: "unknown_field" }],
  });
});

test("a request keeps the item version of the day it was handed in", async () => {
  const item = await addItem(
    "versioned",
    itemVersion({ limitDays: 5 }),
    itemVersion({ version: 2, effectiveFromOn: "2026-10-12", limitDays: 3 }),
  );
  const body = { itemId: item._id.toHexString(), submit: true, ...calls.form };
  const before = requestIn(await calls.post(world.talent, "", body));
  server.clock.moveTo(new Date("2026-10-12T02:00:00Z"));
  const after = requestIn(await calls.post(world.talent, "", body));
  const accepted = requestIn(await calls.post(world.district, `/${before.id}/accept`));
  server.clock.moveTo(null);
  expect([before.itemVersion, after.itemVersion]).toEqual([1, 2]);
  expect(accepted).toMatchObject({ itemVersion: 1, limit: { workingDays: 5 } });
});

test("own requests are listed newest first, page by page, and by state", async () => {
  const talent = await signInTalent(server, "talent-c", await addTalent({ category: "C" }));
  const itemId = world.item._id.toHexString();
  const made: string[] = [];
  for (let index = 0; index < 5; index += 1)
    made.unshift(requestIn(await calls.post(talent, "", { itemId, submit: index > 1, ...calls.form })).id);
  const list = async (query: string) => {
    const answer = await server.call("GET", `/api/requests?${query}`, { token: talent.token });
    return answer.body as { items: { id: string }[]; nextCursor?: string };
  };
  const first = await list("limit=3");
  const second = await list(`limit=3&cursor=${first.nextCursor ?? ""}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
  expect(second.nextCursor).toBeUndefined();
  expect((await list("state=draft")).items).toHaveLength(2);
  expect((await list("state=open")).items).toHaveLength(3);
  expect((await list("state=closed")).items).toHaveLength(0);
});
