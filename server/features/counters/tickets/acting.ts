import { randomInt } from "node:crypto";
import { placeBehind } from "@talent/shared/domain/queueLine";
import { TICKET_LIFECYCLE, type TicketAction } from "@talent/shared/domain/queueTickets";
import { commandCall, runCommand, type Change, type CommandCall } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError, invalidField } from "../../../platform/errors";
import type { Moment } from "../context";
import { groupWith } from "../halls/halls";
import type { HallDocument } from "../halls/model";
import { mayActOn } from "../policy";
import type { WindowDocument } from "../windows/model";
import { calledFields } from "./callNext";
import { LIVE_MARKS, WINDOW_MARKS } from "./ending";
import { ticketById } from "./loading";
import { TicketModel, type NumberedTicket } from "./model";
import { calledNotice } from "./notices";
import { nextCall } from "./sequence";

const MINUTE_MS = 60_000;
const CODE_END = 1_000_000;

/** What somebody at a window does to a ticket. `callNext` is an act of its own. */
export type DeskAction = Exclude<TicketAction, "cancel">;

/** Where a ticket is sent. */
export interface Transfer {
  letter?: string | undefined;
  window?: WindowDocument | undefined;
  note?: string | undefined;
}

interface Act {
  hall: HallDocument;
  /** The window at which the reader sits. */
  window: WindowDocument;
  moment: Moment;
  call: CommandCall;
  transfer: Transfer;
}

type TicketChange = Pick<Change<NumberedTicket>, "set" | "unset" | "notices">;

const holderKeyOf = ({ hallId, accountId }: NumberedTicket) =>
  accountId === undefined ? undefined : `${hallId}:${accountId}`;

/** Where the line lets somebody in again. */
async function placeOfReturn(ticket: NumberedTicket, { hall, moment }: Act): Promise<number> {
  const { putBackPlaces } = hall.settings;
  const { hallId, dayOn, letter } = ticket;
  const line = await TicketModel.find({ hallId, dayOn, status: "waiting", letter }, { place: 1 })
    .sort({ place: 1, _id: 1 })
    .limit(putBackPlaces + 1)
    .lean<{ place: number }[]>()
    .exec();
  const places = line.map(({ place }) => place);
  return placeBehind(places, putBackPlaces, moment.now.getTime());
}

/** A one-time code, bound to the ticket, for the rating device of its window. */
function ratingCodeOf({ hall, moment }: Act): NumberedTicket["ratingCode"] {
  const expiresAt = new Date(moment.now.getTime() + hall.settings.ratingCodeMinutes * MINUTE_MS);
  return { code: String(randomInt(CODE_END)).padStart(6, "0"), expiresAt };
}

const CHANGES: Readonly<
  Record<DeskAction, (ticket: NumberedTicket, act: Act) => TicketChange | Promise<TicketChange>>
> = {
  async recall({ call, hallId, dayOn }, { moment }) {
    const firstAt = call?.firstAt ?? moment.now;
    return { set: { call: { sequence: await nextCall(hallId, dayOn), at: moment.now, firstAt } } };
  },
  start: (_ticket, { moment }) => ({ set: { startedAt: moment.now } }),
  skip: ({ skips }) => ({ set: { skips: skips + 1 }, unset: [...WINDOW_MARKS, "holderKey"] }),
  async putBack(ticket, act) {
    return {
      set: { place: await placeOfReturn(ticket, act), holderKey: holderKeyOf(ticket) },
      unset: ["soonToldAt", "forWindowId"],
    };
  },
  hold: () => ({ unset: WINDOW_MARKS }),
  async resume(ticket, { hall, window, moment, call }) {
    const sequence = await nextCall(ticket.hallId, ticket.dayOn);
    return {
      set: calledFields(window, call, sequence, moment),
      notices: calledNotice(ticket, window.number, sequence, { hall, now: moment.now }),
    };
  },
  transfer: (ticket, { transfer }) => ({
    set: {
      letter: transfer.letter ?? ticket.letter,
      ...(transfer.window === undefined ? {} : { forWindowId: transfer.window._id.toHexString() }),
    },
    unset: [
      ...WINDOW_MARKS,
      "startedAt",
      "windowId",
      "windowNumber",
      ...(transfer.window === undefined ? (["forWindowId"] as const) : []),
    ],
  }),
  finish: (ticket, act) => ({
    set: {
      endedAt: act.moment.now,
      startedAt: ticket.startedAt ?? ticket.call?.firstAt ?? act.moment.now,
      ratingCode: ratingCodeOf(act),
    },
    unset: LIVE_MARKS,
  }),
};

/** @throws AppError `invalid_input` when a transfer goes nowhere or to where nobody is */
function checkTransfer({ letter, window }: Transfer, hall: HallDocument, windowId: string): void {
  if (letter === undefined && window === undefined) throw invalidField("body.letter", "required");
  if (letter !== undefined && groupWith(hall, letter) === undefined)
    throw invalidField("body.letter", "invalid_value");
  if (window === undefined) return;
  const id = window._id.toHexString();
  if (window.hallId !== hall._id.toHexString() || window.status === "closed" || id === windowId)
    throw invalidField("body.windowId", "invalid_value");
}

function refuseDuplicate(error: unknown): never {
  if (!isDuplicateKey(error)) throw error;
  const { keyPattern } = error as { keyPattern?: Record<string, unknown> };
  if (keyPattern?.["holderKey"] !== undefined)
    throw new AppError("already_queued", "the holder has taken another number meanwhile");
  throw new AppError("window_busy", "a number stands at the window");
}

/**
 * One act of somebody at a window on a ticket of the hall, as one conditional write.
 * @throws AppError `state_changed`, `action_not_allowed`, `window_busy`, `already_queued` or `invalid_input`
 */
export async function actOnTicket(
  action: DeskAction,
  ticket: NumberedTicket,
  { hall, window, moment, transfer = {} }: Omit<Act, "call" | "transfer"> & { transfer?: Transfer },
): Promise<NumberedTicket> {
  const { reader, now, commandKey } = moment;
  const id = ticket._id.toHexString();
  const windowId = window._id.toHexString();
  const { letter, note } = transfer;
  const input = { id, letter, note, to: transfer.window?._id.toHexString() };
  const call = commandCall(reader.accountId, commandKey, action, input);
  if (action === "transfer") checkTransfer(transfer, hall, windowId);
  const { from, to } = TICKET_LIFECYCLE[action];
  try {
    return await runCommand<NumberedTicket>({
      model: TicketModel as never,
      current: ticket,
      reload: () => ticketById(id),
      call,
      async decide(current) {
        if (!from.includes(current.status))
          throw new AppError("state_changed", "the number stands differently now", {
            status: current.status,
          });
        if (!mayActOn(action, current, windowId, hall.settings.maxSkips))
          throw new AppError("action_not_allowed", "not at this window");
        const change = await CHANGES[action](current, { hall, window, moment, call, transfer });
        const set = { ...(to === "same" ? {} : { status: to }), ...change.set };
        const event = { type: action, at: now, byId: reader.accountId, windowNumber: window.number, note };
        return { ...change, set, push: { events: [event] } };
      },
    });
  } catch (error) {
    return refuseDuplicate(error);
  }
}
