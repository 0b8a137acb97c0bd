import { Types } from "mongoose";
import { GRANTED_ROLES, type GrantedRole } from "@talent/shared/domain/roles";
import { AccountModel } from "../../../server/features/accounts/index";
import { enterActs, unauditedAccounts } from "../../../server/features/accounts/grants/acts";
import { isSameGrant, scopeProblem } from "../../../server/features/accounts/grants/rules";
import { accountsQuery } from "../../../server/features/accounts/grants/routes";
import { AuditEntryModel, firstBrokenAct } from "../../../server/features/audit/index";
import { EmployerModel } from "../../../server/features/employers/index";
import { detailsOf, refusal } from "../../support/caseCalls";
import { stagesOf } from "../../support/explain";
import { startTestServer, type TestServer } from "../../support/testServer";
import { addPost, type Person } from "../../support/world";

let server: TestServer;
let first: Person;
let second: Person;
beforeAll(async () => {
  server = await startTestServer({ roles: "web" });
  const administrator = (persona: string, name: string) =>
    server.signInWith(persona, { name, office: "市人才服务平台", grants: [{ role: "administrator" }] });
  first = await administrator("administrator", "许静");
  second = await administrator("auditor", "曹阳");
});
afterAll(() => server.stop());
beforeEach(() =>
  AccountModel.updateMany(
    { _id: { $in: [first.accountId, second.accountId] } },
    { $set: { grants: [{ role: "administrator" }], disabled: false } },
  ),
);

const act = (by: Person, id: string, what: string, body: object) =>
  server.call("POST", `/api/accounts/${id}/${what}`, { token: by.token, body });
const rolesOf = async (id: string) =>
  (await AccountModel.findById(id).lean())?.grants.map(({ role }) => role) ?? [];
const audit = async () =>
  (await server.call("GET", "/api/audit", { token: first.token })).body as {
    items: { act: string; who: string; subject: string; detail: string }[];
  };

test("somebody who signed in gets a role with its scope, found by the number of the account", async () => {
  const { accountId } = await server.signInAs("district-specialist");
  const found = await server.call("GET", `/api/accounts?q=${accountId}`, { token: first.token });
  expect(found.body).toMatchObject({ items: [{ id: accountId, name: "", roles: [], disabled: false }] });
  const grant = { role: "districtSpecialist", districtCode: "500112" };
  expect(detailsOf(await act(first, accountId, "grant", grant))["fields"]).toEqual([
    { field: "body.name", problem: "required" },
  ]);
  const person = { name: "王芳", office: "渝北区人才服务专窗" };
  const granted = await act(first, accountId, "grant", { ...grant, ...person });
  expect(granted.body).toMatchObject({
    ...person,
    roles: [{ role: "districtSpecialist", districtCode: "500112", districtName: "渝北区" }],
  });
  const before = await AuditEntryModel.countDocuments();
  await act(first, accountId, "grant", grant);
  expect(await AuditEntryModel.countDocuments()).toBe(before);
  expect((await audit()).items[0]).toMatchObject({
    act: "roleGranted",
    who: "许静",
    subject: "王芳",
    detail: "区县服务专员（渝北区）",
  });
});

test("departments and employers give the scope its name; unknown ones are refused", async () => {
  const { accountId } = await server.signInAs("liaison-hr");
  const { departmentId } = await addPost({ accountId, name: "谢文" });
  const employer = { code: "e1", name: "示例公司", districtCode: "500112", kind: "企业" };
  const { insertedId } = await EmployerModel.collection.insertOne({ _id: new Types.ObjectId(), ...employer });
  const scopes = await server.call("GET", "/api/account-scopes", { token: first.token });
  expect(scopes.body).toMatchObject({ employers: [{ id: insertedId.toHexString(), name: "示例公司" }] });
  await act(first, accountId, "grant", { role: "departmentLiaison", departmentId, name: "谢文" });
  const both = await act(first, accountId, "grant", {
    role: "employerLiaison",
    employerId: insertedId.toHexString(),
  });
  expect((both.body as { roles: object[] }).roles).toEqual([
    { role: "departmentLiaison", departmentId, departmentName: "渝北区教委" },
    { role: "employerLiaison", employerId: insertedId.toHexString(), employerName: "示例公司" },
  ]);
  const unknown = new Types.ObjectId().toHexString();
  const refused = await act(first, accountId, "grant", { role: "departmentLiaison", departmentId: unknown });
  expect(detailsOf(refused)["fields"]).toEqual([{ field: "body.departmentId", problem: "unknown" }]);
});

test.each<[GrantedRole, object, object | undefined]>([
  ["municipalSpecialist", {}, undefined],
  [
    "municipalSpecialist",
    { districtCode: "500112" },
    { field: "districtCode", problem: "not_for_this_role" },
  ],
  ["districtSpecialist", {}, { field: "districtCode", problem: "required" }],
  ["departmentLiaison", { districtCode: "500112" }, { field: "departmentId", problem: "required" }],
  ["employerLiaison", { employerId: "e" }, undefined],
  ["auditor", { departmentId: "d" }, { field: "departmentId", problem: "not_for_this_role" }],
])("%s with the scope %j", (role, scope, problem) =>
  expect(scopeProblem({ role, ...scope })).toEqual(problem),
);

test("the same role for another district is another role", () => {
  const one = { role: "districtSpecialist", districtCode: "500112" } as const;
  expect(isSameGrant(one, { ...one })).toBe(true);
  expect(isSameGrant(one, { ...one, districtCode: "500103" })).toBe(false);
  expect(GRANTED_ROLES).not.toContain("talent");
});

test("a role is taken back at once: the sign-ins of the account end", async () => {
  const person = await server.signInWith("municipal-specialist", {
    name: "李海燕",
    grants: [{ role: "municipalSpecialist" }],
  });
  const withdrawn = await act(first, person.accountId, "withdraw", { role: "municipalSpecialist" });
  expect(withdrawn.body).toMatchObject({ roles: [] });
  const refresh = await server.call("POST", "/api/sessions/refresh", {
    body: { refreshToken: person.refreshToken },
  });
  expect(refusal(refresh)).toBe("401 refresh_token_invalid");
  expect((await act(first, person.accountId, "withdraw", { role: "municipalSpecialist" })).status).toBe(200);
});

test("an account that is switched off cannot sign in until it is switched on", async () => {
  const person = await server.signInWith("liaison-police", {
    name: "杨帆",
    grants: [{ role: "municipalSpecialist" }],
  });
  await act(first, person.accountId, "disable", { reason: "调离" });
  await expect(server.signInAs("liaison-police")).rejects.toThrow("account_disabled");
  await act(first, person.accountId, "enable", { reason: "回来了" });
  await expect(server.signInAs("liaison-police")).resolves.toMatchObject({ accountId: person.accountId });
  expect((await audit()).items.slice(0, 2).map(({ act: what, detail }) => [what, detail])).toEqual([
    ["accountEnabled", "回来了"],
    ["accountDisabled", "调离"],
  ]);
});

test("the last administrator keeps the role and the account, also against two at once", async () => {
  const role = { role: "administrator" };
  const answers = await Promise.all([
    act(first, second.accountId, "withdraw", role),
    act(second, first.accountId, "withdraw", role),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const left = [await rolesOf(first.accountId), await rolesOf(second.accountId)];
  expect(left.flat()).toEqual(["administrator"]);
});

test("withdrawing and switching off at once leave an administrator who can act", async () => {
  const [one, two] = await Promise.all([
    server.signInWith("administrator", { grants: [{ role: "administrator" }], name: "许静" }),
    server.signInWith("auditor", { grants: [{ role: "administrator" }], name: "曹阳" }),
  ]);
  const answers = await Promise.all([
    act(one, two.accountId, "disable", { reason: "误操作" }),
    act(two, one.accountId, "withdraw", { role: "administrator" }),
    act(one, one.accountId, "disable", { reason: "误操作" }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await AccountModel.countDocuments({ "grants.role": "administrator", disabled: false })).toBe(1);
});

test("an act that was not entered yet is entered once, on two workers too; the log is a whole chain", async () => {
  const waiting = {
    actId: "act-1",
    at: new Date(),
    act: "roleGranted",
    actorId: "",
    who: "甲",
    office: "",
    subjectId: first.accountId,
    subject: "许静",
    detail: "平台管理员",
  };
  await AccountModel.collection.updateOne(
    { _id: new Types.ObjectId(first.accountId) },
    { $push: { unaudited: waiting } as never, $set: { actsPending: true } },
  );
  await Promise.all([enterActs(), enterActs()]);
  await enterActs();
  expect(await AuditEntryModel.countDocuments({ actId: "act-1" })).toBe(1);
  expect(await AccountModel.countDocuments({ unaudited: { $exists: true } })).toBe(0);
  expect(firstBrokenAct(await AuditEntryModel.find().sort({ sequence: 1 }).lean())).toBeNull();
});

test("the list and the sweep come from an index", async () => {
  for (const query of [
    accountsQuery({ limit: 20 }),
    accountsQuery({ limit: 20, role: "auditor" }),
    unauditedAccounts(),
  ])
    expect(await stagesOf(query)).not.toContain("COLLSCAN");
});
