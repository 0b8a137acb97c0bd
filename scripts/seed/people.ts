import { addDays, addMonths, dateInShanghai } from "@talent/shared/calendar/dates";
import { codeStringOf } from "@talent/shared/domain/codeString";
import { CATEGORIES, type Category } from "@talent/shared/domain/talents";
import { DISTRICTS, EMPLOYERS, NAMES } from "../../server/data/offices";
import type { PlainTalent } from "../../server/features/talents/index";
import { CYCLE_PLANS } from "./cyclePlans";
import { idOf } from "./ids";
import { PERSONA_TALENTS, type PersonaTalent } from "./personas";
import { createRandom, type Random } from "./random";

/** Talents in all, the personas' included. */
export const TALENT_COUNT = 500;

/** How the categories are spread over a hundred people. */
const CATEGORY_SHARES: readonly [Category, number][] = [
  ["A", 4],
  ["B", 12],
  ["C", 22],
  ["D", 26],
  ["E", 22],
  ["F", 14],
];

/** A person of the demonstration data before sealing. */
export interface Person {
  key: string;
  plain: PlainTalent;
}

/** An identity number that no person can have: 999 is nobody's place of birth. */
function sampleIdNumber(index: number, bornOn: string): string {
  return `999999${bornOn.replaceAll("-", "")}${String(index).padStart(4, "0")}`;
}

function categoryAt(index: number): Category {
  let place = index % 100;
  for (const [category, share] of CATEGORY_SHARES) {
    if (place < share) return category;
    place -= share;
  }
  return CATEGORIES[CATEGORIES.length - 1] ?? "F";
}

function nameOf(random: Random): string {
  return random.pick(NAMES.surnames) + random.pick(NAMES.given);
}

function familyOf(key: string, name: string, random: Random, todayOn: string): PlainTalent["family"] {
  const surname = NAMES.surnames
    .filter((known) => name.startsWith(known))
    .sort((a, b) => b.length - a.length)[0];
  const spouse = { id: "m1", relation: "spouse" as const, name: nameOf(random), bornOn: "1988-06-12" };
  const children = Array.from({ length: random.between(0, 2) }, (_none, index) => ({
    id: `m${index + 2}`,
    relation: "child" as const,
    name: (surname ?? name.slice(0, 1)) + random.pick(NAMES.given),
    bornOn: addDays(todayOn, -365 * random.between(4, 15) - random.between(0, 364)),
  }));
  return random.chance(0.75) || key.startsWith("talent-") ? [spouse, ...children] : [];
}

/** Service cycles of three years; but for those of the plans the ends are spread evenly over the coming three. */
function cycleOf(key: string, index: number, todayOn: string): PlainTalent["cycle"] {
  const planned = CYCLE_PLANS.find(({ talent }) => talent === key)?.daysLeft;
  const endsOn = addDays(todayOn, planned ?? 1 + Math.floor((index / TALENT_COUNT) * 3 * 365));
  return { startsOn: addDays(addMonths(endsOn, -36), 1), endsOn };
}

function crowdPerson(index: number, todayOn: string): Person {
  const key = `crowd-${index}`;
  const random = createRandom(key);
  const name = nameOf(random);
  const district = DISTRICTS[index % DISTRICTS.length];
  const local = EMPLOYERS.filter(({ districtCode }) => districtCode === district?.code);
  const employer = random.pick(local.length > 0 ? local : EMPLOYERS);
  const recognition = random.chance(0.7) ? ("catalogue" as const) : ("points" as const);
  const bornOn = addDays("1970-01-01", random.between(0, 9_000));
  return {
    key,
    plain: {
      _id: idOf(key),
      name,
      category: categoryAt(index * 37),
      recognition,
      ...(recognition === "points" ? { score: random.between(60, 98) } : {}),
      employerId: idOf(employer.code).toHexString(),
      employerName: employer.name,
      districtCode: district?.code ?? "500112",
      cycle: cycleOf(key, (index * 211) % TALENT_COUNT, todayOn),
      idNumber: sampleIdNumber(index, bornOn),
      phone: `1990000${String(index).padStart(4, "0")}`,
      codeString: codeStringOf(50_000_000_000 + index * 97),
      family: familyOf(key, name, random, todayOn),
    },
  };
}

function personaPerson(persona: PersonaTalent, index: number, todayOn: string): Person {
  const random = createRandom(persona.id);
  const employer = EMPLOYERS.find(({ code }) => code === persona.employer);
  if (employer === undefined) throw new Error(`no employer ${persona.employer}`);
  const endsOn = addDays(todayOn, persona.cycleDaysLeft);
  return {
    key: persona.id,
    plain: {
      _id: idOf(persona.id),
      name: persona.name,
      category: persona.category,
      recognition: persona.recognition,
      ...(persona.recognition === "points" ? { score: 82 } : {}),
      employerId: idOf(employer.code).toHexString(),
      employerName: employer.name,
      districtCode: persona.districtCode,
      cycle: { startsOn: addDays(addMonths(endsOn, -36), 1), endsOn },
      idNumber: persona.idNumber,
      phone: persona.phone,
      codeString: codeStringOf(80_000_000_000 + index * 97),
      family: persona.family ?? familyOf(persona.id, persona.name, random, todayOn),
    },
  };
}

/** Everybody, the personas first. */
export function people(now: Date): Person[] {
  const todayOn = dateInShanghai(now);
  const personas = PERSONA_TALENTS.map((persona, index) => personaPerson(persona, index, todayOn));
  const crowd = Array.from({ length: TALENT_COUNT - personas.length }, (_none, index) =>
    crowdPerson(index, todayOn),
  );
  return [...personas, ...crowd];
}
