import type { PlannedPost, PostPlan } from "@talent/shared/contract/schemas/posts";
import { isAbsent, otherLetter, type DaySpan, type PostLetter } from "@talent/shared/domain/posts";

/** What a holder's day looks like in the plan. */
export type CellKind =
  | "free"
  /** weekend or holiday */
  | "rest"
  | "absent"
  /** B stands in for A */
  | "cover"
  /** would be absent, as the form says */
  | "asked"
  /** asked for, and the post would stand empty */
  | "gap"
  /** the absence that stands in the way of what is asked for */
  | "blocking";

/** Days on which nothing changes, drawn as one bar. */
export interface Run {
  kind: CellKind;
  fromOn: string;
  toOn: string;
  days: number;
}

/** What the form asks for, drawn into the plan before it is sent. */
export interface AskedSpans {
  postId: string;
  letter: PostLetter;
  spans: readonly DaySpan[];
}

type Day = PostPlan["days"][number];

function asksFor(asked: AskedSpans | undefined, postId: string, letter: PostLetter, on: string): boolean {
  if (asked?.postId !== postId || asked.letter !== letter) return false;
  return asked.spans.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn);
}

function kindOf(
  post: PlannedPost,
  letter: PostLetter,
  { on, counts }: Day,
  asked: AskedSpans | undefined,
): CellKind {
  if (!counts) return "rest";
  const away = isAbsent(post.absences, letter, on);
  const otherAway = isAbsent(post.absences, otherLetter(letter), on);
  if (away) return asksFor(asked, post.id, otherLetter(letter), on) ? "blocking" : "absent";
  if (asksFor(asked, post.id, letter, on)) return otherAway ? "gap" : "asked";
  return otherAway && letter === "B" ? "cover" : "free";
}

/** Bars of one holder, left to right; free and rest days stay single cells, so that the days can be counted. */
export function runsOf(
  post: PlannedPost,
  letter: PostLetter,
  days: readonly Day[],
  asked?: AskedSpans,
): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const kind = kindOf(post, letter, day, asked);
    const last = runs[runs.length - 1];
    const single = kind === "free" || kind === "rest";
    if (last !== undefined && last.kind === kind && !single) {
      last.toOn = day.on;
      last.days += 1;
    } else runs.push({ kind, fromOn: day.on, toOn: day.on, days: 1 });
  }
  return runs;
}

/** Posts at which B stands in today. */
export function coveredToday(posts: readonly PlannedPost[]): PlannedPost[] {
  return posts.filter(({ duty }) => duty?.coveringFor !== undefined);
}
