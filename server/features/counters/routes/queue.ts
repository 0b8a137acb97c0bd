import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { queueEndpoints } from "@talent/shared/contract/endpoints/counters";
import { LIVE_TICKET_STATUSES } from "@talent/shared/domain/queueTickets";
import { AppError } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import type { CounterContext } from "../context";
import { groupOfItem, hallById, readHalls } from "../halls/halls";
import { givesNumbers } from "../halls/hours";
import { forgetLive, freshHallLive, hallLive } from "../live";
import { presentHallDisplay, presentWindowDisplay } from "../presenter/display";
import { presentHall } from "../presenter/hall";
import { polled } from "../presenter/polled";
import { presentTicket } from "../presenter/ticket";
import { cancelTicket } from "../tickets/cancel";
import { ownTicket, ownTicketsQuery } from "../tickets/loading";
import type { NumberedTicket } from "../tickets/model";
import { tellThoseNear } from "../tickets/soon";
import { takeTicket } from "../tickets/take";
import { windowById } from "../windows/commands";

type QueueHandlers = Handlers<keyof typeof queueEndpoints>;

const runs = ({ status }: NumberedTicket) => LIVE_TICKET_STATUSES.some((live) => live === status);

type HallHandlers = Pick<QueueHandlers, "halls.list" | "halls.read" | "displays.window" | "displays.hall">;

function hallHandlers(context: CounterContext): HallHandlers {
  return {
    "halls.list": async ({ query, now }) => {
      const halls = (await readHalls()).filter(
        (hall) => query.itemId === undefined || groupOfItem(hall, query.itemId) !== undefined,
      );
      const lives = await Promise.all(halls.map(({ _id }) => hallLive(_id.toHexString(), now)));
      return { items: lives.map((live) => presentHall(live, context.calendar, now)) };
    },
    "halls.read": async ({ params, now }) =>
      presentHall(await hallLive(params.id, now), context.calendar, now),
    "displays.window": async ({ params, query, now }) => {
      const { hallId } = await windowById(params.id);
      const live = await hallLive(hallId, now);
      const window = live.windows.find(({ _id }) => _id.toHexString() === params.id);
      const shown = window ?? (await windowById(params.id));
      const display = presentWindowDisplay(shown, live, await readCatalogue(), now);
      return polled("display", display, now, query.version);
    },
    "displays.hall": async ({ params, query, now }) =>
      polled("display", presentHallDisplay(await hallLive(params.id, now), now), now, query.version),
  };
}

/** Halls and displays for everybody, numbers for whoever is signed in. */
export function createQueueHandlers(context: CounterContext): QueueHandlers {
  const { platform } = context;
  return {
    ...hallHandlers(context),
    "tickets.take": async ({ body, reader, now, commandKey }) => {
      const hall = await hallById(body.hallId);
      if (!givesNumbers(hall.hours, context.calendar, now))
        throw new AppError("hall_closed", "the hall gives no numbers now");
      const ticket = await takeTicket({
        hall,
        itemId: body.itemId,
        source: "phone",
        accountId: reader.accountId,
        now,
        createKey: commandKey === undefined ? undefined : `${reader.accountId}:${commandKey}`,
      });
      return presentTicket(ticket, await hallLive(ticket.hallId, now), now);
    },
    "tickets.mine": async ({ reader, now }) => {
      const tickets = await ownTicketsQuery(reader.accountId, dateInShanghai(now))
        .lean<NumberedTicket[]>()
        .exec();
      tickets.sort((a, b) => Number(runs(b)) - Number(runs(a)) || b.takenAt.getTime() - a.takenAt.getTime());
      const items = tickets.map(async (ticket) =>
        presentTicket(ticket, await hallLive(ticket.hallId, now), now),
      );
      return { items: await Promise.all(items) };
    },
    "tickets.read": async ({ params, query, reader, now }) => {
      const ticket = await ownTicket(reader.accountId, params.id);
      const view = presentTicket(ticket, await hallLive(ticket.hallId, now), now);
      return polled("ticket", view, now, query.version);
    },
    "tickets.cancel": async ({ params, reader, now, commandKey }) => {
      const ticket = await cancelTicket(params.id, { reader, now, commandKey });
      forgetLive(ticket.hallId, now);
      if ((await tellThoseNear(ticket.hallId, now)) > 0) platform.outbox.nudge();
      return presentTicket(ticket, await freshHallLive(ticket.hallId, now), now);
    },
  };
}
