import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { AppError } from "../../../platform/errors";
import type { Moment } from "../context";
import { mayCancel } from "../policy";
import { LIVE_MARKS } from "./ending";
import { ownTicket } from "./loading";
import { TicketModel, type NumberedTicket } from "./model";

/** The holder gives the number back. @throws AppError `not_found` or `state_changed` */
export async function cancelTicket(id: string, moment: Moment): Promise<NumberedTicket> {
  const { reader, now, commandKey } = moment;
  const reload = () => ownTicket(reader.accountId, id);
  return runCommand<NumberedTicket>({
    model: TicketModel as never,
    current: await reload(),
    reload,
    call: commandCall(reader.accountId, commandKey, "cancelTicket", { id }),
    decide(ticket) {
      if (!mayCancel(reader.accountId, ticket))
        throw new AppError("state_changed", "the number stands differently now", { status: ticket.status });
      return {
        set: { status: "cancelled", endedAt: now },
        unset: LIVE_MARKS,
        push: { events: [{ type: "cancel", at: now, byId: reader.accountId }] },
      };
    },
  });
}
