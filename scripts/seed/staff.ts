import { NAMES } from "../../server/data/offices";
import type { Account, AccountGrant } from "../../server/features/accounts/index";
import { idOf } from "./ids";
import { createRandom } from "./random";

const LANGUAGE = { language: "zh-CN", textSize: "auto" } as const;

/** A WeChat id of the right form that no sandbox user has. */
export function sampleOpenid(key: string): string {
  return `oSAMPLE${idOf(`openid ${key}`).toHexString().toUpperCase().slice(0, 21)}`;
}

/** An invented name for a staff member. */
export function staffName(key: string): string {
  const random = createRandom(`staff ${key}`);
  return random.pick(NAMES.surnames) + random.pick(NAMES.given);
}

export interface StaffFacts {
  key: string;
  name: string;
  openid: string;
  office: string;
  grant: AccountGrant;
}

export function staffAccount(facts: StaffFacts, createdAt: Date): Account {
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
