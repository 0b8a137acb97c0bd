import { SPECIALIST_ROLES, servesAt, type RoleGrant } from "@talent/shared/domain/roles";
import { createShortCache } from "../../platform/database/shortCache";
import { AccountModel, type Account } from "../accounts/index";
import type { CycleDocument } from "./document";
import { answersFor, serves } from "./policy";

/** Nobody needs more colleagues than this to hear of one cycle. */
const MOST_TOLD = 20;
const KEY = "specialists";

interface Specialist {
  accountId: string;
  grants: readonly RoleGrant[];
}

/** Account ids of whoever is told of a cycle. */
export interface CycleAudience {
  talent: string | undefined;
  employer: readonly string[];
  /** Specialists of the talent's district; where there is none, all who serve the talent. */
  district: readonly string[];
  /** Everybody who may decide on it. */
  deciders: readonly string[];
}

export interface CyclePeople {
  audienceOf(cycle: CycleDocument): Promise<CycleAudience>;
}

async function loadSpecialists(): Promise<Specialist[] | null> {
  const accounts = await AccountModel.find(
    { "grants.role": { $in: [...SPECIALIST_ROLES] }, disabled: false },
    { grants: 1 },
  )
    .sort({ _id: 1 })
    .lean<Pick<Account, "_id" | "grants">[]>()
    .exec();
  return accounts.length === 0
    ? null
    : accounts.map(({ _id, grants }) => ({ accountId: _id.toHexString(), grants }));
}

async function loadLiaisons(employerId: string): Promise<string[] | null> {
  const accounts = await AccountModel.find(
    { grants: { $elemMatch: { role: "employerLiaison", employerId } }, disabled: false },
    { _id: 1 },
  )
    .sort({ _id: 1 })
    .limit(MOST_TOLD)
    .lean<Pick<Account, "_id">[]>()
    .exec();
  return accounts.length === 0 ? null : accounts.map(({ _id }) => _id.toHexString());
}

async function talentAccount(talentId: string): Promise<string | undefined> {
  const account = await AccountModel.findOne({ talentId, disabled: false }, { _id: 1 }).lean();
  return account?._id.toHexString();
}

/** Who hears of cycles; staff and liaisons as they were read a moment ago. */
export function createCyclePeople(): CyclePeople {
  const specialists = createShortCache(loadSpecialists, { ttlMs: 5000, size: 1 });
  const liaisons = createShortCache(loadLiaisons, { ttlMs: 5000, size: 5000 });
  return {
    async audienceOf(cycle) {
      const { employerId, talentId, districtCode } = cycle;
      const [staff, employer, talent] = await Promise.all([
        specialists.get(KEY),
        employerId === undefined ? null : liaisons.get(employerId),
        talentAccount(talentId),
      ]);
      const those = (fits: (grants: readonly RoleGrant[]) => boolean) =>
        (staff ?? [])
          .filter(({ grants }) => fits(grants))
          .map(({ accountId }) => accountId)
          .slice(0, MOST_TOLD);
      const near = those((grants) => servesAt(grants, "district", districtCode));
      return {
        talent,
        employer: employer ?? [],
        district: near.length > 0 ? near : those((grants) => serves(grants, cycle)),
        deciders: those((grants) => answersFor(grants, cycle)),
      };
    },
  };
}
