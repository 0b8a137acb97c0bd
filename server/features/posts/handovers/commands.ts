import { Types } from "mongoose";
import type { HandoverKind } from "@talent/shared/domain/posts";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import type { OutboxEntry } from "../../../platform/database/outbox";
import { AppError, notFound } from "../../../platform/errors";
import type { PendingHandover, PostDocument } from "../model";
import { HandoverModel, type HandoverDocument } from "./model";
import { mayAcknowledge, maySeeHandover } from "./policy";

async function find(id: string): Promise<HandoverDocument | null> {
  return HandoverModel.collection.findOne<HandoverDocument>({ _id: new Types.ObjectId(id) });
}

/** @throws AppError `not_found` */
export async function visibleHandover(reader: Reader, id: string): Promise<HandoverDocument> {
  const handover = await find(id);
  if (handover === null || !maySeeHandover(reader, handover)) throw notFound("handover");
  return handover;
}

/** The handover that a post has named; made once, however many workers begin it. */
export async function beginHandover(post: PostDocument, pending: PendingHandover): Promise<HandoverDocument> {
  const { id, kind, from, to, onDay, untilOn, at } = pending;
  const handover: HandoverDocument = {
    _id: new Types.ObjectId(id),
    version: 1,
    status: "moving",
    ...{ kind, from, to, onDay, at },
    ...(untilOn === undefined ? {} : { untilOn }),
    postId: post._id.toHexString(),
    postName: post.name,
    departmentId: post.departmentId,
    departmentName: post.departmentName,
    cases: 0,
    commands: [],
    outbox: [],
  };
  try {
    await HandoverModel.collection.insertOne(handover, { ignoreUndefined: true });
    return handover;
  } catch (error) {
    const begun = isDuplicateKey(error) ? await find(id) : null;
    if (begun === null) throw error;
    return begun;
  }
}

const WHY: Readonly<Record<HandoverKind, (away: string) => { why: string; whyEn: string }>> = {
  takeover: (away) => ({ why: `${away}缺席`, whyEn: `${away} is away` }),
  return: (away) => ({ why: `${away}代岗结束`, whyEn: `${away} no longer stands in` }),
  holderChange: () => ({ why: "岗位换人", whyEn: "the holder of the post has changed" }),
};

/** One message to each of the two, however many cases there are. */
function handoverNotices({ _id, ...handover }: HandoverDocument, cases: number): OutboxEntry[] {
  const { from, to, onDay, untilOn, at, kind, postName } = handover;
  const shared = {
    number: `JJ${onDay.replaceAll("-", "")}`,
    itemName: postName,
    count: String(cases),
    ...WHY[kind](from.name),
    ...(untilOn === undefined ? {} : { dueOn: untilOn }),
  };
  const occasion = _id.toHexString();
  const entry = (type: OutboxEntry["type"], recipientId: string, other: string): OutboxEntry => ({
    id: `${occasion}:${type}`,
    type,
    recipientId,
    occasion,
    values: { ...shared, maskedName: other, who: other },
    at,
  });
  return [
    entry("casesTakenOver", to.accountId, from.name),
    entry("casesHandedOver", from.accountId, to.name),
  ];
}

/** Every case has followed: both are told, once. */
export async function finishHandover(handover: HandoverDocument, cases: number): Promise<void> {
  const id = handover._id.toHexString();
  const reload = async () => {
    const found = await find(id);
    if (found === null) throw notFound("handover");
    return found;
  };
  const current = await reload();
  if (current.status === "done") return;
  await runCommand<HandoverDocument>({
    model: HandoverModel,
    current,
    reload,
    call: commandCall("sweep", undefined, "finish", { id }),
    decide: (present) =>
      present.status === "done"
        ? {}
        : { set: { status: "done", cases }, notices: handoverNotices(present, cases) },
  });
}

/** A case that came to the absent holder in the last moment belongs to the same handover. */
export async function countLateCases(handover: HandoverDocument, cases: number): Promise<void> {
  await HandoverModel.collection.updateOne(
    { _id: handover._id, status: "done" },
    { $set: { cases }, $inc: { version: 1 } },
  );
}

/**
 * 已知悉: the list has been read by one of the two.
 * @throws AppError `not_found`, `action_not_allowed`
 */
export async function acknowledgeHandover(
  id: string,
  { reader, now, commandKey }: { reader: Reader; now: Date; commandKey: string | undefined },
): Promise<HandoverDocument> {
  const reload = () => visibleHandover(reader, id);
  return runCommand<HandoverDocument>({
    model: HandoverModel,
    current: await reload(),
    reload,
    call: commandCall(reader.accountId, commandKey, "acknowledge", { id }),
    decide(handover) {
      if (!mayAcknowledge(reader, handover))
        throw new AppError("action_not_allowed", "for the two who hand over, once each");
      const read = <T extends { accountId: string }>(person: T) =>
        person.accountId === reader.accountId ? { ...person, acknowledgedAt: now } : person;
      return { set: { from: read(handover.from), to: read(handover.to) } };
    },
  });
}
