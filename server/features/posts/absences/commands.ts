import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { LeftEmpty } from "@talent/shared/contract/schemas/posts";
import { otherLetter, type DaySpan } from "@talent/shared/domain/posts";
import { Types } from "mongoose";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand, type Change } from "../../../platform/database/aggregate";
import { AppError, notFound } from "../../../platform/errors";
import type { PostContext } from "../context";
import { forgetPosts } from "../directory";
import { loadPost, nextSettling } from "../duty";
import { PostModel, type Absence, type PostDocument } from "../model";
import { maySeePost, mayEndAbsence, mayRegisterFor, mayShortenAbsence } from "../policy";
import { absenceNotices, adjustmentNotice, calledOffNotices } from "./notices";
import {
  emptyDays,
  movedSpan,
  spanProblems,
  splitSpans,
  type AbsenceFrame,
  type AskedAbsence,
} from "./rules";

/** A call of somebody about one post. */
export interface PostCall {
  context: PostContext;
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
  postId: string;
}

/** Ended absences are kept on the post for so many days. */
const KEPT_DAYS = 400;

function frameOf(post: PostDocument, { context, now }: PostCall): AbsenceFrame {
  return { absences: post.absences, calendar: context.calendar(), todayOn: dateInShanghai(now) };
}

async function visiblePost({ postId, reader }: PostCall): Promise<PostDocument> {
  const post = await loadPost(postId);
  if (!maySeePost(reader, post)) throw notFound("post");
  return post;
}

function absenceOf(post: PostDocument, absenceId: string): Absence {
  const absence = post.absences.find(({ id }) => id === absenceId);
  if (absence === undefined) throw notFound("absence");
  return absence;
}

/** One write of the post; afterwards its open cases follow whoever is on duty now. */
async function change(
  call: PostCall,
  action: string,
  input: unknown,
  decide: (post: PostDocument) => Change<PostDocument> | Promise<Change<PostDocument>>,
): Promise<PostDocument> {
  const { context, reader, now, commandKey, postId } = call;
  await runCommand<PostDocument>({
    model: PostModel,
    current: await visiblePost(call),
    reload: () => visiblePost(call),
    call: commandCall(reader.accountId, commandKey, action, { postId, input }),
    decide,
  });
  forgetPosts();
  await context.settle(postId, now);
  context.platform.outbox.nudge();
  return loadPost(postId);
}

/** The change of a post's absences, with the day on which its duty has to be settled next. */
function absencesChange(post: PostDocument, absences: Absence[], call: PostCall): Change<PostDocument> {
  const todayOn = dateInShanghai(call.now);
  const kept = absences.filter(({ toOn }) => toOn >= addDays(todayOn, -KEPT_DAYS));
  const next = nextSettling({ ...post, absences: kept }, todayOn, call.context.calendar());
  return { ...next, set: { ...next.set, absences: kept } };
}

function waysOut(post: PostDocument, asked: AskedAbsence, frame: AbsenceFrame): LeftEmpty["waysOut"] {
  const moved = movedSpan(asked, frame);
  const split = splitSpans(asked, frame);
  return [
    ...(moved === undefined ? [] : [{ kind: "move" as const, spans: [moved] }]),
    ...(split.length === 0 ? [] : [{ kind: "split" as const, spans: split }]),
    ...inTheWay(post, asked, frame).map(({ id, accountId }) => ({
      kind: "askOther" as const,
      absenceId: id,
      name: post.holders.find((holder) => holder.accountId === accountId)?.name ?? "",
    })),
  ];
}

function inTheWay(post: PostDocument, asked: AskedAbsence, frame: AbsenceFrame): Absence[] {
  const empty = emptyDays(asked, frame);
  return post.absences.filter(
    ({ letter, state, fromOn, toOn }) =>
      state === "registered" &&
      letter === otherLetter(asked.letter) &&
      empty.some((on) => fromOn <= on && on <= toOn),
  );
}

/** What the refusal says: the days, whose absence stands in the way, and ways that would be accepted. */
async function leftEmpty(post: PostDocument, asked: AskedAbsence, call: PostCall): Promise<AppError> {
  const frame = frameOf(post, call);
  const days = emptyDays(asked, frame);
  const details: LeftEmpty = {
    postName: post.name,
    days,
    others: inTheWay(post, asked, frame).map(({ id, letter, accountId, fromOn, toOn, reason }) => ({
      absenceId: id,
      letter,
      name: post.holders.find((holder) => holder.accountId === accountId)?.name ?? "",
      ...{ fromOn, toOn, reason },
    })),
    dueCases: await call.context.casesDueOn(call.postId, days),
    waysOut: waysOut(post, asked, frame),
  };
  return new AppError("post_left_empty", `nobody would be there on ${days.join(", ")}`, { ...details });
}

/**
 * Enters an absence. The post is one aggregate, so of two absences that together would leave it empty only one can be
 * written (§6.6.2 b).
 * @throws AppError `not_found`, `action_not_allowed`, `invalid_input`, `post_left_empty` with ways out
 */
export async function registerAbsence(
  call: PostCall,
  body: AskedAbsence & { reason: string },
): Promise<PostDocument> {
  const { reader, now } = call;
  return change(call, "registerAbsence", body, async (post) => {
    const holder = post.holders.find(({ letter }) => letter === body.letter);
    if (holder === undefined || !mayRegisterFor(reader, post).includes(body.letter))
      throw new AppError("action_not_allowed", "for the holder, their department or an administrator");
    const frame = frameOf(post, call);
    const fields = spanProblems(body, frame);
    if (fields.length > 0) throw new AppError("invalid_input", "these days cannot be entered", { fields });
    if (emptyDays(body, frame).length > 0) throw await leftEmpty(post, body, call);
    const added = body.spans.map(({ fromOn, toOn }): Absence => ({
      id: new Types.ObjectId().toHexString(),
      ...{ letter: body.letter, accountId: holder.accountId, fromOn, toOn, reason: body.reason },
      state: "registered",
      enteredById: reader.accountId,
      enteredAt: now,
    }));
    return {
      ...absencesChange(post, [...post.absences, ...added], call),
      notices: absenceNotices(post, added, reader, now),
    };
  });
}

function replaced(post: PostDocument, absence: Absence): Absence[] {
  return post.absences.map((other) => (other.id === absence.id ? absence : other));
}

/**
 * Calls an absence off; one that runs since an earlier day ends yesterday, for the holder is back.
 * @throws AppError `not_found`, `action_not_allowed`, `state_changed` when it is over already
 */
export async function endAbsence(call: PostCall, absenceId: string): Promise<PostDocument> {
  const todayOn = dateInShanghai(call.now);
  return change(call, "endAbsence", absenceId, (post) => {
    const absence = absenceOf(post, absenceId);
    checkRunning(absence, todayOn);
    if (!mayEndAbsence(call.reader, post, absence, todayOn))
      throw new AppError("action_not_allowed", "for the holder, their department or an administrator");
    const ended: Absence =
      absence.fromOn < todayOn
        ? { ...absence, toOn: addDays(todayOn, -1) }
        : { ...absence, state: "cancelled" };
    return {
      ...absencesChange(post, replaced(post, ended), call),
      notices: calledOffNotices(post, absence, call.reader, call.now),
    };
  });
}

function checkRunning(absence: Absence, todayOn: string): void {
  if (absence.state !== "registered" || absence.toOn < todayOn)
    throw new AppError("state_changed", "this absence is over", { state: absence.state });
}

/** @throws AppError `not_found`, `action_not_allowed`, `state_changed`, `invalid_input` for a day that is no earlier last day */
export async function shortenAbsence(call: PostCall, absenceId: string, toOn: string): Promise<PostDocument> {
  const todayOn = dateInShanghai(call.now);
  return change(call, "shortenAbsence", { absenceId, toOn }, (post) => {
    const absence = absenceOf(post, absenceId);
    checkRunning(absence, todayOn);
    if (!mayShortenAbsence(call.reader, post, absence, todayOn))
      throw new AppError("action_not_allowed", "it cannot be shortened");
    if (toOn < absence.fromOn || toOn < todayOn || toOn >= absence.toOn)
      throw new AppError("invalid_input", "not an earlier last day", {
        fields: [{ field: "body.toOn", problem: "not_earlier" }],
      });
    return absencesChange(post, replaced(post, { ...absence, toOn }), call);
  });
}

/** Asks the other holder to move the absence that stands in the way of these days. */
export async function askOther(
  call: PostCall,
  absenceId: string,
  body: { spans: DaySpan[]; reason: string },
): Promise<void> {
  await change(call, "askOther", { absenceId, body }, (post) => {
    const absence = absenceOf(post, absenceId);
    checkRunning(absence, dateInShanghai(call.now));
    const asker = otherLetter(absence.letter);
    if (!mayRegisterFor(call.reader, post).includes(asker))
      throw new AppError("action_not_allowed", "for the other holder of the post");
    return { notices: [adjustmentNotice(post, absence, body, call.now)] };
  });
}
