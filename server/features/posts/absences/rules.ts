import { addDays, daysBetween } from "@talent/shared/calendar/dates";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { FieldProblem } from "@talent/shared/contract/errors";
import {
  isAbsent,
  otherLetter,
  POST_BOUNDS,
  type AbsenceFacts,
  type DaySpan,
  type PostLetter,
} from "@talent/shared/domain/posts";

/** An absence as it is asked for. */
export interface AskedAbsence {
  letter: PostLetter;
  spans: readonly DaySpan[];
}

/** What decides about an absence. */
export interface AbsenceFrame {
  absences: readonly AbsenceFacts[];
  calendar: WorkingCalendar;
  todayOn: string;
}

/** Calendar days within which another time is looked for. */
const SEARCHED_DAYS = 60;

function daysOf({ fromOn, toOn }: DaySpan): string[] {
  const days: string[] = [];
  for (let on = fromOn; on <= toOn; on = addDays(on, 1)) days.push(on);
  return days;
}

function workingDaysOf(spans: readonly DaySpan[], calendar: WorkingCalendar): string[] {
  return spans.flatMap(daysOf).filter((on) => calendar.day(on).counts);
}

/** Working days on which the post would stand empty: the other holder is away then (DB50/T 1733 §6.6.2 b). */
export function emptyDays({ letter, spans }: AskedAbsence, frame: AbsenceFrame): string[] {
  return workingDaysOf(spans, frame.calendar).filter((on) =>
    isAbsent(frame.absences, otherLetter(letter), on),
  );
}

function overlapsOwn(letter: PostLetter, span: DaySpan, absences: readonly AbsenceFacts[]): boolean {
  return absences.some(
    (absence) =>
      absence.state === "registered" &&
      absence.letter === letter &&
      absence.fromOn <= span.toOn &&
      span.fromOn <= absence.toOn,
  );
}

function problemOf(span: DaySpan, letter: PostLetter, frame: AbsenceFrame): [string, string] | undefined {
  if (span.toOn < span.fromOn) return ["toOn", "ends_before_it_begins"];
  if (daysBetween(span.fromOn, span.toOn) >= POST_BOUNDS.absenceDays) return ["toOn", "too_long"];
  if (span.fromOn < frame.todayOn) return ["fromOn", "in_the_past"];
  if (workingDaysOf([span], frame.calendar).length === 0) return ["fromOn", "no_working_day"];
  return overlapsOwn(letter, span, frame.absences) ? ["fromOn", "already_absent"] : undefined;
}

/** What is wrong with an absence itself, each span's first fault. Empty = it can be weighed against the other holder. */
export function spanProblems({ letter, spans }: AskedAbsence, frame: AbsenceFrame): FieldProblem[] {
  return spans.flatMap((span, index) => {
    const earlier = spans
      .slice(0, index)
      .map((other): AbsenceFacts => ({ ...other, letter, state: "registered" }));
    const problem = problemOf(span, letter, { ...frame, absences: [...frame.absences, ...earlier] });
    return problem === undefined ? [] : [{ field: `body.spans.${index}.${problem[0]}`, problem: problem[1] }];
  });
}

/** A span from `fromOn` on with this many working days in it, its ends working days. */
function spanFrom(fromOn: string, workingDays: number, calendar: WorkingCalendar): DaySpan {
  let toOn = fromOn;
  for (let left = workingDays - 1; left > 0;) {
    toOn = addDays(toOn, 1);
    if (calendar.day(toOn).counts) left -= 1;
  }
  return { fromOn, toOn };
}

/** The earliest later time of the same length that leaves nobody alone with an empty post. */
export function movedSpan(asked: AskedAbsence, frame: AbsenceFrame): DaySpan | undefined {
  const wanted = workingDaysOf(asked.spans, frame.calendar).length;
  const first = asked.spans[0]?.fromOn;
  if (first === undefined || wanted === 0) return undefined;
  for (let shift = 1; shift <= SEARCHED_DAYS; shift += 1) {
    const fromOn = addDays(first, shift);
    if (!frame.calendar.day(fromOn).counts) continue;
    const span = spanFrom(fromOn, wanted, frame.calendar);
    const candidate = { letter: asked.letter, spans: [span] };
    if (spanProblems(candidate, frame).length === 0 && emptyDays(candidate, frame).length === 0) return span;
  }
  return undefined;
}

/** The absence without the days on which the post would stand empty: runs that begin and end on working days. */
export function splitSpans(asked: AskedAbsence, frame: AbsenceFrame): DaySpan[] {
  const empty = new Set(emptyDays(asked, frame));
  const runs: DaySpan[] = [];
  for (const span of asked.spans) {
    let run: DaySpan | undefined;
    for (const on of workingDaysOf([span], frame.calendar)) {
      if (empty.has(on)) run = undefined;
      else if (run !== undefined) run.toOn = on;
      else runs.push((run = { fromOn: on, toOn: on }));
    }
  }
  return runs;
}
