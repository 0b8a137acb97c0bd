import { Types } from "mongoose";
import { notFound } from "../../../platform/errors";
import { TicketModel, type NumberedTicket } from "./model";

/** @throws AppError `not_found` for what is absent or has no number yet */
export async function ticketById(id: string): Promise<NumberedTicket> {
  const ticket = await TicketModel.collection.findOne<NumberedTicket>({ _id: new Types.ObjectId(id) });
  if (ticket?.number === undefined) throw notFound("ticket");
  return ticket;
}

/** A ticket of the reader's own. @throws AppError `not_found` */
export async function ownTicket(accountId: string, id: string): Promise<NumberedTicket> {
  const ticket = await ticketById(id);
  if (ticket.accountId !== accountId) throw notFound("ticket");
  return ticket;
}

/** Numbers of one account on one day. */
export function ownTicketsQuery(accountId: string, dayOn: string) {
  return TicketModel.find({ accountId, dayOn, number: { $exists: true } });
}
