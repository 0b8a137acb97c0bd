import { startTestServer, type TestServer } from "../../support/testServer";
import { addTalent, signInTalent, type Person } from "../../support/world";
import { detailsOf, refusal } from "../../support/caseCalls";
import { stagesOf } from "../../support/explain";
import { talentsQuery } from "../../../server/features/talents/routes";
import type { TalentScope } from "../../../server/features/talents/policy";
import type { Keyring } from "../../../server/platform/crypto/keyring";
import { TalentModel, bindTalentAccount } from "../../../server/features/talents/index";

let server: TestServer;
let municipal: Person;
let district: Person;
let ids: Record<"b" | "e" | "bElsewhere", string>;

const get = (person: Person, path: string) => server.call("GET", path, { token: person.token });
const idsOf = (body: unknown) => (body as { items: { id: string }[] }).items.map(({ id }) => id);

beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  ids = {
    b: await addTalent({ category: "B", name: "欧阳明远", employerName: "渝北示例医院" }),
    e: await addTalent({ category: "E" }),
    bElsewhere: await addTalent({ category: "B", districtCode: "500103" }),
  };
  municipal = await server.signInWith("municipal-specialist", {
    name: "李海燕",
    office: "市级人才服务平台",
    grants: [{ role: "municipalSpecialist" }],
  });
  district = await server.signInWith("district-specialist", {
    grants: [{ role: "districtSpecialist", districtCode: "500112" }],
  });
});

afterAll(() => server.stop());

test("names and numbers are kept sealed and leave masked", async () => {
  const stored = JSON.stringify(await TalentModel.findById(ids.b).lean());
  expect(stored).not.toContain("欧阳明远");
  expect(stored).not.toMatch(/50011219900101|1380000\d{4}"/);
  const { body } = await get(municipal, `/api/talents/${ids.b}`);
  expect(body).toMatchObject({
    maskedName: "欧阳**",
    idNumberMasked: expect.stringMatching(/^500\*+\d{4}$/),
    phoneMasked: expect.stringMatching(/^138\*{4}\d{4}$/),
  });
});

test("the municipal platform sees A to D, a district its own talents, nobody anything else", async () => {
  expect(idsOf((await get(municipal, "/api/talents")).body).sort()).toEqual([ids.b, ids.bElsewhere].sort());
  expect(idsOf((await get(district, "/api/talents")).body).sort()).toEqual([ids.b, ids.e].sort());
  expect(refusal(await get(municipal, `/api/talents/${ids.e}`))).toBe("404 not_found");
  expect(refusal(await get(district, `/api/talents/${ids.bElsewhere}`))).toBe("404 not_found");
  const lost = await server.signInWith("district-specialist-2", { grants: [{ role: "districtSpecialist" }] });
  expect(idsOf((await get(lost, "/api/talents")).body)).toEqual([]);
});

test("records are found by code, whole number or employer, not by part of a number", async () => {
  const talent = await TalentModel.findById(ids.b).lean();
  const find = async (q: string) =>
    idsOf((await get(municipal, `/api/talents?q=${encodeURIComponent(q)}`)).body);
  expect(await find(talent?.codeString ?? "")).toEqual([ids.b]);
  expect(await find((talent?.codeString ?? "").replaceAll("-", "").toLowerCase())).toEqual([ids.b]);
  expect(await find("示例医院")).toEqual([ids.b]);
  const opened = await server.call("POST", `/api/talents/${ids.b}/reveal`, {
    token: municipal.token,
    body: { field: "phone", reason: "电话核实" },
  });
  const { value } = opened.body as { value: string };
  expect(await find(value)).toEqual([ids.b]);
  expect(await find(value.slice(0, 8))).toEqual([]);
});

test("every reading stands in the talent's own list, a revealed number with the person who saw it", async () => {
  const talent = await signInTalent(server, "talent-b", ids.b);
  await server.call("POST", `/api/talents/${ids.b}/reveal`, {
    token: municipal.token,
    body: { field: "idNumber", reason: "窗口核对" },
  });
  const log = await get(talent, "/api/me/access-log");
  expect((log.body as { items: object[] }).items[0]).toMatchObject({
    what: "idNumber",
    who: "李海燕",
    office: "市级人才服务平台",
  });
});

test("a reason is needed to see a number in full", async () => {
  const answer = await server.call("POST", `/api/talents/${ids.b}/reveal`, {
    token: municipal.token,
    body: { field: "phone" },
  });
  expect(detailsOf(answer)).toEqual({ fields: [{ field: "body.reason", problem: "required" }] });
});

test("a record is bound to one account, also when two ask at once", async () => {
  const id = await addTalent({ category: "A", districtCode: "500101" });
  const bound = await Promise.all(["1", "2"].map((digit) => bindTalentAccount(id, digit.repeat(24))));
  expect(bound.filter(Boolean)).toHaveLength(1);
  const owner = (await TalentModel.findById(id).lean())?.accountId ?? "";
  expect(await bindTalentAccount(id, owner)).toBe(true);
});

test("records are paged", async () => {
  const first = await get(district, "/api/talents?limit=1");
  const { nextCursor } = first.body as { nextCursor: string };
  const second = await get(district, `/api/talents?limit=1&cursor=${nextCursor}`);
  expect([...idsOf(first.body), ...idsOf(second.body)].sort()).toEqual([ids.b, ids.e].sort());
  expect(second.body).not.toHaveProperty("nextCursor");
});

const keyring: Keyring = {
  seal: (_, text) => text,
  open: (_, sealed) => sealed,
  blindIndex: (_, text) => text,
};
const municipalScope: TalentScope = { category: { $in: ["A", "B", "C", "D"] } };
const districtScope: TalentScope = { districtCode: "500112" };

test.each([
  ["the municipal list", [municipalScope], {}],
  ["a district's list", [districtScope], {}],
  ["a telephone number", [municipalScope], { q: "13800000001" }],
  ["an ID number", [districtScope], { q: "500112199001010001" }],
])("%s is read by an index", async (_, scopes, query) => {
  const stages = await stagesOf(talentsQuery({ keyring }, scopes, query).limit(21));
  expect(stages).toContain("IXSCAN");
  expect(stages).not.toContain("COLLSCAN");
});
