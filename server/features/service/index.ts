import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { Clock, MovableClock } from "../../platform/clock";
import { AppError } from "../../platform/errors";
import type { FeatureParts, Platform } from "../../platform/platform";
import hotline from "./hotline.json";
import { openState } from "./openingHours";
import { createSharedClock } from "./sharedClock";
import { createSandboxProxy } from "./sandboxProxy";

type ServiceEndpoints =
  "service.info" | "tryOut.moveClock" | "tryOut.personas" | "tryOut.loginCode" | "tryOut.consent";

function isMovable(clock: Clock): clock is MovableClock {
  return "moveTo" in clock;
}

/** What every visitor may know, and the controls of trying out. */
export function createService({
  config,
  calendar,
  clock,
  realTime,
  log,
}: Platform): FeatureParts<ServiceEndpoints> {
  const sandbox = createSandboxProxy(config.sandboxUrl);
  const shared = config.tryOut && isMovable(clock) ? createSharedClock(clock, realTime, log) : undefined;
  const follow = () => Promise.resolve(shared?.start());
  return {
    handlers: {
      "service.info": ({ now }) =>
        Promise.resolve({
          now: now.toISOString(),
          todayOn: dateInShanghai(now),
          tryOut: config.tryOut,
          hotline: {
            name: hotline.name,
            phone: hotline.phone,
            hours: `工作日 ${hotline.opensAt}–${hotline.closesAt}`,
            ...openState(hotline, calendar.current(), now),
          },
          ...(config.filingNumber === undefined ? {} : { filingNumber: config.filingNumber }),
          accessibilityStatementOn: hotline.accessibilityStatementOn,
          paymentsOn: false,
        }),
      "tryOut.moveClock": async ({ body }) => {
        if (shared === undefined) throw new AppError("route_not_found", "this clock cannot be moved");
        await shared.moveTo(body.now === null ? null : new Date(body.now));
        return { now: clock.now().toISOString() };
      },
      "tryOut.personas": async () => ({ items: await sandbox.personas() }),
      "tryOut.loginCode": async ({ params }) => ({ code: await sandbox.loginCode(params.id) }),
      "tryOut.consent": ({ params, body }) => sandbox.answerPopup(params.id, body),
    },
    startWork: follow,
    startServing: follow,
    stop: () => shared?.stop() ?? Promise.resolve(),
  };
}
