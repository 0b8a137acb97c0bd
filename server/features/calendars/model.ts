import { Schema, model } from "mongoose";
import type { CalendarYear } from "@talent/shared/calendar/workingDays";
import type { Aggregate } from "../../platform/database/aggregate";

/** One publication of a year's days off. None is ever changed; another one takes its place. */
export interface CalendarVersion extends Omit<CalendarYear, "year"> {
  /** 0 = shipped with the product. */
  number: number;
  /** Address of the notice. */
  link?: string | undefined;
  publishedOn?: string | undefined;
  /** Not an official notice: for trying out. */
  sample: boolean;
  importedById?: string | undefined;
  importedByName?: string | undefined;
  importedAt?: Date | undefined;
}

/** The due times that follow from a change of the calendar, being written. */
export interface Recompute {
  /** Version of the year's document that asked for it. */
  of: number;
  /** Tell the people concerned. */
  tell: boolean;
  source: string;
  askedAt: Date;
  /** `settling` = once more, for what was written by processes that did not know the new days yet. */
  state: "running" | "settling" | "done";
  /** Real time of the second pass. */
  settleAt?: Date | undefined;
  moved: number;
}

export const CALENDAR_STATUSES = ["published", "unpublished"] as const;

/** The calendar of one year with all its versions: one aggregate. */
export interface CalendarDocument extends Aggregate {
  status: (typeof CALENDAR_STATUSES)[number];
  year: number;
  /** Absent = computed from weekends 未公布，按周末推算. */
  activeVersion?: number | undefined;
  versions: CalendarVersion[];
  recompute?: Recompute | undefined;
}

const Mixed = Schema.Types.Mixed as never;

const schema = new Schema<CalendarDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, enum: CALENDAR_STATUSES, required: true },
    year: { type: Number, required: true },
    activeVersion: Number,
    versions: Mixed,
    recompute: Mixed,
    commands: Mixed,
    outbox: Mixed,
  },
  { collection: "calendars", versionKey: false, autoIndex: false },
);
schema.index({ year: 1 }, { unique: true });

export const CalendarModel = model<CalendarDocument>("Calendar", schema);
