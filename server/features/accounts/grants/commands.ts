import { Types } from "mongoose";
import { nanoid } from "nanoid";
import { districtName, isDistrict } from "@talent/shared/domain/districts";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import { AppError, invalidField, notFound } from "../../../platform/errors";
import { withLock } from "../../../platform/database/lock";
import type { Act, AccountActType } from "../../audit/index";
import { AccountModel, type Account, type AccountGrant } from "../model";
import { enterActs } from "./acts";
import { isSameGrant, scopeProblem, type AskedGrant } from "./rules";

/** Who does it: an administrator, or the operator at the command line (no account). */
export interface Actor {
  accountId: string;
  name: string;
  office: string;
}

/** Names of the scopes that other features keep. */
export interface ScopeNames {
  departmentName(id: string): Promise<string | undefined>;
  employerName(id: string): Promise<string | undefined>;
}

export interface GrantMoment {
  by: Actor;
  now: Date;
}

/** Tries of a change that keeps losing against others of the same account. */
const ATTEMPTS = 10;

async function accountOf(id: string): Promise<Account> {
  const found = await AccountModel.collection.findOne({ _id: new Types.ObjectId(id) });
  if (found === null) throw notFound("account");
  return found as unknown as Account;
}

function actOf(type: AccountActType, account: Account, detail: string, { by, now }: GrantMoment): Act {
  return {
    actId: nanoid(),
    at: now,
    act: type,
    actorId: by.accountId,
    who: by.name,
    office: by.office,
    subjectId: account._id.toHexString(),
    subject: account.name,
    detail,
  };
}

interface AccountChange {
  set: Partial<Account>;
  type: AccountActType;
  detail: string;
}

/**
 * One conditional write of an account with the act that goes to the audit log. `decide` says what changes on the
 * present state, or null when nothing does.
 */
async function changeAccount(
  id: string,
  moment: GrantMoment,
  decide: (account: Account) => Promise<AccountChange | null> | AccountChange | null,
): Promise<Account> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const account = await accountOf(id);
    const change = await decide(account);
    if (change === null) return account;
    const { set, type, detail } = change;
    const act = actOf(type, { ...account, ...set }, detail, moment);
    const { matchedCount } = await AccountModel.collection.updateOne(
      { _id: account._id, grants: account.grants, disabled: account.disabled },
      { $set: { ...set, actsPending: true } as never, $push: { unaudited: act } as never },
    );
    if (matchedCount === 1) {
      await enterActs();
      return accountOf(id);
    }
  }
  throw new AppError("state_changed", "others are changing this account");
}

/** @throws AppError `invalid_input` naming the field of the scope */
async function namedGrant(asked: AskedGrant, names: ScopeNames): Promise<AccountGrant> {
  const problem = scopeProblem(asked);
  if (problem !== undefined) throw invalidField(`body.${problem.field}`, problem.problem);
  const { role, districtCode, departmentId, employerId } = asked;
  if (districtCode !== undefined) {
    if (!isDistrict(districtCode)) throw invalidField("body.districtCode", "unknown");
    return { role, districtCode, districtName: districtName(districtCode) };
  }
  if (departmentId !== undefined) {
    const departmentName = await names.departmentName(departmentId);
    if (departmentName === undefined) throw invalidField("body.departmentId", "unknown");
    return { role, departmentId, departmentName };
  }
  if (employerId === undefined) return { role };
  const employerName = await names.employerName(employerId);
  if (employerName === undefined) throw invalidField("body.employerId", "unknown");
  return { role, employerId, employerName };
}

/** `部门联络员（市教委）` */
function grantWords({ role, districtName: district, departmentName, employerName }: AccountGrant): string {
  const scope = district ?? departmentName ?? employerName;
  return scope === undefined ? ROLE_LABELS[role].zh : `${ROLE_LABELS[role].zh}（${scope}）`;
}

/**
 * Gives an account a role; giving it again changes nothing.
 * @throws AppError `not_found`, `invalid_input` on the scope, on `name` when the account would have none
 */
export async function grantRole(
  id: string,
  asked: AskedGrant,
  person: { name?: string | undefined; office?: string | undefined },
  names: ScopeNames,
  moment: GrantMoment,
): Promise<Account> {
  const grant = await namedGrant(asked, names);
  return changeAccount(id, moment, (account) => {
    const name = person.name ?? account.name;
    if (name === "") throw invalidField("body.name", "required");
    const office = person.office ?? account.office;
    const held = account.grants.some((one) => isSameGrant(one, grant));
    if (held && name === account.name && office === account.office) return null;
    const grants = held ? account.grants : [...account.grants, grant];
    return { set: { grants, name, office }, type: "roleGranted", detail: grantWords(grant) };
  });
}

/** Refuses what would leave the platform without an administrator who can act. */
async function keepAnAdministrator(leaving: Account): Promise<void> {
  const others = await AccountModel.countDocuments({
    _id: { $ne: leaving._id },
    "grants.role": "administrator",
    disabled: false,
  });
  if (others === 0) throw new AppError("last_administrator", "somebody has to be administrator");
}

const isAdministrator = ({ grants, disabled }: Account) =>
  !disabled && grants.some(({ role }) => role === "administrator");

/** Changes that take an administrator away are decided one after the other, for all processes. */
function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  return withLock("administrators", work);
}

/**
 * Takes a role back; one that is not held changes nothing.
 * @throws AppError `not_found`, `last_administrator`
 */
export function withdrawRole(id: string, asked: AskedGrant, moment: GrantMoment): Promise<Account> {
  return oneByOne(() =>
    changeAccount(id, moment, async (account) => {
      const gone = account.grants.find((one) => isSameGrant(one, asked));
      if (gone === undefined) return null;
      if (asked.role === "administrator" && isAdministrator(account)) await keepAnAdministrator(account);
      const grants = account.grants.filter((one) => one !== gone);
      return { set: { grants }, type: "roleWithdrawn", detail: grantWords(gone) };
    }),
  );
}

/**
 * Switches an account off.
 * @throws AppError `not_found`, `last_administrator`
 */
export function disableAccount(id: string, reason: string, moment: GrantMoment): Promise<Account> {
  return oneByOne(() =>
    changeAccount(id, moment, async (account) => {
      if (account.disabled) return null;
      if (isAdministrator(account)) await keepAnAdministrator(account);
      return { set: { disabled: true }, type: "accountDisabled", detail: reason };
    }),
  );
}

/** Switches an account on again. @throws AppError `not_found` */
export function enableAccount(id: string, reason: string, moment: GrantMoment): Promise<Account> {
  return changeAccount(id, moment, (account) =>
    account.disabled ? { set: { disabled: false }, type: "accountEnabled", detail: reason } : null,
  );
}
