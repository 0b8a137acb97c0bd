import type { Role } from "@talent/shared/domain/roles";
import { DEPARTMENTS, DISTRICT_CENTRE, DISTRICTS, EMPLOYERS, NAMES } from "../../server/data/offices";
import type { Account, AccountGrant } from "../../server/features/accounts/index";
import type { DepartmentDocument, PostDocument } from "../../server/features/posts/index";
import { idOf } from "./ids";
import { PERSONA_STAFF, wechatSide, type PersonaStaff } from "./personas";
import { createRandom } from "./random";

/** Departments, posts and everybody who works there. */
export interface Offices {
  departments: DepartmentDocument[];
  posts: PostDocument[];
  /** By code of the data, or `centre-DISTRICT`. */
  postByCode: ReadonlyMap<string, PostDocument>;
  staff: Account[];
}

const LANGUAGE = { language: "zh-CN", textSize: "auto" } as const;
const MUNICIPAL_OFFICE = "市人才服务专窗";

function districtName(code: string | undefined): string {
  return DISTRICTS.find((district) => district.code === code)?.name ?? "";
}

/** A WeChat id of the right form that no sandbox user has. */
export function sampleOpenid(key: string): string {
  return `oSAMPLE${idOf(`openid ${key}`).toHexString().toUpperCase().slice(0, 21)}`;
}

/** An invented name for a staff member. */
function staffName(key: string): string {
  const random = createRandom(`staff ${key}`);
  return random.pick(NAMES.surnames) + random.pick(NAMES.given);
}

interface StaffFacts {
  key: string;
  name: string;
  openid: string;
  office: string;
  grant: AccountGrant;
}

function staffAccount(facts: StaffFacts, createdAt: Date): Account {
  const { key, name, openid, office, grant } = facts;
  return {
    _id: idOf(`account ${key}`),
    openid,
    name,
    office,
    grants: [grant],
    preferences: { ...LANGUAGE },
    disabled: false,
    createdAt,
  };
}

function officeOf(role: Role, districtCode: string | undefined): string {
  if (role === "districtSpecialist") return `${districtName(districtCode)}人才服务专窗`;
  return role === "municipalSpecialist" ? MUNICIPAL_OFFICE : "市人才服务平台";
}

/** Personas who hold no post. */
function deskPersona(persona: PersonaStaff, createdAt: Date): Account {
  const { openid, name } = wechatSide(persona.id);
  const employer = EMPLOYERS.find(({ code }) => code === persona.employer);
  const grant: AccountGrant = {
    role: persona.role,
    ...(persona.districtCode === undefined
      ? {}
      : { districtCode: persona.districtCode, districtName: districtName(persona.districtCode) }),
    ...(employer === undefined
      ? {}
      : { employerId: idOf(employer.code).toHexString(), employerName: employer.name }),
  };
  const office = employer?.name ?? officeOf(persona.role, persona.districtCode);
  return staffAccount({ key: persona.id, name, openid, office, grant }, createdAt);
}

/** One specialist in every district that no persona serves. */
function districtSpecialists(createdAt: Date): Account[] {
  const served = new Set(PERSONA_STAFF.map(({ districtCode }) => districtCode));
  return DISTRICTS.filter(({ code }) => !served.has(code)).map(({ code, name }) =>
    staffAccount(
      {
        key: `specialist ${code}`,
        name: staffName(`specialist ${code}`),
        openid: sampleOpenid(`specialist ${code}`),
        office: officeOf("districtSpecialist", code),
        grant: { role: "districtSpecialist", districtCode: code, districtName: name },
      },
      createdAt,
    ),
  );
}

interface PostFacts {
  code: string;
  name: string;
  phone: string;
  itemCodes: readonly string[];
  holderKey: string;
  holderName: string;
  openid: string;
}

function openPost(
  department: DepartmentDocument,
  facts: PostFacts,
  createdAt: Date,
): [PostDocument, Account] {
  const departmentId = department._id.toHexString();
  const account = staffAccount(
    {
      key: facts.holderKey,
      name: facts.holderName,
      openid: facts.openid,
      office: department.name,
      grant: { role: "departmentLiaison", departmentId, departmentName: department.name },
    },
    createdAt,
  );
  const post: PostDocument = {
    _id: idOf(`post ${facts.code}`),
    name: facts.name,
    departmentId,
    departmentName: department.name,
    level: department.level,
    ...(department.districtCode === undefined ? {} : { districtCode: department.districtCode }),
    phone: facts.phone,
    itemCodes: [...facts.itemCodes],
    holders: [{ letter: "A", accountId: account._id.toHexString(), name: account.name }],
  };
  return [post, account];
}

function keepPost(
  offices: Offices & { postByCode: Map<string, PostDocument> },
  code: string,
  made: [PostDocument, Account],
): void {
  offices.posts.push(made[0]);
  offices.staff.push(made[1]);
  offices.postByCode.set(code, made[0]);
}

/** All offices, with the sandbox's personas at their posts. */
export function offices(createdAt: Date): Offices {
  const result = { departments: [], posts: [], postByCode: new Map(), staff: [] } as Offices & {
    postByCode: Map<string, PostDocument>;
  };
  for (const { code, name, level, districtCode, posts } of DEPARTMENTS) {
    const phone = posts[0]?.phone ?? "";
    const department: DepartmentDocument = { _id: idOf(`department ${code}`), name, level, phone };
    if (districtCode !== undefined) department.districtCode = districtCode;
    result.departments.push(department);
    for (const post of posts) {
      const persona = post.persona === undefined ? undefined : wechatSide(post.persona);
      const holderKey = post.persona ?? `holder ${post.code}`;
      const openid = persona?.openid ?? sampleOpenid(holderKey);
      const facts = { ...post, holderKey, holderName: persona?.name ?? post.holder, openid };
      keepPost(result, post.code, openPost(department, facts, createdAt));
    }
  }
  DISTRICTS.forEach(({ code, name }, index) => {
    const phone = `023-0000 ${String(3000 + index * 11)}`;
    const centre = `${name}${DISTRICT_CENTRE.nameSuffix}`;
    const department: DepartmentDocument = {
      ...{
        _id: idOf(`department centre ${code}`),
        name: centre,
        level: "district",
        districtCode: code,
        phone,
      },
    };
    result.departments.push(department);
    const holderKey = `holder centre ${code}`;
    const { postName, itemCodes } = DISTRICT_CENTRE;
    const facts = { code: `centre-${code}`, name: postName, phone, itemCodes, holderKey };
    const person = { holderName: staffName(holderKey), openid: sampleOpenid(holderKey) };
    keepPost(result, facts.code, openPost(department, { ...facts, ...person }, createdAt));
  });
  const desks = PERSONA_STAFF.filter(({ post }) => post === undefined).map((one) =>
    deskPersona(one, createdAt),
  );
  result.staff.push(...desks, ...districtSpecialists(createdAt));
  return result;
}
