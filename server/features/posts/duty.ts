import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { dutyDay, nextDutyChange, onDuty, type HandoverKind } from "@talent/shared/domain/posts";
import { Types } from "mongoose";
import { commandCall, runCommand, type Change } from "../../platform/database/aggregate";
import { notFound } from "../../platform/errors";
import { forgetPosts } from "./directory";
import { PostModel, type PendingHandover, type PostDocument, type PostHolder } from "./model";

/** @throws AppError `not_found` */
export async function loadPost(id: string): Promise<PostDocument> {
  const post = await PostModel.collection.findOne<PostDocument>({ _id: new Types.ObjectId(id) });
  if (post === null) throw notFound("post");
  return post;
}

/** Whether the settled duty is no longer that of the day. Where nobody is there the cases stay where they are. */
function isUnsettled(post: PostDocument, todayOn: string, calendar: WorkingCalendar): PostHolder | undefined {
  const wanted = onDuty(post, todayOn, calendar);
  return wanted !== undefined && wanted.accountId !== post.duty?.accountId ? wanted : undefined;
}

/** Whether the cases of a post have to follow somebody else than before. */
export function needsSettling(post: PostDocument, todayOn: string, calendar: WorkingCalendar): boolean {
  return isUnsettled(post, todayOn, calendar) !== undefined;
}

/** The day on which the duty of a post has to be settled next, as part of a change of the post. */
export function nextSettling(
  post: PostDocument,
  todayOn: string,
  calendar: WorkingCalendar,
): Pick<Change<PostDocument>, "set" | "unset"> {
  const nextDutyOn =
    isUnsettled(post, todayOn, calendar) === undefined ? nextDutyChange(post, todayOn, calendar) : todayOn;
  return nextDutyOn === undefined ? { unset: ["nextDutyOn"] } : { set: { nextDutyOn } };
}

function kindOf(post: PostDocument, to: PostHolder): HandoverKind {
  const stays = post.holders.some(({ accountId }) => accountId === post.duty?.accountId);
  if (!stays) return "holderChange";
  return to.letter === "B" ? "takeover" : "return";
}

/** Last working day on which B stands in; undefined where A is on duty. */
export function coversUntil(
  post: PostDocument,
  onDay: string,
  calendar: WorkingCalendar,
): string | undefined {
  if (onDuty(post, onDay, calendar)?.letter !== "B") return undefined;
  const change = nextDutyChange(post, onDay, calendar);
  return change === undefined ? undefined : dutyDay(addDays(change, -1), calendar);
}

/** For whom somebody stands in: the A holder, where B is on duty. */
export function coveredBy(post: Pick<PostDocument, "holders">, holder: PostHolder): string | undefined {
  return holder.letter === "B" ? post.holders.find(({ letter }) => letter === "A")?.name : undefined;
}

function dutyChange(
  post: PostDocument,
  todayOn: string,
  calendar: WorkingCalendar,
  now: Date,
): Change<PostDocument> {
  const to = isUnsettled(post, todayOn, calendar);
  if (to === undefined) return nextSettling(post, todayOn, calendar);
  const duty = { ...to, sinceOn: todayOn };
  const next = nextSettling({ ...post, duty }, todayOn, calendar);
  const { duty: before } = post;
  if (before === undefined) return { ...next, set: { ...next.set, duty } };
  const from = { letter: before.letter, accountId: before.accountId, name: before.name };
  const untilOn = coversUntil(post, todayOn, calendar);
  const pendingHandover: PendingHandover = {
    id: new Types.ObjectId().toHexString(),
    kind: kindOf(post, to),
    from,
    to,
    onDay: todayOn,
    ...(untilOn === undefined ? {} : { untilOn }),
    at: now,
  };
  return { ...next, set: { ...next.set, duty, pendingHandover } };
}

/** The name under which the sweep writes; its writes carry no key, for they are decided on the present state. */
const SWEEP = commandCall("sweep", undefined, "settle", {});

/**
 * Gives the duty of a post to whoever has it today, in one write that also names the handover to be done. Run twice,
 * or on two workers, the second finds it settled.
 */
export async function settleDuty(
  postId: string,
  calendar: WorkingCalendar,
  now: Date,
): Promise<PostDocument> {
  const todayOn = dateInShanghai(now);
  const current = await loadPost(postId);
  if (current.pendingHandover !== undefined) return current;
  const due = current.nextDutyOn !== undefined && current.nextDutyOn <= todayOn;
  if (!due && isUnsettled(current, todayOn, calendar) === undefined) return current;
  const settled = await runCommand<PostDocument>({
    model: PostModel,
    current,
    reload: () => loadPost(postId),
    call: SWEEP,
    decide: (post) => (post.pendingHandover === undefined ? dutyChange(post, todayOn, calendar, now) : {}),
  });
  forgetPosts();
  return settled;
}

/** The cases have followed: the post can change hands again. */
export async function endPendingHandover(postId: string, handoverId: string): Promise<void> {
  await PostModel.collection.updateOne(
    { _id: new Types.ObjectId(postId), "pendingHandover.id": handoverId },
    { $unset: { pendingHandover: "" }, $inc: { version: 1 } },
  );
}

/** Ids of posts whose duty changes today at the latest, or whose cases are still being moved. */
export async function postsToSettle(todayOn: string, limit: number): Promise<string[]> {
  const [changing, moving] = await Promise.all([
    changingPosts(todayOn).limit(limit),
    movingPosts().limit(limit),
  ]);
  return [...new Set([...moving, ...changing].map(({ _id }) => _id.toHexString()))];
}

export function changingPosts(todayOn: string) {
  return PostModel.find({ nextDutyOn: { $lte: todayOn } }, { _id: 1 })
    .sort({ nextDutyOn: 1 })
    .lean<Pick<PostDocument, "_id">[]>();
}

export function movingPosts() {
  return PostModel.find({ "pendingHandover.id": { $gt: "" } }, { _id: 1 }).lean<
    Pick<PostDocument, "_id">[]
  >();
}
