import * as z from "zod/mini";
import { CHECKLIST_KINDS } from "../../domain/checklists";
import {
  TICKET_ACTIONS,
  TICKET_SOURCES,
  TICKET_STATUSES,
  WINDOW_ACTIONS,
  WINDOW_STATUSES,
} from "../../domain/queueTickets";
import { SERVICE_LEVELS } from "../../domain/talents";
import { atSchema, bilingualSchema, categorySchema, idSchema, onSchema, writtenText } from "./primitives";

/** Wall clock `HH:MM`, Asia/Shanghai. */
export const timeSchema = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const letterSchema = z.string().check(z.regex(/^[A-Z]$/));
const openSpanSchema = z.object({ from: timeSchema, to: timeSchema });

/**
 * Query of an answer that is asked for again and again: whoever names the version that is on the screen gets
 * `changed: false` and nothing else while it still holds.
 */
export const versionQuery = z.strictObject({ version: z.optional(z.string().check(z.maxLength(40))) });
const polled = { version: z.string(), changed: z.boolean(), now: atSchema };

/** A line of a hall 排队组: a letter, the items it takes and how long it waits now. */
const hallGroupSchema = z.object({
  letter: letterSchema,
  name: bilingualSchema,
  itemIds: z.array(idSchema),
  waiting: z.number(),
  /** For somebody who takes a number now; absent while no window serves the group. */
  waitMinutes: z.optional(z.number()),
  /** Appointments can be made. */
  appointments: z.boolean(),
});

/** A service hall 大厅. */
export const hallSchema = z.object({
  id: idSchema,
  name: z.string(),
  level: z.enum(SERVICE_LEVELS),
  districtCode: z.optional(z.string()),
  address: z.string(),
  phone: z.string(),
  /** 示例. */
  sample: z.boolean(),
  hours: z.array(openSpanSchema),
  openNow: z.boolean(),
  nextOpenOn: z.optional(onSchema),
  nextOpenTime: z.optional(timeSchema),
  openWindows: z.number(),
  groups: z.array(hallGroupSchema),
});
export type Hall = z.output<typeof hallSchema>;
export const hallsQuery = z.strictObject({ itemId: z.optional(idSchema) });

const ticketHead = {
  id: idSchema,
  /** `A037`. */
  number: z.string(),
  status: z.enum(TICKET_STATUSES),
  source: z.enum(TICKET_SOURCES),
  letter: letterSchema,
  itemId: idSchema,
  itemName: bilingualSchema,
  takenAt: atSchema,
};

/** A ticket as its holder sees it. */
export const ticketSchema = z.object({
  ...ticketHead,
  hall: z.object({ id: idSchema, name: z.string(), address: z.string() }),
  /** The item's time limit in working days. */
  limitDays: z.number(),
  /** How many stand before; absent unless the ticket waits. */
  ahead: z.optional(z.number()),
  /** Absent unless the ticket waits and some window serves it. */
  waitMinutes: z.optional(z.number()),
  /** So few stand before that one should stay close. */
  soon: z.boolean(),
  windowNumber: z.optional(z.number()),
  calledAt: z.optional(atSchema),
  endedAt: z.optional(atSchema),
  skips: z.number(),
  /** After a missed call: the desk can put it back so many places behind; 0 = a new number is needed. */
  putBackPlaces: z.optional(z.number()),
  appointment: z.optional(z.object({ on: onSchema, from: timeSchema })),
  can: z.array(z.enum(["cancel"])),
});
export type Ticket = z.output<typeof ticketSchema>;
export const polledTicketSchema = z.object({ ...polled, ticket: z.optional(ticketSchema) });

export const takeTicketBody = z.strictObject({ hallId: idSchema, itemId: idSchema });
export const takeTicketAtCounterBody = z.strictObject({
  itemId: idSchema,
  /** A verified code: the ticket says who it is for. */
  scanId: z.optional(idSchema),
});

/** A ticket as the desk sees it. */
export const deskTicketSchema = z.object({
  ...ticketHead,
  /** Since it was taken; stays what it was once it is called. */
  waitedMinutes: z.number(),
  /** Since service began. */
  servedMinutes: z.optional(z.number()),
  calledAt: z.optional(atSchema),
  windowNumber: z.optional(z.number()),
  skips: z.number(),
  /** Whose code was verified when the ticket was taken. */
  verified: z.optional(z.object({ category: categorySchema, maskedName: z.string() })),
  /** Reserved for this window by a transfer. */
  reserved: z.boolean(),
  appointment: z.optional(z.object({ on: onSchema, from: timeSchema })),
  can: z.array(z.enum(TICKET_ACTIONS)),
});
export type DeskTicket = z.output<typeof deskTicketSchema>;

export const windowSchema = z.object({
  id: idSchema,
  number: z.number(),
  status: z.enum(WINDOW_STATUSES),
  letters: z.array(letterSchema),
  /** Who sits there. */
  sitting: z.optional(z.object({ name: z.string(), me: z.boolean() })),
  /** The number that stands there now. */
  currentNumber: z.optional(z.string()),
});
export type CounterWindow = z.output<typeof windowSchema>;

/** A hall in which the reader may work. */
export const counterHallSchema = z.object({
  id: idSchema,
  name: z.string(),
  level: z.enum(SERVICE_LEVELS),
  districtCode: z.optional(z.string()),
  sample: z.boolean(),
  hours: z.array(openSpanSchema),
  openNow: z.boolean(),
  groups: z.array(
    z.object({
      letter: letterSchema,
      name: bilingualSchema,
      items: z.array(z.object({ id: idSchema, name: bilingualSchema })),
      waiting: z.number(),
    }),
  ),
  windows: z.array(windowSchema),
});
export type CounterHall = z.output<typeof counterHallSchema>;

/** Everything the person at a window works with. */
export const deskSchema = z.object({
  hall: z.object({ id: idSchema, name: z.string() }),
  window: windowSchema,
  current: z.optional(deskTicketSchema),
  /** The first ones that this window may call, in the order of calling. */
  waiting: z.object({ total: z.number(), next: z.array(deskTicketSchema) }),
  skipped: z.array(deskTicketSchema),
  held: z.array(deskTicketSchema),
  doneToday: z.number(),
  /** The rating device of this window. */
  device: z.object({ paired: z.boolean(), pairedAt: z.optional(atSchema) }),
  /** Where the current ticket can be transferred to. */
  transferTo: z.object({
    groups: z.array(z.object({ letter: letterSchema, name: bilingualSchema })),
    windows: z.array(z.object({ id: idSchema, number: z.number(), letters: z.array(letterSchema) })),
  }),
  /** Lists that are not signed today yet. */
  checklistsOpen: z.array(z.enum(CHECKLIST_KINDS)),
  can: z.array(z.enum(WINDOW_ACTIONS)),
});
export type Desk = z.output<typeof deskSchema>;
export const polledDeskSchema = z.object({ ...polled, desk: z.optional(deskSchema) });
export type PolledDesk = z.output<typeof polledDeskSchema>;

export const openWindowBody = z.strictObject({
  /** Sit down although somebody else is entered there; refused while a ticket stands at the window. */
  takeOver: z.optional(z.boolean()),
});
/** The desk of the reader's own window answers; `transfer` names at least one of the two. */
export const transferTicketBody = z.strictObject({
  letter: z.optional(letterSchema),
  windowId: z.optional(idSchema),
  note: z.optional(writtenText(100)),
});
export const finishTicketBody = z.strictObject({
  /** Call the next one at once: "办结，叫 A038". */
  callNext: z.optional(z.boolean()),
});

/** A call that a display announces once: those whose sequence is higher than the last one announced. */
const announcementSchema = z.object({
  /** Grows with every call and recall of the hall and day. */
  sequence: z.number(),
  at: atSchema,
  number: z.string(),
  windowNumber: z.number(),
  /** To be spoken: `请 A037 号到 3 号窗口`. */
  speech: bilingualSchema,
});

const shownWindow = {
  windowNumber: z.number(),
  status: z.enum(WINDOW_STATUSES),
  current: z.optional(
    z.object({
      number: z.string(),
      status: z.enum(["called", "serving"]),
      itemName: bilingualSchema,
      /** Working days. */
      limitDays: z.number(),
    }),
  ),
};

/** What stands over a window (§4.7); nothing personal. */
export const windowDisplaySchema = z.object({
  hallName: z.string(),
  ...shownWindow,
  /** Items that the window takes, while it serves nobody. */
  itemNames: z.array(bilingualSchema),
  next: z.array(z.string()),
  announcement: z.optional(announcementSchema),
});
export type WindowDisplay = z.output<typeof windowDisplaySchema>;
export const polledWindowDisplaySchema = z.object({ ...polled, display: z.optional(windowDisplaySchema) });

/** The big screen of a hall: every window and the last calls. */
export const hallDisplaySchema = z.object({
  hallName: z.string(),
  windows: z.array(z.object({ windowId: idSchema, ...shownWindow })),
  groups: z.array(
    z.object({
      letter: letterSchema,
      name: bilingualSchema,
      waiting: z.number(),
      waitMinutes: z.optional(z.number()),
    }),
  ),
  /** Newest first. */
  announcements: z.array(announcementSchema),
});
export type HallDisplay = z.output<typeof hallDisplaySchema>;
export const polledHallDisplaySchema = z.object({ ...polled, display: z.optional(hallDisplaySchema) });
