import { dateInShanghai } from "@talent/shared/calendar/dates";
import { OPEN_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import { dateText } from "@talent/shared/labels/dateText";
import type { Types } from "mongoose";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { AppError } from "../../../platform/errors";
import type { HandoverDocument, PostDocument } from "../../posts/index";
import { changeOf } from "../change";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { RequestModel } from "../model";
import type { LaneKey } from "../rules/lanes";
import { holderAt } from "./dutyHolder";

/** Cases are moved in batches of so many. */
const BATCH = 100;
const OPEN_AT_POST: LaneKey = "active";

/** Open cases of a post that somebody else has than this person. */
export function casesElsewhere(postId: string, accountId: string) {
  return RequestModel.find(
    { postId, laneKey: OPEN_AT_POST, "holder.accountId": { $ne: accountId } },
    { _id: 1 },
  ).lean<Pick<RequestDocument, "_id">[]>();
}

/** Why it changed hands, as the history of the case says it to staff. */
function noteOf({ kind, from, onDay, untilOn }: HandoverDocument, now: Date): string {
  const date = (on: string) => dateText(on, dateInShanghai(now), "zh");
  if (kind === "holderChange") return `岗位换人，原经办${from.name}`;
  if (kind === "return") return `${from.name}代岗结束`;
  return `${from.name}缺席，${date(onDay)}起代岗${untilOn === undefined ? "" : `，到${date(untilOn)}`}`;
}

/** Whoever takes the case over speaks in its history. */
function readerOf({ to, departmentName }: HandoverDocument): Reader {
  return {
    accountId: to.accountId,
    name: to.name,
    office: departmentName,
    grants: [],
    talentId: undefined,
    sessionId: "takeover",
  };
}

const NOT_NEEDED = "the case is elsewhere or closed";

/** Where a handover happens, and when. */
export interface Takeover {
  context: RequestContext;
  post: PostDocument;
  handover: HandoverDocument;
  now: Date;
}

/**
 * Lets one case change hands in one write; a case that has been moved, closed or sent elsewhere meanwhile stays as it
 * is.
 * @param given what changes hands of the case as it stands; undefined = nothing any more
 * @returns whether anything did
 */
export async function handOver(
  { context, handover, now }: Takeover,
  id: Types.ObjectId,
  given: (request: RequestDocument) => Partial<RequestDocument> | undefined,
): Promise<boolean> {
  const reload = async () => {
    const request = await RequestModel.collection.findOne<RequestDocument>({ _id: id });
    if (request === null) throw new AppError("state_changed", NOT_NEEDED);
    return request;
  };
  const moment = { context, reader: readerOf(handover), now };
  try {
    await runCommand<RequestDocument>({
      model: RequestModel,
      current: await reload(),
      reload,
      call: commandCall("sweep", undefined, "takeOver", {}),
      decide(request) {
        const set = given(request);
        if (set === undefined) throw new AppError("state_changed", NOT_NEEDED);
        return changeOf(request, moment, {
          type: "handedOver",
          audience: "staff",
          note: noteOf(handover, now),
          set,
        });
      },
    });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "state_changed") return false;
    throw error;
  }
}

/** The whole case, if it is still at the post and with somebody else. */
function wholeCase({ post, handover }: Takeover) {
  const holder = holderAt(post, handover.to);
  return (request: RequestDocument): Partial<RequestDocument> | undefined => {
    const here = request.postId === handover.postId && isIn(OPEN_STATUSES, request.status);
    if (!here || request.holder?.accountId === holder.accountId) return undefined;
    return { holder, handoverIds: [...(request.handoverIds ?? []), handover._id.toHexString()] };
  };
}

/**
 * Moves the open cases of a post to whoever has taken over, in batches found by index. Two workers at once move each
 * case once.
 * @returns how many this run has moved
 */
export async function moveCases(takeover: Takeover): Promise<number> {
  const { handover } = takeover;
  const given = wholeCase(takeover);
  let moved = 0;
  for (;;) {
    const batch = await casesElsewhere(handover.postId, handover.to.accountId).limit(BATCH).exec();
    let movedNow = 0;
    for (const { _id } of batch) if (await handOver(takeover, _id, given)) movedNow += 1;
    moved += movedNow;
    if (batch.length < BATCH || movedNow === 0) return moved;
  }
}

/** Cases that changed hands in a handover. */
export function countHandedOver(handoverId: string): Promise<number> {
  return RequestModel.countDocuments({ handoverIds: handoverId }).exec();
}
