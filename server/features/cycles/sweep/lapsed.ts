import { Types } from "mongoose";
import type { CycleNotice } from "@talent/shared/domain/cycleNotices";
import type { CycleStage } from "@talent/shared/domain/cycles";
import type { WaitingNotice } from "../../../platform/database/outbox";
import type { CycleDocument } from "../document";
import { CycleModel } from "../model";

/** Stages in which what a notice of time says is still of use. */
const OF_USE: Readonly<Partial<Record<CycleNotice, readonly CycleStage[]>>> = {
  cycleEnding: ["notified", "evaluationOpen"],
  cycleEndingForEmployer: ["notified"],
  cycleEvaluationOpened: ["evaluationOpen"],
  cycleEvaluationDueSoon: ["evaluationOpen"],
  cycleOverdue: ["overdue"],
  cycleOverdueForEmployer: ["overdue"],
  cycleOverdueForStaff: ["overdue"],
};
const OF_USE_BY_TYPE: ReadonlyMap<string, readonly CycleStage[]> = new Map(Object.entries(OF_USE));

/** Of notices that waited for their hour: those whose cycle has moved on meanwhile, evaluated or decided. */
export async function lapsedCycleNotices(waiting: readonly WaitingNotice[]): Promise<Set<string>> {
  const ids = [...new Set(waiting.map(({ subjectId }) => subjectId))].map((id) => new Types.ObjectId(id));
  const found = await CycleModel.collection
    .find<Pick<CycleDocument, "_id" | "status">>({ _id: { $in: ids } }, { projection: { status: 1 } })
    .toArray();
  const stages = new Map(found.map(({ _id, status }) => [_id.toHexString(), status]));
  const gone = waiting.filter(({ type, subjectId }) => {
    const stage = stages.get(subjectId);
    return stage === undefined || OF_USE_BY_TYPE.get(type)?.includes(stage) === false;
  });
  return new Set(gone.map(({ id }) => id));
}
