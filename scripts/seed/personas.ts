import type { Role } from "@talent/shared/domain/roles";
import type { Category, Recognition } from "@talent/shared/domain/talents";
import type { PlainTalent } from "../../server/features/talents/index";
import sandboxPersonas from "../wechat-sandbox/src/data/personas.json";

/** A talent whom somebody can be in the sandbox. */
export interface PersonaTalent {
  id: string;
  name: string;
  category: Category;
  recognition: Recognition;
  districtCode: string;
  /** Code of the employers' data. */
  employer: string;
  cycleDaysLeft: number;
  idNumber: string;
  phone: string;
  family?: PlainTalent["family"];
  /** No account is bound to the record yet: whoever knows both numbers can bind it. */
  unbound?: true;
}

/** Somebody of the staff whom one can be. */
export interface PersonaStaff {
  id: string;
  role: Role;
  districtCode?: string;
  /** Code of the post the person holds. */
  post?: string;
  employer?: string;
}

type TalentFacts = Omit<PersonaTalent, "name" | "phone" | "idNumber">;

const child = (id: string, name: string, bornOn: string) => ({
  id,
  relation: "child" as const,
  name,
  bornOn,
});
const spouse = (name: string) => ({ id: "m1", relation: "spouse" as const, name, bornOn: "1987-03-21" });

const TALENTS: readonly TalentFacts[] = [
  fact("talent-a", "A", "catalogue", "500108", "employer-05", 820),
  {
    ...fact("talent-b", "B", "catalogue", "500112", "employer-01", 188),
    family: [spouse("沈立新"), child("m2", "沈知远", "2018-05-04"), child("m3", "沈书瑶", "2021-09-17")],
  },
  fact("talent-c", "C", "points", "500103", "employer-02", 64),
  fact("talent-d", "D", "catalogue", "500106", "employer-06", 412),
  {
    ...fact("talent-e", "E", "points", "500112", "employer-04", 301),
    family: [spouse("江雨桐"), child("m2", "刘浩然", "2019-11-02")],
  },
  fact("talent-f", "F", "points", "500103", "employer-14", 990),
  fact("talent-b2", "B", "catalogue", "500103", "employer-14", 530),
  { ...fact("newcomer", "C", "catalogue", "500112", "employer-01", 700), unbound: true },
];

export const PERSONA_STAFF: readonly PersonaStaff[] = [
  { id: "municipal-specialist", role: "municipalSpecialist" },
  { id: "municipal-specialist-2", role: "municipalSpecialist" },
  { id: "district-specialist", role: "districtSpecialist", districtCode: "500112" },
  { id: "district-specialist-2", role: "districtSpecialist", districtCode: "500103" },
  { id: "liaison-education", role: "departmentLiaison", post: "city-education-school" },
  { id: "liaison-education-b", role: "departmentLiaison", post: "city-education-school" },
  { id: "liaison-health", role: "departmentLiaison", post: "city-health-care" },
  { id: "liaison-police", role: "departmentLiaison", post: "city-police-household" },
  { id: "liaison-hr", role: "departmentLiaison", post: "city-hr-title" },
  { id: "liaison-yubei-education", role: "departmentLiaison", post: "yubei-education-school" },
  { id: "employer-liaison", role: "employerLiaison", employer: "employer-01" },
  { id: "administrator", role: "administrator" },
  { id: "auditor", role: "auditor" },
];

function fact(
  id: string,
  category: Category,
  recognition: Recognition,
  districtCode: string,
  employer: string,
  cycleDaysLeft: number,
): TalentFacts {
  return { id, category, recognition, districtCode, employer, cycleDaysLeft };
}

/** WeChat's side of a persona: openid, name and telephone number. */
export function wechatSide(id: string): { openid: string; name: string; phone: string } {
  const persona = sandboxPersonas.find((known) => known.id === id);
  if (persona === undefined) throw new Error(`the sandbox has no persona ${id}`);
  return {
    openid: persona.openid,
    name: persona.label.split(/\s*·\s*/)[0] ?? persona.label,
    phone: persona.phone,
  };
}

export const PERSONA_TALENTS: readonly PersonaTalent[] = TALENTS.map((talent, index) => {
  const { name, phone } = wechatSide(talent.id);
  return { ...talent, name, phone, idNumber: `9999991986010180${String(index + 10)}` };
});
