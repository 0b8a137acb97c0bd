import { Types } from "mongoose";
import { codeStringOf } from "@talent/shared/domain/codeString";
import type { Category } from "@talent/shared/domain/talents";
import {
  ItemModel,
  forgetCatalogue,
  type ItemDocument,
  type ItemVersion,
} from "../../server/features/catalogue/index";
import { DepartmentModel, PostModel, forgetPosts, newPost } from "../../server/features/posts/index";
import { TalentModel, sealTalent, type PlainTalent } from "../../server/features/talents/index";
import { createKeyring } from "../../server/platform/crypto/keyring";
import { readConfig } from "../../server/platform/config";
import type { TestServer } from "./testServer";

const both = (zh: string, en: string) => ({ zh, en });

/** The keyring of a server that runs on the development secrets of trying out. */
export function testKeyring() {
  const { secrets } = readConfig({
    MONGODB_URI: "mongodb://127.0.0.1:1/unused",
    TRYOUT: "1",
    SANDBOX_URL: "http://127.0.0.1:1",
    WECHAT_APPID: "unused",
    WECHAT_SECRET: "unused",
  });
  return createKeyring(secrets);
}

/** A plain item version for everybody; tests change what they are about. */
export function itemVersion(changes: Partial<ItemVersion> = {}): ItemVersion {
  return {
    version: 1,
    effectiveFromOn: "2025-01-01",
    name: both("科技咨询", "Technology advice"),
    summary: both("专家答复技术问题", "Experts answer technical questions"),
    limitDays: 5,
    feeFen: 0,
    levels: ["municipal", "district"],
    categories: ["A", "B", "C", "D", "E", "F"],
    beneficiaries: ["self"],
    channels: ["online", "onSite"],
    conditions: [],
    steps: [],
    materials: [],
    fields: [],
    basis: [],
    ...changes,
  };
}

let order = 0;

export async function addItem(code: string, ...versions: ItemVersion[]): Promise<ItemDocument> {
  order += 1;
  const item: ItemDocument = {
    _id: new Types.ObjectId(),
    code,
    group: "career",
    icon: "flask",
    sample: true,
    order,
    departmentNames: ["渝北区教委"],
    versions,
  };
  await ItemModel.collection.insertOne(item);
  forgetCatalogue();
  return item;
}

let serial = 0;

/** A talent record; the running cycle covers 2026 unless told otherwise. */
export async function addTalent(changes: Partial<PlainTalent> & { category: Category }): Promise<string> {
  serial += 1;
  const number = String(serial).padStart(4, "0");
  const talent = sealTalent(testKeyring(), {
    _id: new Types.ObjectId(),
    name: "陈示例",
    recognition: "catalogue",
    employerName: "重庆示例精密制造有限公司",
    districtCode: "500112",
    cycle: { startsOn: "2025-06-01", endsOn: "2028-05-31" },
    idNumber: `50011219900101${number}`,
    phone: `1380000${number}`,
    codeString: codeStringOf(serial),
    family: [],
    ...changes,
  });
  await TalentModel.collection.insertOne(talent, { ignoreUndefined: true });
  return talent._id.toHexString();
}

export interface TestPost {
  id: string;
  departmentId: string;
}

/** A post of a department of its own, held by this account. */
export async function addPost(
  holder: { accountId: string; name: string },
  changes: {
    level?: "municipal" | "district";
    districtCode?: string;
    itemCodes?: string[];
    departmentId?: string;
    isDefault?: boolean;
    /** The B holder. */
    standIn?: { accountId: string; name: string };
  } = {},
): Promise<TestPost> {
  const departmentId = changes.departmentId ?? new Types.ObjectId().toHexString();
  const level = changes.level ?? "district";
  const districtCode = level === "district" ? (changes.districtCode ?? "500112") : undefined;
  const _id = new Types.ObjectId();
  await DepartmentModel.collection.insertOne(
    { _id: new Types.ObjectId(departmentId), name: "渝北区教委", level, districtCode, phone: "023-00000001" },
    { ignoreUndefined: true },
  );
  const post = newPost(
    {
      _id,
      name: "人才服务岗",
      departmentId,
      departmentName: "渝北区教委",
      level,
      districtCode,
      phone: "023-00000001",
      itemCodes: changes.itemCodes ?? [],
      isDefault: changes.isDefault ?? false,
      holders: [
        { letter: "A", ...holder },
        ...(changes.standIn === undefined ? [] : [{ letter: "B" as const, ...changes.standIn }]),
      ],
    },
    "2026-01-04",
  );
  await PostModel.collection.insertOne(post, { ignoreUndefined: true });
  forgetPosts();
  return { id: _id.toHexString(), departmentId };
}

export interface Person {
  token: string;
  accountId: string;
}

/** The people of most tests: a talent of category B in 渝北区, specialists, and a liaison at a post there. */
export interface World {
  talent: Person & { talentId: string };
  municipal: Person;
  municipal2: Person;
  district: Person;
  foreignDistrict: Person;
  liaison: Person;
  post: TestPost;
  item: ItemDocument;
}

/** Signs a persona in as the talent of this record, and of no other any more. */
export async function signInTalent(
  server: TestServer,
  personaId: string,
  talentId: string,
): Promise<Person & { talentId: string }> {
  const person = await server.signInWith(personaId, {
    name: "陈**",
    grants: [{ role: "talent" }],
    talentId,
  });
  await TalentModel.updateMany({ accountId: person.accountId }, { $unset: { accountId: "" } });
  await TalentModel.updateOne({ _id: talentId }, { $set: { accountId: person.accountId } });
  return { ...person, talentId };
}

/** Creates these people, one item and one post. */
export async function createWorld(server: TestServer): Promise<World> {
  const item = await addItem("advice", itemVersion());
  const talent = await signInTalent(server, "talent-b", await addTalent({ category: "B" }));
  const specialist = (persona: string, name: string) =>
    server.signInWith(persona, {
      name,
      office: "市级人才服务平台",
      grants: [{ role: "municipalSpecialist" }],
    });
  const districtSpecialist = (persona: string, districtCode: string) =>
    server.signInWith(persona, {
      name: "王芳",
      office: "区县人才服务平台",
      grants: [{ role: "districtSpecialist", districtCode }],
    });
  const municipal = await specialist("municipal-specialist", "李海燕");
  const municipal2 = await specialist("municipal-specialist-2", "郑凯");
  const district = await districtSpecialist("district-specialist", "500112");
  const foreignDistrict = await districtSpecialist("district-specialist-2", "500103");
  const { accountId } = await server.signInWith("liaison-education", { name: "谭静" });
  const post = await addPost({ accountId, name: "谭静" }, { itemCodes: ["advice"] });
  const liaison = await server.signInWith("liaison-education", {
    name: "谭静",
    office: "渝北区教委",
    grants: [{ role: "departmentLiaison", departmentId: post.departmentId }],
  });
  return { talent, municipal, municipal2, district, foreignDistrict, liaison, post, item };
}
