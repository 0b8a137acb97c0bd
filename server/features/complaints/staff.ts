import { CASE_STAFF_ROLES } from "@talent/shared/domain/roles";
import { createShortCache } from "../../platform/database/shortCache";
import { AccountModel, type Account } from "../accounts/index";
import type { ComplaintDocument, StaffRef } from "./document";
import { covers, isParty, mayInvestigate, type Person } from "./policy";

/** Nobody needs more colleagues than this to hear of one complaint, nor a longer list to choose from. */
const MOST_TOLD = 20;
const MOST_OFFERED = 50;
const KEY = "staff";

type Colleague = Person & StaffRef;

async function load(): Promise<Colleague[] | null> {
  const accounts = await AccountModel.find(
    { "grants.role": { $in: [...CASE_STAFF_ROLES] }, disabled: false },
    { grants: 1, name: 1, office: 1 },
  )
    .sort({ _id: 1 })
    .lean<Pick<Account, "_id" | "grants" | "name" | "office">[]>()
    .exec();
  return accounts.length === 0
    ? null
    : accounts.map(({ _id, grants, name, office }) => ({
        accountId: _id.toHexString(),
        grants,
        name,
        office,
      }));
}

/** Everybody who works on cases, as they were read a moment ago. */
export interface StaffDirectory {
  /** Account ids of the specialists who answer for it. */
  covering(complaint: ComplaintDocument): Promise<string[]>;
  /** Whom it may be given to, those who answer for it first; `q` is part of a name or an office. */
  investigators(complaint: ComplaintDocument, q?: string): Promise<StaffRef[]>;
  /** The person, or undefined when this is nobody who works on cases. */
  colleague(accountId: string): Promise<Colleague | undefined>;
}

export function createStaffDirectory(): StaffDirectory {
  const recent = createShortCache(load, { ttlMs: 5000, size: 1 });
  const everybody = async () => (await recent.get(KEY)) ?? [];
  return {
    async covering(complaint) {
      const staff = await everybody();
      return staff
        .filter((person) => covers(person.grants, complaint) && !isParty(person, complaint))
        .map(({ accountId }) => accountId)
        .slice(0, MOST_TOLD);
    },
    async investigators(complaint, q = "") {
      const staff = await everybody();
      return staff
        .filter((person) => mayInvestigate(person, complaint))
        .filter(({ name, office }) => name.includes(q) || office.includes(q))
        .sort((a, b) => Number(covers(b.grants, complaint)) - Number(covers(a.grants, complaint)))
        .slice(0, MOST_OFFERED)
        .map(({ accountId, name, office }) => ({ accountId, name, office }));
    },
    async colleague(accountId) {
      return (await everybody()).find((person) => person.accountId === accountId);
    },
  };
}
