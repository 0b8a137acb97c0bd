import { setTimeout as sleep } from "node:timers/promises";
import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { placeOfNumber } from "@talent/shared/domain/queueLine";
import { ticketNumber, type TicketSource } from "@talent/shared/domain/queueTickets";
import { digestOf } from "../../../platform/database/digest";
import { nextNumber } from "../../../platform/database/counter";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError, notFound } from "../../../platform/errors";
import { readCatalogue, versionOn } from "../../catalogue/index";
import { groupOfItem } from "../halls/halls";
import { ticketEnds } from "../halls/hours";
import type { HallDocument } from "../halls/model";
import { forgetLive } from "../live";
import { TicketModel, type NumberedTicket, type TicketDocument } from "./model";

/** How long the repetition of a call waits for the first one. */
const LOOKS = 40;
const LOOK_EVERY_MS = 50;

/** What a new ticket is for. */
export interface NewTicket {
  hall: HallDocument;
  itemId: string;
  source: TicketSource;
  /** Who will see it on the phone. */
  accountId?: string | undefined;
  person?: TicketDocument["person"];
  /** The appointment that it comes of, and the place that it gives. */
  appointment?: { id: string; on: string; from: string; place: number } | undefined;
  now: Date;
  /** Account and `Idempotency-Key` of the call. */
  createKey?: string | undefined;
}

/** The item as the ticket keeps it, and the line that takes it. @throws AppError `not_found`, `item_not_served` */
async function itemFor({ hall, itemId, now }: NewTicket) {
  const item = (await readCatalogue()).item(itemId);
  if (item === undefined) throw notFound("item");
  const group = groupOfItem(hall, itemId);
  if (group === undefined) throw new AppError("item_not_served", "this hall does not take this item");
  const { name, limitDays } = versionOn(item.versions, dateInShanghai(now));
  return { letter: group.letter, itemName: name, limitDays };
}

function emptyTicket(input: NewTicket, item: Awaited<ReturnType<typeof itemFor>>, digest: string) {
  const { hall, now, accountId, appointment, createKey } = input;
  const hallId = hall._id.toHexString();
  const ticket: TicketDocument = {
    _id: new Types.ObjectId(),
    version: 1,
    status: "numbering",
    hallId,
    dayOn: dateInShanghai(now),
    ...item,
    itemId: input.itemId,
    source: input.source,
    accountId,
    holderKey: accountId === undefined ? undefined : `${hallId}:${accountId}`,
    person: input.person,
    appointmentId: appointment?.id,
    appointment: appointment === undefined ? undefined : { on: appointment.on, from: appointment.from },
    place: appointment?.place ?? now.getTime(),
    takenAt: now,
    skips: 0,
    expiresAt: ticketEnds(hall.hours, hall.settings.expireAfterCloseMinutes, now),
    events: [{ type: "take", at: now, byId: accountId }],
    createKey,
    createDigest: createKey === undefined ? undefined : digest,
    commands: [],
    outbox: [],
  };
  return ticket;
}

/** Gives an inserted ticket its number: the next of its hall, letter and day. */
async function withNumber(ticket: TicketDocument): Promise<NumberedTicket> {
  const running = await nextNumber(`tickets-${ticket.hallId}-${ticket.letter}-${ticket.dayOn}`);
  const numbered = await TicketModel.collection.findOneAndUpdate(
    { _id: ticket._id, status: "numbering" },
    {
      $set: {
        number: ticketNumber(ticket.letter, running),
        status: "waiting",
        ...(ticket.appointmentId === undefined ? { place: placeOfNumber(ticket.takenAt, running) } : {}),
      },
      $inc: { version: 1 },
    },
    { returnDocument: "after" },
  );
  return (numbered ??
    (await TicketModel.collection.findOne({ _id: ticket._id }))) as unknown as NumberedTicket;
}

/**
 * The ticket of a call that is repeated. While the first call is still giving it its number, this one waits, so that
 * one ticket uses up one number; a call that was cut off in between is finished here.
 */
async function whenNumbered(ticket: TicketDocument): Promise<NumberedTicket> {
  let present: TicketDocument | null = ticket;
  for (let look = 0; look < LOOKS && present?.number === undefined; look += 1) {
    await sleep(LOOK_EVERY_MS);
    present = await TicketModel.findById(ticket._id).lean<TicketDocument>().exec();
  }
  return present?.number === undefined ? withNumber(ticket) : (present as NumberedTicket);
}

/** The ticket that this very call made before. @throws AppError `idempotency_key_reused` */
async function takenBefore(input: NewTicket, digest: string): Promise<TicketDocument | null> {
  const { createKey, appointment } = input;
  const filters = [
    ...(createKey === undefined ? [] : [{ createKey }]),
    ...(appointment === undefined ? [] : [{ appointmentId: appointment.id }]),
  ];
  for (const filter of filters) {
    const before = await TicketModel.findOne(filter).lean<TicketDocument>().exec();
    if (before === null) continue;
    if ("createKey" in filter && before.createDigest !== digest)
      throw new AppError("idempotency_key_reused", "this key was used for something else");
    return before;
  }
  return null;
}

/**
 * Takes a number. The ticket is inserted first, so that whoever may not have one uses up no number, and a number is
 * never given twice or left out.
 * @throws AppError `not_found`, `item_not_served`, `already_queued` or `idempotency_key_reused`
 */
export async function takeTicket(input: NewTicket): Promise<NumberedTicket> {
  const hallId = input.hall._id.toHexString();
  const digest = digestOf({ hallId, itemId: input.itemId, talentId: input.person?.talentId });
  const before = await takenBefore(input, digest);
  if (before !== null) return whenNumbered(before);
  const ticket = emptyTicket(input, await itemFor(input), digest);
  try {
    await TicketModel.collection.insertOne(ticket, { ignoreUndefined: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const made = await takenBefore(input, digest);
    if (made === null) throw new AppError("already_queued", "there is a number in this hall already");
    return whenNumbered(made);
  }
  const numbered = await withNumber(ticket);
  forgetLive(hallId, input.now);
  return numbered;
}
