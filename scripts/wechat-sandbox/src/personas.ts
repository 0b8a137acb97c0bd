import personaRows from "./data/personas.json";
import type { BusinessClock } from "./clock";

/** A WeChat user whom one can be in the sandbox. */
export interface Persona {
  id: string;
  label: string;
  /** What the product's demonstration data makes of the person; empty: unknown to the product. */
  roles: string[];
  openid: string;
  phone: string;
}

export interface PersonaDirectory {
  all: readonly Persona[];
  byId(id: string): Persona | undefined;
  byOpenid(openid: string): Persona | undefined;
  /** The person opens or uses the mini-program: content checks ask for a visit in the last two hours. */
  visit(openid: string): void;
  /** Business time of the last visit, or undefined. */
  lastVisit(openid: string): number | undefined;
}

/** Nameless users for load tests: `crowd-0001` and on, with openids as stable as the others. */
function crowdPersona(number: number): Persona {
  const digits = String(number).padStart(4, "0");
  return {
    id: `crowd-${digits}`,
    label: `压测用户 ${digits}`,
    roles: [],
    openid: `oCROWD${String(number).padStart(22, "0")}`,
    phone: `139${String(number).padStart(8, "0")}`,
  };
}

/** @param crowd how many nameless users to add to the named ones */
export function createPersonas(clock: BusinessClock, crowd = 0): PersonaDirectory {
  const all: Persona[] = [
    ...personaRows,
    ...Array.from({ length: crowd }, (_, index) => crowdPersona(index + 1)),
  ];
  const byId = new Map(all.map((persona) => [persona.id, persona]));
  const byOpenid = new Map(all.map((persona) => [persona.openid, persona]));
  const visits = new Map<string, number>();
  return {
    all,
    byId: (id) => byId.get(id),
    byOpenid: (openid) => byOpenid.get(openid),
    visit: (openid) => void visits.set(openid, clock.now()),
    lastVisit: (openid) => visits.get(openid),
  };
}
