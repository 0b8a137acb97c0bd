import type { OutboxSource } from "../../platform/database/outbox";
import { createLoop } from "../../platform/jobs/loop";
import type { FeatureParts, Platform } from "../../platform/platform";
import { ConsentModel } from "./consents/model";
import { consentHandlers } from "./consents/routes";
import { createClaims } from "./delivery/claim";
import { deliverBatch } from "./delivery/deliver";
import { createSender } from "./delivery/sending";
import { inboxHandlers } from "./inbox/routes";
import { NoticeModel } from "./model";
import { pushRoutes } from "./push/routes";
import { relayOutbox } from "./relay/relay";
import { releaseWaiting } from "./relay/release";
import { pointSandboxHere } from "./push/sandboxSettings";

export { ConsentModel, consentId } from "./consents/model";
export { unreadNotices } from "./inbox/routes";
export { NoticeModel } from "./model";
export { relayOutbox } from "./relay/relay";
export { rowOf } from "./rendering";

/** What notices need of other features; put together in `app.ts`. */
export interface NoticeNeeds {
  openidsOf(accountIds: readonly string[]): Promise<Map<string, string>>;
  accountIdOf(openid: string): Promise<string | null>;
  /** Everything whose outbox is emptied. */
  outboxes: readonly OutboxSource[];
}

type NoticeEndpoints =
  "notices.list" | "notices.markRead" | "notices.markAllRead" | "consents.templates" | "consents.report";

const RELAY_EVERY_MS = 500;
const DELIVER_EVERY_MS = 1_000;
/** Batches of one process at the same time: while one is being written the next is being sent. */
const DELIVERY_LANES = 6;

/** Notices: outbox → row → WeChat, the inbox, and the ledger of consents. */
export function createNotices(platform: Platform, needs: NoticeNeeds): FeatureParts<NoticeEndpoints> {
  const { clock, log, realTime } = platform;
  const sender = createSender(platform);
  const claim = createClaims();
  const delivery = Array.from({ length: DELIVERY_LANES }, (_, lane) =>
    createLoop({
      name: `notices.deliver.${lane}`,
      everyMs: DELIVER_EVERY_MS,
      log,
      run: async () => (await deliverBatch({ platform, sender, claim, openidsOf: needs.openidsOf })) > 0,
    }),
  );
  const relay = createLoop({
    name: "notices.relay",
    everyMs: RELAY_EVERY_MS,
    log,
    async run() {
      let moved = 0;
      for (const source of needs.outboxes) moved += await relayOutbox(source, realTime.now());
      moved += await releaseWaiting(needs.outboxes, clock.now(), realTime.now());
      if (moved > 0) delivery.forEach((lane) => lane.nudge());
      return moved > 0;
    },
  });
  const loops = [relay, ...delivery];
  return {
    models: [NoticeModel, ConsentModel],
    handlers: { ...inboxHandlers(), ...consentHandlers(platform) },
    rawRoutes: pushRoutes(platform, { accountIdOf: needs.accountIdOf, clock: realTime }),
    startWork() {
      platform.outbox.onNudge(() => relay.nudge());
      loops.forEach((loop) => loop.start());
      return Promise.resolve();
    },
    startServing: (port) => pointSandboxHere(platform, port),
    stop: async () => {
      for (const loop of loops) await loop.stop();
    },
  };
}
