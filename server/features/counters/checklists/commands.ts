import { dateInShanghai } from "@talent/shared/calendar/dates";
import { Types } from "mongoose";
import type { CheckResult, ChecklistKind } from "@talent/shared/domain/checklists";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError, invalidField, notFound } from "../../../platform/errors";
import type { Moment } from "../context";
import type { HallDocument } from "../halls/model";
import type { WindowDocument } from "../windows/model";
import { ChecklistModel, type CheckedPoint, type ChecklistDocument } from "./model";

interface Place {
  hall: HallDocument;
  window: WindowDocument;
  kind: ChecklistKind;
}

/** The list of a window as it would begin. */
export function emptyChecklist({ hall, window, kind }: Place, on: string): ChecklistDocument {
  return {
    _id: new Types.ObjectId(),
    version: 1,
    status: "open",
    hallId: window.hallId,
    windowId: window._id.toHexString(),
    windowNumber: window.number,
    kind,
    on,
    points: hall.checklists[kind].map(({ key, label }) => ({ key, label })),
    faults: 0,
    commands: [],
    outbox: [],
  };
}

export async function findChecklist(
  windowId: string,
  kind: ChecklistKind,
  on: string,
): Promise<ChecklistDocument | null> {
  return ChecklistModel.collection.findOne<ChecklistDocument>({ windowId, on, kind });
}

/** Kinds of today's lists of a window that nobody has signed yet. */
export async function unsignedKinds(
  windowId: string,
  on: string,
  kinds: readonly ChecklistKind[],
): Promise<ChecklistKind[]> {
  const signed = await ChecklistModel.find({ windowId, on, status: "signed" }, { kind: 1 })
    .lean<{ kind: ChecklistKind }[]>()
    .exec();
  return kinds.filter((kind) => !signed.some((list) => list.kind === kind));
}

/** Today's list, begun if nobody has yet; of many who begin it at once one does. */
async function todaysChecklist(place: Place, now: Date): Promise<ChecklistDocument> {
  const list = emptyChecklist(place, dateInShanghai(now));
  const known = await findChecklist(list.windowId, list.kind, list.on);
  if (known !== null) return known;
  try {
    await ChecklistModel.collection.insertOne(list, { ignoreUndefined: true });
    return list;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return reload(list);
  }
}

async function reload({ windowId, kind, on }: ChecklistDocument): Promise<ChecklistDocument> {
  const found = await findChecklist(windowId, kind, on);
  if (found === null) throw notFound("checklist");
  return found;
}

function refuseSigned(list: ChecklistDocument): void {
  if (list.status === "signed")
    throw new AppError("state_changed", "the list is signed", { status: list.status });
}

export interface Tick {
  key: string;
  result: CheckResult;
  note?: string | undefined;
}

/** Ticks a point, or notes its fault. @throws AppError `invalid_input` or `state_changed` */
export async function tickPoint(place: Place, tick: Tick, moment: Moment): Promise<ChecklistDocument> {
  const { reader, now, commandKey } = moment;
  if (tick.result === "fault" && tick.note === undefined) throw invalidField("body.note", "required");
  const current = await todaysChecklist(place, now);
  return runCommand<ChecklistDocument>({
    model: ChecklistModel,
    current,
    reload: () => reload(current),
    call: commandCall(reader.accountId, commandKey, "tickPoint", { ...tick, id: current._id.toHexString() }),
    decide(list) {
      refuseSigned(list);
      if (!list.points.some(({ key }) => key === tick.key)) throw invalidField("body.key", "invalid_value");
      const points = list.points.map((point): CheckedPoint =>
        point.key === tick.key
          ? { ...point, note: undefined, ...tick, at: now, byId: reader.accountId, byName: reader.name }
          : point,
      );
      return { set: { points, faults: points.filter(({ result }) => result === "fault").length } };
    },
  });
}

/** Signs today's list. @throws AppError `invalid_input` while a point has no answer, or `state_changed` */
export async function signChecklist(place: Place, moment: Moment): Promise<ChecklistDocument> {
  const { reader, now, commandKey } = moment;
  const current = await todaysChecklist(place, now);
  return runCommand<ChecklistDocument>({
    model: ChecklistModel,
    current,
    reload: () => reload(current),
    call: commandCall(reader.accountId, commandKey, "signChecklist", { id: current._id.toHexString() }),
    decide(list) {
      refuseSigned(list);
      const open = list.points.find(({ result }) => result === undefined);
      if (open !== undefined) throw invalidField(`body.${open.key}`, "required");
      return {
        set: { status: "signed", signed: { byId: reader.accountId, byName: reader.name, at: now } },
      };
    },
  });
}
