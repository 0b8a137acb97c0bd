import type { Platform } from "../../../platform/platform";
import { consentsOf, writeLedger } from "../consents/ledger";
import { consentId } from "../consents/model";
import { maySend } from "../consents/rules";
import { NOTICE_TEMPLATES } from "../templates";
import type { Claim, DueNotice } from "./claim";
import { writeOutcomes, type Finished } from "./finish";
import { EXPIRES_AFTER_MS } from "./outcome";
import type { Send, Sender } from "./sending";

export interface DeliveryNeeds {
  platform: Platform;
  sender: Sender;
  /** Takes the next batch; the lanes of one process take turns. */
  claim(now: Date): Promise<Claim>;
  openidsOf(accountIds: readonly string[]): Promise<Map<string, string>>;
}

interface Plan {
  sends: Send[];
  finished: Finished[];
  /** Templates that need a use of the ledger. */
  oneTime: ReadonlySet<string>;
}

function templateOf(platform: Platform, row: DueNotice) {
  return platform.config.wechat.templates[NOTICE_TEMPLATES[row.type].wechat.title];
}

/** Decides for each row whether WeChat is asked at all. */
async function plan(needs: DeliveryNeeds, rows: readonly DueNotice[], now: Date): Promise<Plan> {
  const pairs = rows.flatMap((row) => {
    const template = templateOf(needs.platform, row);
    return template === undefined ? [] : [{ accountId: row.recipientId, templateId: template.id }];
  });
  const [openids, consents] = await Promise.all([
    needs.openidsOf(rows.map((row) => row.recipientId)),
    consentsOf(pairs),
  ]);
  const left = new Map([...consents].map(([id, { remaining }]) => [id, remaining]));
  const finished: Finished[] = [];
  const sends: Send[] = [];
  const oneTime = new Set<string>();
  for (const row of rows) {
    const template = templateOf(needs.platform, row);
    const openid = openids.get(row.recipientId);
    if (now.getTime() - row._id.getTimestamp().getTime() > EXPIRES_AFTER_MS) {
      finished.push({ row, outcome: { state: "expired" } });
    } else if (template === undefined || openid === undefined) {
      finished.push({ row, outcome: { state: "delivered", channel: "inbox" } });
    } else {
      const id = consentId(row.recipientId, template.id);
      const consent = consents.get(id);
      const remaining = left.get(id) ?? 0;
      if (!maySend(consent && { ...consent, remaining }, template.longTerm)) {
        finished.push({ row, outcome: { state: "noConsent" } });
        continue;
      }
      left.set(id, remaining - 1);
      if (!template.longTerm) oneTime.add(template.id);
      sends.push({ row, openid, templateId: template.id });
    }
  }
  return { sends, finished, oneTime };
}

/**
 * Delivers one batch of due notices. The rows are claimed, sent and finished in bulk; a crash after a send and before
 * the write repeats that message once its lease has ended (at least once).
 * @returns how many rows were due
 */
export async function deliverBatch(needs: DeliveryNeeds): Promise<number> {
  const { realTime, metrics } = needs.platform;
  const { owner, rows, found } = await needs.claim(realTime.now());
  if (rows.length === 0) return found;
  const { sends, finished, oneTime } = await plan(needs, rows, realTime.now());
  const outcomes = await needs.sender.sendAll(sends);
  const used: string[] = [];
  const denied: string[] = [];
  for (const [{ row, templateId }, outcome] of outcomes) {
    finished.push({ row, outcome });
    const id = consentId(row.recipientId, templateId);
    if (outcome.state === "delivered" && oneTime.has(templateId)) used.push(id);
    if (outcome.state === "noConsent") denied.push(id);
  }
  await Promise.all([writeOutcomes(owner, finished, realTime.now()), writeLedger({ used, denied })]);
  for (const { outcome } of finished) metrics.count("notices", { state: outcome.state });
  return found;
}
