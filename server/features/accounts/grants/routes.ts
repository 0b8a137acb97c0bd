import { Types } from "mongoose";
import type * as z from "zod/mini";
import type { listAccountsQuery, StaffAccount } from "@talent/shared/contract/schemas/staffAccounts";
import { GRANTED_ROLES } from "@talent/shared/domain/roles";
import type { Reader } from "../../../platform/auth/reader";
import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import type { Handlers } from "../../../platform/http/handler";
import type { AccountContext } from "../context";
import { AccountModel, type Account } from "../model";
import { disableAccount, enableAccount, grantRole, withdrawRole, type ScopeNames } from "./commands";

type GrantHandlers = Handlers<
  | "accounts.list"
  | "accounts.scopes"
  | "accounts.grant"
  | "accounts.withdraw"
  | "accounts.disable"
  | "accounts.enable"
>;

type ListQuery = z.output<typeof listAccountsQuery>;

/** Departments and employers to choose from. */
export interface Scopes extends ScopeNames {
  all(): Promise<{
    departments: { id: string; name: string }[];
    employers: { id: string; name: string }[];
  }>;
}

function present({ _id, name, office, grants, disabled }: Account, reader: Reader): StaffAccount {
  const id = _id.toHexString();
  return {
    id,
    name,
    office,
    roles: grants.map((grant) => ({ ...grant })),
    disabled,
    own: id === reader.accountId,
  };
}

const ACCOUNT_NUMBER = /^[0-9a-f]{24}$/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The query of the list; one row more than a page. */
export function accountsQuery({ q, role, cursor, limit }: ListQuery) {
  if (q !== undefined && ACCOUNT_NUMBER.test(q)) return AccountModel.find({ _id: q }).lean<Account[]>();
  const part = q === undefined ? undefined : new RegExp(escaped(q));
  return AccountModel.find({
    "grants.role": role ?? { $in: [...GRANTED_ROLES] },
    ...(part === undefined ? {} : { $or: [{ name: part }, { office: part }] }),
    ...(cursor === undefined ? {} : { _id: { $gt: new Types.ObjectId(readCursor(cursor).id) } }),
  })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean<Account[]>();
}

/** Accounts of staff, for administrators. Whoever loses a role or is switched off has to sign in again. */
export function grantHandlers({ families }: AccountContext, scopes: Scopes): GrantHandlers {
  return {
    "accounts.list": async ({ reader, query }) => {
      const place = ({ _id }: Account) => ({ at: 0, id: _id.toHexString() });
      const { rows, next } = pageOfRows(await accountsQuery(query), query.limit, place);
      return { items: rows.map((row) => present(row, reader)), ...next };
    },
    "accounts.scopes": () => scopes.all(),
    "accounts.grant": async ({ reader, params, body, now }) => {
      const { name, office, ...grant } = body;
      return present(
        await grantRole(params.id, grant, { name, office }, scopes, { by: reader, now }),
        reader,
      );
    },
    "accounts.withdraw": async ({ reader, params, body, now }) => {
      const account = await withdrawRole(params.id, body, { by: reader, now });
      await families.endAllOf(params.id, reader.accountId === params.id ? reader.sessionId : undefined);
      return present(account, reader);
    },
    "accounts.disable": async ({ reader, params, body, now }) => {
      const account = await disableAccount(params.id, body.reason, { by: reader, now });
      await families.endAllOf(params.id);
      return present(account, reader);
    },
    "accounts.enable": async ({ reader, params, body, now }) =>
      present(await enableAccount(params.id, body.reason, { by: reader, now }), reader),
  };
}
