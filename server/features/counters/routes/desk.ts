import type { Reader } from "../../../platform/auth/reader";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import { applicantRecord } from "../../talents/index";
import type { CounterContext, Moment } from "../context";
import { readHalls } from "../halls/halls";
import { freshHallLive, hallLive } from "../live";
import { seesHall } from "../policy";
import { presentCounterHall } from "../presenter/hall";
import { presentTicket } from "../presenter/ticket";
import { actOnTicket, type DeskAction, type Transfer } from "../tickets/acting";
import { callNext } from "../tickets/callNext";
import { ticketById } from "../tickets/loading";
import type { NumberedTicket } from "../tickets/model";
import { tellThoseNear } from "../tickets/soon";
import { takeTicket } from "../tickets/take";
import { closeWindow, openWindow, pauseWindow, windowById, windowOf } from "../windows/commands";
import { deskAnswer } from "./deskAnswer";
import { ownHall, ownHallsWindow, seatFor } from "./places";

type WindowHandlers = Handlers<
  "counter.halls" | "counter.desk" | "counter.openWindow" | "counter.pauseWindow" | "counter.closeWindow"
>;
type CallingHandlers = Handlers<
  | "counter.callNext"
  | "counter.recall"
  | "counter.start"
  | "counter.skip"
  | "counter.putBack"
  | "counter.hold"
  | "counter.resume"
  | "counter.transfer"
  | "counter.finish"
>;

/** Sitting down at a window and leaving it. */
export function createWindowHandlers(context: CounterContext): WindowHandlers {
  return {
    "counter.halls": async ({ reader, now }) => {
      const halls = (await readHalls()).filter((hall) => seesHall(reader, hall));
      const [lives, catalogue, window] = await Promise.all([
        Promise.all(halls.map(({ _id }) => freshHallLive(_id.toHexString(), now))),
        readCatalogue(),
        windowOf(reader.accountId),
      ]);
      const { calendar } = context;
      const items = lives.map((live) => presentCounterHall(live, reader, { calendar, catalogue, now }));
      return { items, ...(window === null ? {} : { myWindowId: window._id.toHexString() }) };
    },
    "counter.desk": async ({ params, query, ...call }) => {
      await ownHallsWindow(call.reader, params.id);
      return deskAnswer(params.id, call, query.version);
    },
    "counter.openWindow": async ({ params, body, ...call }) => {
      const { window } = await ownHallsWindow(call.reader, params.id);
      await openWindow(window, body.takeOver === true, call);
      return deskAnswer(params.id, call);
    },
    "counter.pauseWindow": async ({ params, ...call }) => {
      const { window } = await ownHallsWindow(call.reader, params.id);
      await pauseWindow(window, call);
      return deskAnswer(params.id, call);
    },
    "counter.closeWindow": async ({ params, ...call }) => {
      const { window } = await ownHallsWindow(call.reader, params.id);
      await closeWindow(window, call);
      return deskAnswer(params.id, call);
    },
  };
}

/** Whose code was verified comes to the desk: the talent sees who read that. */
function recordReading({ platform }: CounterContext, { person, number }: NumberedTicket, moment: Moment) {
  if (person === undefined) return;
  platform.access.recordRead({
    talentId: person.talentId,
    at: moment.now,
    reader: moment.reader,
    what: "talentRecord",
    subject: number,
  });
}

/** Calling numbers and serving them. */
export function createCallingHandlers(context: CounterContext): CallingHandlers {
  const { platform } = context;

  async function afterwards(hallId: string, now: Date): Promise<void> {
    await tellThoseNear(hallId, now);
    platform.outbox.nudge();
  }
  async function call(windowId: string, moment: Moment): Promise<void> {
    const { hall, window } = await ownHallsWindow(moment.reader, windowId);
    const ticket = await callNext(hall, window, moment);
    if (ticket !== null) recordReading(context, ticket, moment);
  }
  async function act(action: DeskAction, id: string, moment: Moment, transfer?: Transfer): Promise<string> {
    const ticket = await ticketById(id);
    const place = await seatFor(moment.reader, ticket.hallId);
    await actOnTicket(action, ticket, { ...place, moment, ...(transfer === undefined ? {} : { transfer }) });
    return place.window._id.toHexString();
  }
  const simple =
    (action: DeskAction) =>
    async ({ params, reader, now, commandKey }: { params: { id: string } } & Moment) => {
      const windowId = await act(action, params.id, { reader, now, commandKey });
      const { hallId } = await windowById(windowId);
      await afterwards(hallId, now);
      return deskAnswer(windowId, { reader, now });
    };

  return {
    "counter.callNext": async ({ params, ...moment }) => {
      await call(params.id, moment);
      const { hallId } = await windowById(params.id);
      await afterwards(hallId, moment.now);
      return deskAnswer(params.id, moment);
    },
    "counter.recall": simple("recall"),
    "counter.start": simple("start"),
    "counter.skip": simple("skip"),
    "counter.putBack": simple("putBack"),
    "counter.hold": simple("hold"),
    "counter.resume": simple("resume"),
    "counter.transfer": async ({ params, body, ...moment }) => {
      const window = body.windowId === undefined ? undefined : await windowById(body.windowId);
      const transfer = { letter: body.letter, note: body.note, window };
      const windowId = await act("transfer", params.id, moment, transfer);
      await afterwards((await windowById(windowId)).hallId, moment.now);
      return deskAnswer(windowId, moment);
    },
    "counter.finish": async ({ params, body, ...moment }) => {
      const windowId = await act("finish", params.id, moment);
      const { commandKey } = moment;
      // A call of its own with a key of its own: repeating the whole repeats neither.
      if (body.callNext === true)
        await call(windowId, {
          ...moment,
          commandKey: commandKey === undefined ? undefined : `${commandKey}:next`,
        });
      await afterwards((await windowById(windowId)).hallId, moment.now);
      return deskAnswer(windowId, moment);
    },
  };
}

async function verifiedPerson(
  { scanForIntake }: CounterContext,
  reader: Reader,
  scanId: string | undefined,
  now: Date,
) {
  if (scanId === undefined) return undefined;
  const { talentId } = await scanForIntake(reader, scanId, now);
  const talent = await applicantRecord(talentId);
  if (talent === null) return undefined;
  return {
    person: { talentId, maskedName: talent.maskedName, category: talent.category },
    accountId: talent.accountId,
  };
}

/** Taking a number for somebody at the counter. */
export function createCounterTicketHandlers(context: CounterContext): Handlers<"counter.takeTicket"> {
  return {
    "counter.takeTicket": async ({ params, body, reader, now, commandKey }) => {
      const hall = await ownHall(reader, params.id);
      const ticket = await takeTicket({
        hall,
        itemId: body.itemId,
        source: "counter",
        ...(await verifiedPerson(context, reader, body.scanId, now)),
        now,
        createKey: commandKey === undefined ? undefined : `${reader.accountId}:${commandKey}`,
      });
      return presentTicket(ticket, await hallLive(params.id, now), now);
    },
  };
}
