import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Reader } from "../../platform/auth/reader";
import type { Account } from "./model";
import type { OwnTalent } from "./talentDirectory";

/** The reader as access tokens carry them: scopes without their names. */
export function readerOf(account: Account, sessionId: string): Reader {
  return {
    accountId: account._id.toHexString(),
    name: account.name,
    office: account.office,
    grants: account.grants.map(({ role, districtCode, departmentId, employerId }) => ({
      role,
      ...(districtCode === undefined ? {} : { districtCode }),
      ...(departmentId === undefined ? {} : { departmentId }),
      ...(employerId === undefined ? {} : { employerId }),
    })),
    talentId: account.talentId,
    sessionId,
  };
}

export function presentMe(account: Account, talent: OwnTalent | null, unreadNotices: number): Me {
  return {
    id: account._id.toHexString(),
    displayName: account.name,
    roles: account.grants.map((grant) => ({ ...grant })),
    talent,
    preferences: { ...account.preferences },
    unreadNotices,
  };
}
