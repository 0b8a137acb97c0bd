import { dateInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";
import { HANDOVER_FROM } from "@talent/shared/domain/posts";
import {
  beginHandover,
  countLateCases,
  endPendingHandover,
  finishHandover,
  needsSettling,
  postsToSettle,
  settleDuty,
  type PendingHandover,
  type PostDocument,
} from "../../posts/index";
import type { JobDefinition } from "../../../platform/jobs/job";
import type { RequestContext } from "../context";
import { countHandedOver, moveCases } from "./move";
import { moveParts } from "./moveParts";

/** Posts settled in one run; the next run goes on with the others. */
const MOST_POSTS = 200;

/** A duty that changed again while its cases were being moved is settled in the same run. */
const ROUNDS = 3;

/**
 * Does the handover that a post has named.
 * @returns whether the duty has changed again meanwhile
 */
async function handOver(
  context: RequestContext,
  post: PostDocument,
  pending: PendingHandover,
  now: Date,
): Promise<boolean> {
  const handover = await beginHandover(post, pending);
  const outdated = needsSettling(post, dateInShanghai(now), context.calendar);
  const takeover = { context, post, handover, now };
  const moved = outdated ? 0 : (await moveCases(takeover)) + (await moveParts(takeover));
  const cases = await countHandedOver(pending.id);
  if (handover.status === "moving") await finishHandover(handover, cases);
  else if (moved > 0) await countLateCases(handover, cases);
  if (outdated || (handover.status === "done" && moved === 0))
    await endPendingHandover(post._id.toHexString(), pending.id);
  return outdated;
}

/**
 * Lets the open cases of a post follow whoever is on duty: the post names the handover in one write, the cases move
 * one by one, the two are told when all have followed. Whatever is cut short is taken up again by the next run, and a
 * case that was dispatched to the absent holder in the last moment is found by it.
 */
export async function settlePost(context: RequestContext, postId: string, now: Date): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const post = await settleDuty(postId, context.calendar, now);
    if (post.pendingHandover === undefined) return;
    const changedAgain = await handOver(context, post, post.pendingHandover, now);
    context.platform.outbox.nudge();
    if (!changedAgain) return;
  }
}

/** Whether cases change hands at this time: in the daytime of a working day, for nobody is told at night. */
export function isHandoverTime(context: Pick<RequestContext, "calendar">, now: Date): boolean {
  return context.calendar.day(dateInShanghai(now)).counts && timeInShanghai(now) >= HANDOVER_FROM;
}

/** Takeovers and returns of today (DB50/T 1733 §6.6.2 b). */
export function takeoverJob(context: RequestContext): JobDefinition {
  return {
    name: "posts.takeover",
    every: "2 minutes",
    async run(now) {
      if (!isHandoverTime(context, now)) return;
      for (const postId of await postsToSettle(dateInShanghai(now), MOST_POSTS))
        await settlePost(context, postId, now);
    },
  };
}
