import { Types } from "mongoose";
import type * as z from "zod/mini";
import { readCalendarFile, type CalendarFile } from "@talent/shared/calendar/calendarFile";
import type { importCalendarBody, restoreCalendarBody } from "@talent/shared/contract/schemas/calendars";
import type { Reader } from "../../platform/auth/reader";
import { commandCall, runCommand, type Change, type CommandCall } from "../../platform/database/aggregate";
import { AppError, invalidField, notFound } from "../../platform/errors";
import type { CalendarContext } from "./context";
import { CalendarModel, type CalendarDocument, type CalendarVersion, type Recompute } from "./model";
import { untouchedYear } from "./presenter";
import { activeVersion } from "./years";

interface Call {
  context: CalendarContext;
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** The version that stands for "none": computed from weekends. */
const NO_VERSION = -1;

async function load(year: number): Promise<CalendarDocument> {
  const found = await CalendarModel.findOne({ year }).lean<CalendarDocument>().exec();
  if (found === null) throw notFound("calendar");
  return found;
}

/** The document of a year, made from what is shipped when it is needed for the first time. */
async function stored(year: number): Promise<CalendarDocument> {
  const untouched = untouchedYear(year);
  await CalendarModel.collection.updateOne(
    { year },
    {
      $setOnInsert: {
        _id: new Types.ObjectId(),
        ...untouched,
        status: untouched.activeVersion === undefined ? "unpublished" : "published",
        commands: [],
        outbox: [],
      },
    },
    { upsert: true, ignoreUndefined: true },
  );
  return load(year);
}

function checkVersion(current: CalendarDocument, version: number): void {
  if (current.version !== version)
    throw new AppError("state_changed", "the calendar of this year was changed meanwhile", {
      version: current.version,
    });
}

function inForce(
  current: CalendarDocument,
  version: CalendarVersion | undefined,
  asked: { tell: boolean; now: Date },
): Change<CalendarDocument> {
  const recompute: Recompute = {
    of: current.version + 1,
    tell: asked.tell,
    source: version?.source ?? "未公布，按周末推算",
    askedAt: asked.now,
    state: "running",
    moved: 0,
  };
  const set = {
    status: version === undefined ? ("unpublished" as const) : ("published" as const),
    recompute,
  };
  return version === undefined
    ? { set, unset: ["activeVersion"] }
    : { set: { ...set, activeVersion: version.number } };
}

async function change(
  context: CalendarContext,
  year: number,
  call: CommandCall,
  decide: (current: CalendarDocument) => Change<CalendarDocument>,
): Promise<CalendarDocument> {
  const changed = await runCommand<CalendarDocument>({
    model: CalendarModel,
    current: await stored(year),
    reload: () => load(year),
    call,
    decide,
  });
  await context.platform.calendar.refresh();
  return changed;
}

/** @throws AppError `invalid_input` with every problem of the file */
export function fileIn(text: string): CalendarFile {
  const reading = readCalendarFile(text);
  if (reading.file !== undefined) return reading.file;
  const fields = reading.problems.map(({ problem, entry }) => ({
    field: "body.text",
    problem: entry === undefined ? problem : `${problem}: ${entry}`,
  }));
  throw new AppError("invalid_input", "the file cannot be used", { fields });
}

function sameDays(a: CalendarVersion | undefined, b: CalendarFile): boolean {
  const key = (off: readonly string[], worked: readonly string[]) => JSON.stringify([off, worked]);
  return a !== undefined && key(a.off, a.makeUpWork) === key(b.off, b.makeUpWork) && a.sample === b.sample;
}

/**
 * Puts the calendar of a file into force; the one before is kept. The due times follow by a job.
 * @throws AppError `invalid_input` for a file with problems or without a source, `state_changed` when the year was
 * changed since the preview
 */
export async function importCalendar(
  { context, reader, now, commandKey }: Call,
  body: z.output<typeof importCalendarBody>,
): Promise<CalendarDocument> {
  const file = fileIn(body.text);
  const source = body.source ?? file.source;
  if (source === "") throw invalidField("body.source", "required");
  const call = commandCall(reader.accountId, commandKey, "importCalendar", body);
  return change(context, file.year, call, (current) => {
    checkVersion(current, body.version);
    if (sameDays(activeVersion(current), file)) throw invalidField("body.text", "nothing_changes");
    const version: CalendarVersion = {
      number: Math.max(0, ...current.versions.map(({ number }) => number)) + 1,
      off: file.off,
      makeUpWork: file.makeUpWork,
      source,
      link: body.link ?? file.link,
      publishedOn: body.publishedOn ?? file.publishedOn,
      sample: file.sample,
      importedById: reader.accountId,
      importedByName: reader.name,
      importedAt: now,
    };
    return { ...inForce(current, version, { tell: body.tell, now }), push: { versions: [version] } };
  });
}

/**
 * Puts an earlier version of a year back into force, or none.
 * @throws AppError `invalid_input` for a version that is not there or in force, `state_changed`
 */
export async function restoreCalendar(
  { context, reader, now, commandKey }: Call,
  year: number,
  body: z.output<typeof restoreCalendarBody>,
): Promise<CalendarDocument> {
  const call = commandCall(reader.accountId, commandKey, "restoreCalendar", { year, ...body });
  return change(context, year, call, (current) => {
    checkVersion(current, body.version);
    const version = current.versions.find(({ number }) => number === body.number);
    if (version === undefined && body.number !== NO_VERSION) throw invalidField("body.number", "unknown");
    if (version?.number === current.activeVersion) throw invalidField("body.number", "nothing_changes");
    return inForce(current, version, { tell: body.tell, now });
  });
}
