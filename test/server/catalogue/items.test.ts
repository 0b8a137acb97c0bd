import { startTestServer, type TestServer } from "../../support/testServer";
import { addItem, addTalent, itemVersion, signInTalent, type Person } from "../../support/world";
import { detailsOf, refusal } from "../../support/caseCalls";
import type { ItemDetail, ItemSummary } from "@talent/shared/contract/schemas/catalogue";

let server: TestServer;
let administrator: Person;
let municipalId: string;
let bothId: string;
let futureId: string;

const newVersion = {
  effectiveFromOn: "2026-11-01",
  name: { zh: "科技咨询（新）", en: "Advice (new)" },
  summary: { zh: "更快", en: "Faster" },
  limitDays: 3,
  levels: ["municipal", "district"],
  categories: ["A", "B"],
};

const list = async (token?: string, query = "") => {
  const answer = await server.call("GET", `/api/items${query}`, token === undefined ? {} : { token });
  return answer.body as { items: ItemSummary[]; nextCursor?: string };
};
const read = async (id: string, token?: string) =>
  (await server.call("GET", `/api/items/${id}`, token === undefined ? {} : { token })).body as ItemDetail;
const publish = (id: string, body: object) =>
  server.call("POST", `/api/items/${id}/versions`, { token: administrator.token, body });

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  municipalId = (await addItem("municipal", itemVersion({ levels: ["municipal"] })))._id.toHexString();
  bothId = (await addItem("both", itemVersion()))._id.toHexString();
  futureId = (await addItem("future", itemVersion({ effectiveFromOn: "2026-12-01" })))._id.toHexString();
  administrator = await server.signInWith("administrator", { grants: [{ role: "administrator" }] });
});

afterEach(() => server.clock.moveTo(null));
afterAll(() => server.stop());

test("anybody reads the catalogue; entitlement is told to whom it concerns", async () => {
  const reasons = ({ items }: { items: ItemSummary[] }) =>
    items.map(({ entitlement }) => entitlement.reason ?? "entitled");
  expect(reasons(await list())).toEqual(["notRecognised", "notRecognised", "notYetEffective"]);
  const b = await signInTalent(server, "talent-b", await addTalent({ category: "B" }));
  expect(reasons(await list(b.token))).toEqual(["entitled", "entitled", "notYetEffective"]);
  const e = await signInTalent(server, "talent-e", await addTalent({ category: "E" }));
  expect(reasons(await list(e.token))).toEqual(["levelDoesNotServeCategory", "entitled", "notYetEffective"]);
  expect([(await read(bothId, e.token)).canRequest, (await read(municipalId, e.token)).canRequest]).toEqual([
    true,
    false,
  ]);
});

test("an item that is only handled on site cannot be asked for online", async () => {
  const item = await addItem("onSite", itemVersion({ channels: ["onSite"] }));
  const a = await signInTalent(server, "talent-a", await addTalent({ category: "A" }));
  const detail = await read(item._id.toHexString(), a.token);
  expect([detail.entitlement.entitled, detail.canRequest]).toEqual([true, false]);
});

test("pages follow the catalogue's order and search looks into both languages", async () => {
  const all = await list();
  const first = await list(undefined, "?limit=2");
  const rest = await list(undefined, `?cursor=${first.nextCursor ?? ""}`);
  expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(all.items.map(({ code }) => code));
  expect((await list(undefined, "?q=EXPERTS")).items).toHaveLength(all.items.length);
  expect((await list(undefined, "?q=nothing")).items).toEqual([]);
  expect((await list(undefined, "?group=home")).items).toEqual([]);
});

test("a new version begins on its day and not before", async () => {
  const published = await publish(bothId, newVersion);
  expect(published.status).toBe(201);
  expect((await read(bothId)).limitDays).toBe(5);
  server.clock.moveTo(new Date("2026-10-31T15:59:59Z"));
  expect((await read(bothId)).version).toBe(1);
  server.clock.moveTo(new Date("2026-10-31T16:00:00Z"));
  expect(await read(bothId)).toMatchObject({ version: 2, limitDays: 3, name: newVersion.name });
});

test.each([
  ["today", "2026-10-09"],
  ["in the past", "2026-01-01"],
  ["on the day of a version there is", "2026-12-01"],
])("refuses a version that begins %s", async (_, effectiveFromOn) => {
  const answer = await publish(futureId, { ...newVersion, effectiveFromOn });
  expect(detailsOf(answer)["fields"]).toEqual([
    { field: "body.effectiveFromOn", problem: "not_later_than_today_and_last_version" },
  ]);
});

test("of two versions published at once for one day one stands", async () => {
  const item = await addItem("race", itemVersion());
  const id = item._id.toHexString();
  const answers = await Promise.all([publish(id, newVersion), publish(id, { ...newVersion, limitDays: 9 })]);
  expect(answers.map(({ status }) => status).sort()[0]).toBe(201);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
});

test("only an administrator publishes", async () => {
  const specialist = await server.signInWith("municipal-specialist", {
    grants: [{ role: "municipalSpecialist" }],
  });
  const answer = await server.call("POST", `/api/items/${bothId}/versions`, {
    token: specialist.token,
    body: newVersion,
  });
  expect(refusal(answer)).toBe("403 role_not_allowed");
});

test("an item that does not exist is not found", async () => {
  expect(refusal(await server.call("GET", `/api/items/${"0".repeat(24)}`))).toBe("404 not_found");
});

test("the 38 districts and counties are listed in code order", async () => {
  const { body } = await server.call("GET", "/api/districts");
  const codes = (body as { items: { code: string }[] }).items.map(({ code }) => code);
  expect(codes).toHaveLength(38);
  expect(codes).toEqual([...codes].sort());
});
