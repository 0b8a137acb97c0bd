import type { JobDefinition } from "../../../platform/jobs/job";
import { appendAct } from "../../audit/index";
import { AccountModel, type Account } from "../model";

const MOST_PER_RUN = 200;

/** Accounts with acts that are not in the audit log yet. */
export function unauditedAccounts() {
  return AccountModel.find({ actsPending: true }, { unaudited: 1 })
    .limit(MOST_PER_RUN)
    .lean<Pick<Account, "_id" | "unaudited">[]>();
}

/**
 * Carries acts from the accounts, where they were written with the change itself, into the audit log: each exactly
 * once, also when a process dies between the two.
 */
export async function enterActs(): Promise<void> {
  for (const { _id, unaudited = [] } of await unauditedAccounts()) {
    for (const act of unaudited) await appendAct(act);
    const entered = unaudited.map(({ actId }) => actId);
    await AccountModel.collection.updateOne(
      { _id },
      { $pull: { unaudited: { actId: { $in: entered } } } as never },
    );
    await AccountModel.collection.updateOne(
      { _id, unaudited: { $size: 0 } },
      { $unset: { unaudited: "", actsPending: "" } },
    );
  }
}

export const accountAuditJob: JobDefinition = {
  name: "accounts.audit",
  every: "1 minute",
  run: () => enterActs(),
};
