import type { Role } from "@talent/shared/domain/roles";
import { DEPARTMENTS, DISTRICT_CENTRE, DISTRICTS, EMPLOYERS } from "../../server/data/offices";
import type { Account, AccountGrant } from "../../server/features/accounts/index";
import type { DepartmentDocument, PostDocument } from "../../server/features/posts/index";
import { idOf } from "./ids";
import { PERSONA_STAFF, wechatSide, type PersonaStaff } from "./personas";
import { openPost } from "./posts";
import { sampleOpenid, staffAccount, staffName } from "./staff";

/** Departments, posts and everybody who works there. */
export interface Offices {
  departments: DepartmentDocument[];
  posts: PostDocument[];
  /** By code of the data, or `centre-DISTRICT`. */
  postByCode: ReadonlyMap<string, PostDocument>;
  staff: Account[];
}

const MUNICIPAL_OFFICE = "市人才服务专窗";

function districtName(code: string | undefined): string {
  return DISTRICTS.find((district) => district.code === code)?.name ?? "";
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

type Collected = Offices & { postByCode: Map<string, PostDocument> };

function keepPost(offices: Collected, code: string, { post, accounts }: ReturnType<typeof openPost>): void {
  offices.posts.push(post);
  offices.staff.push(...accounts);
  offices.postByCode.set(code, post);
}

/** The office of a district that takes whatever no other office of it takes. */
function openCentre(
  result: Collected,
  { code, name }: { code: string; name: string },
  index: number,
  createdAt: Date,
) {
  const phone = `023-0000 ${String(3000 + index * 11)}`;
  const department: DepartmentDocument = {
    ...{
      _id: idOf(`department centre ${code}`),
      name: `${name}${DISTRICT_CENTRE.nameSuffix}`,
      level: "district",
    },
    districtCode: code,
    phone,
  };
  result.departments.push(department);
  const holder = (key: string) => ({ key, name: staffName(key) });
  const facts = {
    code: `centre-${code}`,
    name: DISTRICT_CENTRE.postName,
    phone,
    itemCodes: DISTRICT_CENTRE.itemCodes,
    isDefault: true,
    holders: { A: holder(`holder centre ${code}`), B: holder(`holder B centre ${code}`) },
  };
  keepPost(result, facts.code, openPost(department, facts, createdAt));
}

/** All offices, with the sandbox's personas at their posts. */
export function offices(createdAt: Date): Offices {
  const result = { departments: [], posts: [], postByCode: new Map(), staff: [] } as Collected;
  for (const { code, name, level, districtCode, posts } of DEPARTMENTS) {
    const phone = posts[0]?.phone ?? "";
    const department: DepartmentDocument = { _id: idOf(`department ${code}`), name, level, phone };
    if (districtCode !== undefined) department.districtCode = districtCode;
    result.departments.push(department);
    for (const post of posts) {
      const holders = {
        A: { key: `holder ${post.code}`, name: post.holder, persona: post.persona },
        B: { key: `holder B ${post.code}`, name: post.holderB, persona: post.personaB },
      };
      const facts = { ...post, isDefault: post.default ?? false, holders };
      keepPost(result, post.code, openPost(department, facts, createdAt));
    }
  }
  DISTRICTS.forEach((district, index) => openCentre(result, district, index, createdAt));
  const desks = PERSONA_STAFF.filter(({ post }) => post === undefined).map((one) =>
    deskPersona(one, createdAt),
  );
  result.staff.push(...desks, ...districtSpecialists(createdAt));
  return result;
}
