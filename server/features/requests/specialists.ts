import { SPECIALIST_ROLES } from "@talent/shared/domain/roles";
import { createShortCache } from "../../platform/database/shortCache";
import { AccountModel, type Account } from "../accounts/index";
import { scopeKeysOfGrants, type ScopeKey } from "./scopes";

/** Who is told of new requests. */
export interface SpecialistDirectory {
  /** Account ids of the specialists who hold one of these keys; the municipal platform's first where it serves. */
  covering(scopeKeys: readonly ScopeKey[]): Promise<string[]>;
}

/** Nobody needs more colleagues than this to hear of one request. */
const MOST = 20;
const KEY = "specialists";

type Specialist = { accountId: string; scopeKeys: ScopeKey[] };

async function load(): Promise<Specialist[] | null> {
  const accounts = await AccountModel.find(
    { "grants.role": { $in: [...SPECIALIST_ROLES] }, disabled: false },
    { grants: 1 },
  )
    .sort({ _id: 1 })
    .lean<Pick<Account, "_id" | "grants">[]>()
    .exec();
  if (accounts.length === 0) return null;
  return accounts.map((account) => ({
    accountId: account._id.toHexString(),
    scopeKeys: scopeKeysOfGrants(
      account.grants.filter((grant) => SPECIALIST_ROLES.some((role) => role === grant.role)),
    ),
  }));
}

/** Specialists as they were read a moment ago. */
export function createSpecialistDirectory(): SpecialistDirectory {
  const recent = createShortCache(load, { ttlMs: 5000, size: 1 });
  return {
    async covering(scopeKeys) {
      const specialists = (await recent.get(KEY)) ?? [];
      return specialists
        .filter((specialist) => specialist.scopeKeys.some((key) => scopeKeys.includes(key)))
        .map((specialist) => specialist.accountId)
        .slice(0, MOST);
    },
  };
}
