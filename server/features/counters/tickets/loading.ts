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

/** Whether an account has a number in a hall that keeps it from taking another one. */
export async function holdsNumber(hallId: string, accountId: string): Promise<boolean> {
  return (await TicketModel.exists({ holderKey: `${hallId}:${accountId}` })) !== null;
}

/** The numbers that came of these appointments, by appointment. */
export async function ticketsOfAppointments(
  appointmentIds: readonly string[],
): Promise<Map<string, NumberedTicket>> {
  if (appointmentIds.length === 0) return new Map();
  const tickets = await TicketModel.find({
    appointmentId: { $in: [...appointmentIds] },
    number: { $exists: true },
  })
    .lean<NumberedTicket[]>()
    .exec();
  return new Map(tickets.map((ticket) => [ticket.appointmentId ?? "", ticket]));
}
