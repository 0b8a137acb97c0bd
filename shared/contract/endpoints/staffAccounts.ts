import * as z from "zod/mini";
import { defineEndpoints } from "../endpoint";
import * as accounts from "../schemas/staffAccounts";
import { idParams, pageOf, pageQuery } from "../schemas/primitives";

const ADMINISTRATORS = ["administrator"] as const;

export const staffAccountEndpoints = defineEndpoints({
  "accounts.list": {
    method: "GET",
    path: "/api/accounts",
    summary: "Accounts of staff; somebody without a role by the number of the account",
    access: ADMINISTRATORS,
    query: accounts.listAccountsQuery,
    output: pageOf(accounts.staffAccountSchema),
  },
  "accounts.scopes": {
    method: "GET",
    path: "/api/account-scopes",
    summary: "Departments and employers that a role can be held for",
    access: ADMINISTRATORS,
    output: accounts.scopesSchema,
  },
  "accounts.grant": {
    method: "POST",
    path: "/api/accounts/:id/grant",
    summary: "Give an account a role with its scope",
    access: ADMINISTRATORS,
    params: idParams,
    body: accounts.grantRoleBody,
    output: accounts.staffAccountSchema,
  },
  "accounts.withdraw": {
    method: "POST",
    path: "/api/accounts/:id/withdraw",
    summary: "Take a role back; the last administrator keeps theirs",
    access: ADMINISTRATORS,
    params: idParams,
    body: accounts.withdrawRoleBody,
    output: accounts.staffAccountSchema,
  },
  "accounts.disable": {
    method: "POST",
    path: "/api/accounts/:id/disable",
    summary: "Switch an account off and end its sign-ins",
    access: ADMINISTRATORS,
    params: idParams,
    body: accounts.switchAccountBody,
    output: accounts.staffAccountSchema,
  },
  "accounts.enable": {
    method: "POST",
    path: "/api/accounts/:id/enable",
    summary: "Switch an account on again",
    access: ADMINISTRATORS,
    params: idParams,
    body: accounts.switchAccountBody,
    output: accounts.staffAccountSchema,
  },
  "audit.list": {
    method: "GET",
    path: "/api/audit",
    summary: "Who gave and took which role, newest first",
    access: ["administrator", "auditor"],
    query: z.strictObject(pageQuery),
    output: pageOf(accounts.auditEntrySchema),
  },
});
