import { ConsentModel, consentId, type Consent } from "./model";
import { afterReport, NO_CONSENT, type ConsentReport } from "./rules";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";

const ATTEMPTS = 10;

type BulkWrites = Parameters<typeof ConsentModel.bulkWrite>[0];

/** Applies a report on exactly the state it was decided on; false when somebody was quicker. */
async function tryReport(accountId: string, templateId: string, report: ConsentReport): Promise<boolean> {
  const _id = consentId(accountId, templateId);
  const current = await ConsentModel.findById(_id).lean();
  const next = afterReport(current ?? NO_CONSENT, report);
  if (current !== null) {
    if (next === current) return true;
    const { matchedCount } = await ConsentModel.updateOne(
      { _id, revision: current.revision },
      { $set: { ...plain(next), updatedAt: report.at }, $inc: { revision: 1 } },
    );
    return matchedCount === 1;
  }
  try {
    await ConsentModel.create({
      _id,
      accountId,
      templateId,
      ...plain(next),
      revision: 1,
      updatedAt: report.at,
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function plain({
  remaining,
  choice,
  unpaired,
  events,
}: Pick<Consent, "remaining" | "choice" | "unpaired" | "events">) {
  return { remaining, choice, unpaired, events };
}

/** Writes a report into the ledger, counted once however often and from wherever it comes. */
export async function reportConsent(
  accountId: string,
  templateId: string,
  report: ConsentReport,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1)
    if (await tryReport(accountId, templateId, report)) return;
  throw new Error("the consent ledger is too busy");
}

/** The consents of these people for these templates, by `consentId`. */
export async function consentsOf(
  pairs: readonly { accountId: string; templateId: string }[],
): Promise<Map<string, Consent>> {
  const ids = [...new Set(pairs.map(({ accountId, templateId }) => consentId(accountId, templateId)))];
  const found = await ConsentModel.find({ _id: { $in: ids } }).lean();
  return new Map(found.map((consent) => [consent._id, consent]));
}

/** What the sends of a batch say about the ledger. */
export interface LedgerChanges {
  /** Ids of consents of which one message was used; one entry per message. */
  used: readonly string[];
  /** Ids of consents that WeChat denied (43101): there is none left, whatever was counted. */
  denied: readonly string[];
}

export async function writeLedger({ used, denied }: LedgerChanges): Promise<void> {
  const counts = new Map<string, number>();
  for (const id of used) counts.set(id, (counts.get(id) ?? 0) + 1);
  const writes: BulkWrites = [
    ...[...counts].map(([_id, count]) => ({
      updateOne: {
        filter: { _id, remaining: { $gte: count } },
        update: { $inc: { remaining: -count, revision: 1 } },
      },
    })),
    ...[...new Set(denied)].map((_id) => ({
      updateOne: { filter: { _id }, update: { $set: { remaining: 0, unpaired: [] }, $inc: { revision: 1 } } },
    })),
  ];
  if (writes.length > 0) await ConsentModel.bulkWrite(writes, { ordered: true });
}
