import { instantInShanghai } from "@talent/shared/calendar/dates";
import { commandCall, runCommand } from "../../platform/database/aggregate";
import type { JobDefinition } from "../../platform/jobs/job";
import type { Platform } from "../../platform/platform";
import { readHalls } from "./halls/halls";
import { isAtWindow } from "./policy";
import { LIVE_MARKS } from "./tickets/ending";
import { TicketModel, type TicketDocument } from "./tickets/model";
import { tellThoseNear } from "./tickets/soon";
import { windowById } from "./windows/commands";
import { WindowModel, type WindowDocument } from "./windows/model";

/** Tickets and windows that one run ends. */
const BATCH = 500;

/** Somebody was quicker, or it is not due any more. */
class NotDue extends Error {}

const NO_KEY = commandCall("", undefined, "job", {});

function ignoreNotDue(error: unknown): void {
  if (!(error instanceof NotDue)) throw error;
}

export function expiringQuery(now: Date) {
  return TicketModel.find({ expiresAt: { $lte: now } }).sort({ expiresAt: 1 });
}

async function expireTicket(ticket: TicketDocument, now: Date): Promise<void> {
  await runCommand<TicketDocument>({
    model: TicketModel,
    current: ticket,
    reload: async () => {
      const found = await TicketModel.findById(ticket._id).lean<TicketDocument>().exec();
      if (found === null) throw new NotDue();
      return found;
    },
    call: NO_KEY,
    decide(current) {
      if (current.expiresAt === undefined || current.expiresAt > now) throw new NotDue();
      const endOfDay = instantInShanghai(current.dayOn, "23:59");
      // Somebody who is being served late is not sent away in the middle of it.
      if (isAtWindow(current.status) && now < endOfDay) return { set: { expiresAt: endOfDay } };
      return {
        set: { status: "expired", endedAt: now },
        unset: LIVE_MARKS,
        push: { events: [{ type: "expire", at: now }] },
      };
    },
  }).catch(ignoreNotDue);
}

/** Ends what was not called or not finished when the hall has been closed for a while. */
export async function expireTickets(now: Date): Promise<void> {
  const due = await expiringQuery(now).limit(BATCH).lean<TicketDocument[]>().exec();
  for (const ticket of due) await expireTicket(ticket, now);
}

export function closingQuery(now: Date) {
  return WindowModel.find({ closesAt: { $lte: now } }).sort({ closesAt: 1 });
}

/** Closes windows that somebody left open the day before. */
export async function closeLeftWindows(now: Date): Promise<void> {
  const due = await closingQuery(now).limit(BATCH).lean<WindowDocument[]>().exec();
  for (const window of due)
    await runCommand<WindowDocument>({
      model: WindowModel,
      current: window,
      reload: () => windowById(window._id.toHexString()),
      call: NO_KEY,
      decide(current) {
        if (current.closesAt === undefined || current.closesAt > now) throw new NotDue();
        return { set: { status: "closed" }, unset: ["sitting", "closesAt"] };
      },
    }).catch(ignoreNotDue);
}

export function counterJobs({ outbox }: Platform): JobDefinition[] {
  return [
    {
      name: "counters.closeDay",
      every: "1 minute",
      async run(now) {
        await expireTickets(now);
        await closeLeftWindows(now);
      },
    },
    {
      name: "counters.tellThoseNear",
      every: "30 seconds",
      async run(now) {
        for (const hall of await readHalls())
          if ((await tellThoseNear(hall._id.toHexString(), now)) > 0) outbox.nudge();
      },
    },
  ];
}
