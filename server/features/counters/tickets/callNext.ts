import { dateInShanghai } from "@talent/shared/calendar/dates";
import { commandCall, runCommand, type CommandCall } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError } from "../../../platform/errors";
import type { Moment } from "../context";
import type { HallDocument } from "../halls/model";
import { sitsAt } from "../policy";
import type { WindowDocument } from "../windows/model";
import { inTurn } from "./inTurn";
import { ticketById } from "./loading";
import { TicketModel, type NumberedTicket } from "./model";
import { calledNotice } from "./notices";
import { nextCall } from "./sequence";

/** Tickets that are tried before the line is read again: other windows call at the same time. */
const CANDIDATES = 6;
/** Readings of the line before the caller is asked to try again. */
const READINGS = 40;

/** Another window was quicker. */
class LostTicket extends Error {}

/** The waiting tickets that a window may call, in the order of calling. */
export function lineOfWindow(window: WindowDocument, dayOn: string) {
  return TicketModel.find({
    hallId: window.hallId,
    dayOn,
    status: "waiting",
    $or: [
      { forWindowId: { $exists: false }, letter: { $in: window.letters } },
      { forWindowId: window._id.toHexString() },
    ],
  }).sort({ place: 1, _id: 1 });
}

interface Caller {
  hall: HallDocument;
  window: WindowDocument;
  moment: Moment;
  call: CommandCall;
  sequence: number;
}

/** Fields of a ticket that is called to a window now. */
export function calledFields(
  window: WindowDocument,
  call: CommandCall,
  sequence: number,
  { now }: Pick<Moment, "now">,
): Partial<NumberedTicket> {
  const windowId = window._id.toHexString();
  return {
    status: "called",
    windowId,
    windowNumber: window.number,
    occupies: windowId,
    call: { sequence, at: now, firstAt: now },
    ...(call.key === undefined ? {} : { callKey: call.key }),
  };
}

/** Calls one ticket. @throws LostTicket, or AppError `window_busy` when a ticket stands at the window */
async function claim(candidate: NumberedTicket, caller: Caller): Promise<NumberedTicket> {
  const { hall, window, moment, call, sequence } = caller;
  return runCommand<NumberedTicket>({
    model: TicketModel as never,
    current: candidate,
    reload: () => ticketById(candidate._id.toHexString()),
    call,
    decide(ticket) {
      if (ticket.status !== "waiting") throw new LostTicket();
      return {
        set: calledFields(window, call, sequence, moment),
        unset: ["startedAt"],
        push: {
          events: [
            { type: "call", at: moment.now, byId: moment.reader.accountId, windowNumber: window.number },
          ],
        },
        notices: calledNotice(ticket, window.number, sequence, { hall, now: moment.now }),
      };
    },
  });
}

/** The ticket that this very command called before. @throws AppError `idempotency_key_reused` */
async function calledBefore({ call, window }: Omit<Caller, "sequence">): Promise<NumberedTicket | null> {
  if (call.key === undefined) return null;
  const before = await TicketModel.findOne({ callKey: call.key }).lean<NumberedTicket>().exec();
  if (before !== null && before.windowId !== window._id.toHexString())
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

/** @throws AppError `window_busy` */
async function refuseBusy(window: WindowDocument): Promise<void> {
  const busy = await TicketModel.exists({ occupies: window._id.toHexString() });
  if (busy !== null) throw new AppError("window_busy", "a number stands at the window");
}

async function claimFirst(caller: Omit<Caller, "sequence">): Promise<NumberedTicket | null> {
  const { window, moment } = caller;
  const dayOn = dateInShanghai(moment.now);
  let sequence: number | undefined;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const candidates = await lineOfWindow(window, dayOn).limit(CANDIDATES).lean<NumberedTicket[]>().exec();
    if (candidates.length === 0) return null;
    sequence ??= await nextCall(window.hallId, dayOn);
    for (const candidate of candidates) {
      try {
        return await claim(candidate, { ...caller, sequence });
      } catch (error) {
        if (error instanceof LostTicket) {
          await refuseBusy(window);
          continue;
        }
        if (!isDuplicateKey(error)) throw error;
        const before = await calledBefore(caller);
        if (before !== null) return before;
        throw new AppError("window_busy", "a number stands at the window");
      }
    }
  }
  throw new AppError("state_changed", "others are calling at the same time; try again");
}

/**
 * Calls the first ticket that a window serves: one conditional write of that ticket, which no two windows can win, and
 * a window has one ticket at a time by a unique index.
 * @returns the ticket, or null when nobody waits
 * @throws AppError `action_not_allowed`, `window_busy`, `idempotency_key_reused` or `state_changed`
 */
export async function callNext(
  hall: HallDocument,
  window: WindowDocument,
  moment: Moment,
): Promise<NumberedTicket | null> {
  const { reader, commandKey } = moment;
  const windowId = window._id.toHexString();
  const call = commandCall(reader.accountId, commandKey, "callNext", { windowId });
  return inTurn(windowId, async () => {
    const before = await calledBefore({ hall, window, moment, call });
    if (before !== null) return before;
    if (!sitsAt(reader, window) || window.status !== "open")
      throw new AppError("action_not_allowed", "open the window first");
    await refuseBusy(window);
    return claimFirst({ hall, window, moment, call });
  });
}
