import type { RequestDocument } from "../document";
import { RequestModel } from "../model";
import type { Holder, SharedWork } from "../parts";
import { isOpen } from "../rules/caseWork";
import { accountKey } from "../waiting";
import { holderAt } from "./dutyHolder";
import { handOver, type Takeover } from "./move";

/** Cases in which something waits for this person, from the index of what waits. */
function waitingCases(accountId: string) {
  return RequestModel.find({ waiting: accountKey(accountId) }).lean<RequestDocument[]>();
}

function passedOn<T extends SharedWork>(parts: readonly T[] | undefined, postId: string, holder: Holder) {
  return parts?.map((part) => (isOpen(part) && part.postId === postId ? { ...part, holder } : part));
}

function isElsewhere({ handover }: Takeover, part: SharedWork): boolean {
  return isOpen(part) && part.postId === handover.postId && part.holder.accountId !== handover.to.accountId;
}

/** The open questions and sub-tasks of the post, where somebody else still has one. */
function partsOf(takeover: Takeover) {
  const { post, handover } = takeover;
  const holder = holderAt(post, handover.to);
  return ({ consultations, subtasks }: RequestDocument): Partial<RequestDocument> | undefined => {
    const all: readonly SharedWork[] = [...(consultations ?? []), ...(subtasks ?? [])];
    if (!all.some((part) => isElsewhere(takeover, part))) return undefined;
    return {
      consultations: passedOn(consultations, handover.postId, holder),
      subtasks: passedOn(subtasks, handover.postId, holder),
    };
  };
}

/**
 * Moves what other departments' cases ask of a post to whoever has taken over there.
 * @returns in how many cases something moved in this run
 */
export async function moveParts(takeover: Takeover): Promise<number> {
  const given = partsOf(takeover);
  let moved = 0;
  for await (const request of waitingCases(takeover.handover.from.accountId).cursor())
    if (given(request) !== undefined && (await handOver(takeover, request._id, given))) moved += 1;
  return moved;
}
