import * as z from "zod/mini";
import { CALENDAR_PROBLEMS } from "../../calendar/calendarFile";
import { atSchema, bilingualSchema, idSchema, onSchema, writtenText } from "./primitives";
import { limitDaySchema, limitSchema } from "./requests";

const FILE_LENGTH = 60_000;

const yearSchema = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100));
export const yearParams = z.strictObject({ year: yearSchema });

/** Days as `MM-DD`. */
const daysSchema = z.array(z.string());

export const calendarVersionSchema = z.object({
  number: z.number(),
  active: z.boolean(),
  source: z.string(),
  link: z.optional(z.string()),
  publishedOn: z.optional(onSchema),
  /** Not an official notice: for trying out 样例. */
  sample: z.boolean(),
  off: daysSchema,
  makeUpWork: daysSchema,
  workingDays: z.number(),
  /** Absent = shipped with the product. */
  importedBy: z.optional(z.string()),
  importedAt: z.optional(atSchema),
});
export type CalendarVersionView = z.output<typeof calendarVersionSchema>;

export const calendarYearSchema = z.object({
  year: z.number(),
  /** Goes with every change of this year. */
  version: z.number(),
  published: z.boolean(),
  /** Working days with what is in force; from weekends where nothing is published. */
  workingDays: z.number(),
  versions: z.array(calendarVersionSchema),
  /** How far the due times of open cases have been computed anew. */
  recompute: z.optional(
    z.object({
      state: z.enum(["running", "settling", "done"]),
      moved: z.number(),
      askedAt: atSchema,
      told: z.boolean(),
    }),
  ),
});
export type CalendarYearView = z.output<typeof calendarYearSchema>;

export const calendarListSchema = z.object({ items: z.array(calendarYearSchema), canChange: z.boolean() });

const fileText = z.string().check(z.minLength(2), z.maxLength(FILE_LENGTH));

/** Either the text of a file, or a version that is there: 0 = shipped, -1 = none, from weekends. */
export const previewCalendarBody = z.strictObject({
  text: z.optional(fileText),
  restore: z.optional(z.strictObject({ year: yearSchema, number: z.number().check(z.int(), z.gte(-1)) })),
  page: z._default(z.number().check(z.int(), z.gte(1), z.lte(10_000)), 1),
});

export const dueMoveSchema = z.object({
  requestId: idSchema,
  number: z.string(),
  itemName: bilingualSchema,
  maskedName: z.string(),
  kind: limitSchema.shape.kind,
  workingDays: z.number(),
  oldDueOn: onSchema,
  newDueOn: onSchema,
  /** In time by the old calendar, late by the new one. */
  becomesLate: z.boolean(),
  /** Working days by which it was extended. */
  extended: z.number(),
  /** Working days on which the clock stood. */
  stopped: z.number(),
  days: z.array(limitDaySchema),
});
export type DueMove = z.output<typeof dueMoveSchema>;

export const calendarPreviewSchema = z.object({
  /** What is wrong with the file; then there is nothing else. */
  problems: z.array(z.object({ problem: z.enum(CALENDAR_PROBLEMS), entry: z.optional(z.string()) })),
  year: z.optional(z.number()),
  /** The version of the year that this was computed against. */
  version: z.optional(z.number()),
  proposed: z.optional(z.omit(calendarVersionSchema, { number: true, active: true })),
  /** Nothing is published for the year yet. */
  replacesWeekends: z.optional(z.boolean()),
  days: z.optional(z.object({ total: z.number(), working: z.number(), different: z.number() })),
  counts: z.optional(
    z.object({
      moved: z.number(),
      later: z.number(),
      earlier: z.number(),
      becomesLate: z.number(),
      talents: z.number(),
      staff: z.number(),
      /** Open cases that are due before the year begins. */
      dueBefore: z.number(),
      /** Open cases whose date in the year stays. */
      unmoved: z.number(),
      /** Their clock stands; it goes on by the new days. */
      stopped: z.number(),
    }),
  ),
  page: z.number(),
  pageSize: z.number(),
  items: z.array(dueMoveSchema),
});
export type CalendarPreview = z.output<typeof calendarPreviewSchema>;

const changeFields = {
  /** As the preview gave it. */
  version: z.number().check(z.int(), z.gte(0)),
  /** Tell the people whose date moves. */
  tell: z.boolean(),
};

export const importCalendarBody = z.strictObject({
  ...changeFields,
  text: fileText,
  /** Title and number of the notice, where the file does not give it. */
  source: z.optional(writtenText(120)),
  link: z.optional(z.url().check(z.maxLength(300))),
  publishedOn: z.optional(onSchema),
});
export const restoreCalendarBody = z.strictObject({
  ...changeFields,
  number: z.number().check(z.int(), z.gte(-1)),
});
