import { Schema, model } from "mongoose";
import type { OnSiteAspect, RatingLevel } from "@talent/shared/domain/ratings";
import type { TicketAction, TicketSource, TicketStatus } from "@talent/shared/domain/queueTickets";
import type { Category } from "@talent/shared/domain/talents";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { Aggregate } from "../../../platform/database/aggregate";
import { OUTBOX_INDEX } from "../../../platform/database/outbox";

/** One thing that happened to a ticket. */
export interface TicketEvent {
  type: TicketAction | "take" | "call" | "expire" | "rate";
  at: Date;
  byId?: string | undefined;
  windowNumber?: number | undefined;
  note?: string | undefined;
}

/** A rating at the counter. Nobody who serves reads it alone. */
export interface TicketRating {
  level: RatingLevel;
  tags: string[];
  aspects: Partial<Record<OnSiteAspect, RatingLevel>>;
  comment?: string | undefined;
  at: Date;
  /** `Idempotency-Key` of the device's call. */
  key?: string | undefined;
}

/** A queue ticket of one hall and day. */
export interface TicketDocument extends Aggregate {
  /** `numbering`: inserted, its number not given yet; nobody sees it. */
  status: TicketStatus | "numbering";
  hallId: string;
  /** Day of the hall. */
  dayOn: string;
  /** Line in which it stands; a transfer changes it, the number stays. */
  letter: string;
  /** Absent while `numbering`. */
  number?: string | undefined;
  itemId: string;
  itemName: Bilingual;
  limitDays: number;
  source: TicketSource;
  /** Whoever holds it on the phone. */
  accountId?: string | undefined;
  /** Hall and account while the holder may take no second number there. */
  holderKey?: string | undefined;
  /** Whose code was verified when it was taken. */
  person?: { talentId: string; maskedName: string; category: Category } | undefined;
  appointmentId?: string | undefined;
  appointment?: { on: string; from: string } | undefined;
  /** See `LineTicket.place`. */
  place: number;
  takenAt: Date;
  forWindowId?: string | undefined;
  windowId?: string | undefined;
  windowNumber?: number | undefined;
  /** Id of the window at which it stands now. */
  occupies?: string | undefined;
  /** The last call: its sequence in the hall and day. */
  call?: { sequence: number; at: Date; firstAt: Date } | undefined;
  /** Account and idempotency key of the call that brought it to the window. */
  callKey?: string | undefined;
  startedAt?: Date | undefined;
  endedAt?: Date | undefined;
  skips: number;
  /** The holder knows that the turn is near. */
  soonToldAt?: Date | undefined;
  /** When it ends by itself; absent once it is over. */
  expiresAt?: Date | undefined;
  ratingCode?: { code: string; expiresAt: Date } | undefined;
  rating?: TicketRating | undefined;
  events: TicketEvent[];
  createKey?: string | undefined;
  createDigest?: string | undefined;
}

/** A ticket that has its number. */
export type NumberedTicket = TicketDocument & { status: TicketStatus; number: string };

const Mixed = Schema.Types.Mixed as never;
const text = { type: String, required: true } as const;

const ticketSchema = new Schema<TicketDocument>(
  {
    version: { type: Number, required: true },
    status: text,
    hallId: text,
    dayOn: text,
    letter: text,
    number: String,
    itemId: text,
    itemName: Mixed,
    limitDays: Number,
    source: text,
    accountId: String,
    holderKey: String,
    person: Mixed,
    appointmentId: String,
    appointment: Mixed,
    place: { type: Number, required: true },
    takenAt: Date,
    forWindowId: String,
    windowId: String,
    windowNumber: Number,
    occupies: String,
    call: Mixed,
    callKey: String,
    startedAt: Date,
    endedAt: Date,
    skips: Number,
    soonToldAt: Date,
    expiresAt: Date,
    ratingCode: Mixed,
    rating: Mixed,
    events: Mixed,
    createKey: String,
    createDigest: String,
    commands: Mixed,
    outbox: Mixed,
    outboxPending: Boolean,
  },
  { collection: "tickets", versionKey: false, autoIndex: false },
);

const present = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

ticketSchema.index({ hallId: 1, dayOn: 1, status: 1, place: 1, _id: 1 });
ticketSchema.index({ hallId: 1, dayOn: 1, endedAt: -1 }, present("endedAt"));
ticketSchema.index({ hallId: 1, dayOn: 1, number: 1 }, { unique: true, ...present("number") });
ticketSchema.index({ holderKey: 1 }, { unique: true, ...present("holderKey") });
ticketSchema.index({ occupies: 1 }, { unique: true, ...present("occupies") });
ticketSchema.index({ callKey: 1 }, { unique: true, ...present("callKey") });
ticketSchema.index({ createKey: 1 }, { unique: true, ...present("createKey") });
ticketSchema.index({ appointmentId: 1 }, { unique: true, ...present("appointmentId") });
ticketSchema.index({ accountId: 1, dayOn: 1 }, present("accountId"));
ticketSchema.index({ windowId: 1, endedAt: -1 }, present("endedAt"));
ticketSchema.index({ expiresAt: 1 }, present("expiresAt"));
ticketSchema.index({ hallId: 1, "rating.at": 1 }, present("rating.at"));
ticketSchema.index(...OUTBOX_INDEX);

export const TicketModel = model<TicketDocument>("Ticket", ticketSchema);
