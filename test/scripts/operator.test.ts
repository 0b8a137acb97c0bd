import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Types } from "mongoose";
import { AccountModel } from "../../server/features/accounts/index";
import { AuditEntryModel } from "../../server/features/audit/index";
import { ItemModel } from "../../server/features/catalogue/index";
import { EmployerModel } from "../../server/features/employers/index";
import { PostModel } from "../../server/features/posts/index";
import { closeDatabase, openDatabase } from "../../server/platform/database/connection";
import transport from "../../server/data/items/transport.json";
import { planEmployers } from "../../scripts/operator/employers";
import { accountNumber, grantAsOperator } from "../../scripts/operator/grantRole";
import { planItems } from "../../scripts/operator/items";
import { planOffices } from "../../scripts/operator/offices";
import { carryOut, type LoadPlan } from "../../scripts/operator/plan";
import { FileProblems } from "../../scripts/operator/readFile";
import { startTestMongo, type TestMongo } from "../support/localMongo";

const NOW = new Date("2026-11-24T02:00:00Z");
const TODAY = "2026-11-24";
const folder = mkdtempSync(join(tmpdir(), "operator-"));
let mongo: TestMongo;
let holderA: string;
let holderB: string;

async function addAccount(openid: string): Promise<string> {
  const _id = new Types.ObjectId();
  const bare = { name: "", office: "", grants: [], disabled: false, createdAt: NOW };
  await AccountModel.collection.insertOne({ _id, openid, ...bare });
  return _id.toHexString();
}

beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("operator"));
  await Promise.all([AccountModel.createIndexes(), AuditEntryModel.createIndexes()]);
  [holderA, holderB] = await Promise.all([addAccount("oA"), addAccount("oB")]);
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});

function file(content: unknown): string {
  const path = join(folder, `${new Types.ObjectId().toHexString()}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}
async function problemsOf(plan: () => Promise<LoadPlan>): Promise<readonly string[]> {
  try {
    await carryOut(await plan(), false);
  } catch (error) {
    if (error instanceof FileProblems) return error.problems;
    throw error;
  }
  return [];
}
const offices = (changes: object = {}) => ({
  departments: [
    {
      code: "transport",
      name: "市交通局",
      level: "municipal",
      posts: [
        {
          ...{ code: "transport-card", name: "出行服务岗", holder: "甲", holderB: "乙", phone: "023-1" },
          ...{ itemCodes: [transport.code], account: holderA, accountB: holderB, ...changes },
        },
      ],
    },
  ],
});

test("the first administrator gets the role, once, with a line in the audit log", async () => {
  const account = await addAccount("oAdministrator");
  expect(await accountNumber({ openid: "oAdministrator" })).toBe(account);
  await expect(accountNumber({ openid: "oNobody" })).rejects.toThrow("signs in");
  const grant = () => grantAsOperator(account, { role: "administrator" }, { name: "许静" }, NOW);
  await grant();
  await grant();
  expect(await AccountModel.findById(account).lean()).toMatchObject({
    name: "许静",
    grants: [{ role: "administrator" }],
  });
  expect(await AuditEntryModel.find({ subjectId: account }).lean()).toMatchObject([
    { act: "roleGranted", who: "运维命令", detail: "平台管理员" },
  ]);
});

test("items: a check writes nothing, a load does, a second load finds nothing to do", async () => {
  const path = file({ items: [transport] });
  const said = await carryOut(await planItems(path, TODAY), true);
  expect(said).toEqual([`new item ${transport.code}`]);
  expect(await ItemModel.countDocuments()).toBe(0);
  expect(await carryOut(await planItems(path, TODAY), false)).toEqual(said);
  expect(await carryOut(await planItems(path, TODAY), false)).toEqual([]);
  expect(await ItemModel.countDocuments({ code: transport.code })).toBe(1);
});

test("items: later versions are added, a published one is never changed", async () => {
  const later = { version: transport.versions.length + 1, effectiveFromOn: "2027-06-01", limitDays: 3 };
  const more = file({ ...transport, versions: [...transport.versions, later] });
  expect(await carryOut(await planItems(more, TODAY), false)).toEqual([
    `item ${transport.code}: 1 new versions`,
  ]);
  expect(await carryOut(await planItems(more, TODAY), false)).toEqual([]);
  const [first, ...rest] = transport.versions;
  const changed = file({ ...transport, versions: [{ ...first, limitDays: 99 }, ...rest] });
  expect(await problemsOf(() => planItems(changed, TODAY))).toContain(
    "items.0.versions.0: published_version_changed",
  );
});

test("offices: both holders become liaisons of the department; loading again changes nothing", async () => {
  const path = file(offices());
  expect(await carryOut(await planOffices(path, NOW), false)).toHaveLength(2);
  expect(await carryOut(await planOffices(path, NOW), false)).toEqual([]);
  const post = await PostModel.findOne({ name: "出行服务岗" }).lean();
  expect(post?.holders.map(({ letter, name }) => [letter, name])).toEqual([
    ["A", "甲"],
    ["B", "乙"],
  ]);
  const account = await AccountModel.findById(holderB).lean();
  expect(account).toMatchObject({
    name: "乙",
    office: "市交通局",
    grants: [{ role: "departmentLiaison", departmentId: post?.departmentId, departmentName: "市交通局" }],
  });
});

test.each<[string, object, string]>([
  ["no B holder", { code: "p1", accountB: undefined }, "departments.0.posts.0.accountB: required"],
  [
    "an account that is not there",
    { code: "p2", account: "0123456789abcdef01234567" },
    "departments.0.posts.0.account: unknown account 0123456789abcdef01234567",
  ],
  [
    "an unknown item",
    { code: "p3", itemCodes: ["nope"] },
    "departments.0.posts.0.itemCodes.0: unknown item nope",
  ],
])("offices with %s are refused as a whole", async (_what, changes, problem) => {
  const before = await PostModel.countDocuments();
  expect(await problemsOf(() => planOffices(file(offices(changes)), NOW))).toContain(problem);
  expect(await PostModel.countDocuments()).toBe(before);
});

test("employers: named errors, nothing half written, changed ones are changed", async () => {
  const employer = { code: "e-1", name: "示例公司", districtCode: "500112", kind: "企业" };
  const wrong = file({ employers: [employer, { ...employer, districtCode: "500999" }] });
  expect(await problemsOf(() => planEmployers(wrong))).toEqual([
    "employers.1.code: twice e-1",
    "employers.1.districtCode: unknown 500999",
  ]);
  expect(await EmployerModel.countDocuments()).toBe(0);
  await carryOut(await planEmployers(file({ employers: [employer] })), false);
  const renamed = await planEmployers(file({ employers: [{ ...employer, name: "示例集团" }] }));
  expect(await carryOut(renamed, false)).toEqual(["employer changed e-1 示例集团"]);
  expect(await EmployerModel.find().lean()).toMatchObject([{ code: "e-1", name: "示例集团" }]);
});

test("a file that is no JSON, or of another shape, says so", async () => {
  expect((await problemsOf(() => planEmployers(file("{"))))[0]).toContain("JSON");
  expect((await problemsOf(() => planEmployers(file({ employers: [{ code: 1 }] }))))[0]).toContain(
    "employers.0.code",
  );
});
