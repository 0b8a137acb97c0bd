import { Types } from "mongoose";
import type { CycleSpan } from "@talent/shared/domain/cycles";
import { isDuplicateKey } from "../../platform/database/duplicateKey";
import { TalentModel, type TalentDocument } from "../talents/index";
import { clockOf } from "./change";
import type { CycleDocument } from "./document";
import { CycleModel } from "./model";
import { nextEvent } from "./timeline";

/** What a cycle keeps of the talent's record. */
export type Opened = Pick<
  TalentDocument,
  "_id" | "maskedName" | "category" | "districtCode" | "employerId" | "employerName"
>;

const OPENED_FIELDS = {
  ...{ maskedName: 1, category: 1, districtCode: 1, employerId: 1, employerName: 1 },
  ...{ cycle: 1, cycleId: 1 },
} as const;
const BATCH = 500;

/** A new cycle of this talent. Time has not moved it yet: the sweep brings it to where it belongs. */
export function newCycle(talent: Opened, { startsOn, endsOn }: CycleSpan, now: Date): CycleDocument {
  const { maskedName, category, districtCode, employerId, employerName } = talent;
  const bare: CycleDocument = {
    _id: new Types.ObjectId(),
    version: 1,
    status: "running",
    ...{ talentId: talent._id.toHexString(), maskedName, category, districtCode, employerName },
    ...(employerId === undefined ? {} : { employerId }),
    ...{ startsOn, endsOn, open: true },
    ...{ files: [], verification: [], decisions: [], appeals: [], timeline: [], commands: [], outbox: [] },
    createdAt: now,
    updatedAt: now,
  };
  const opened = nextEvent([], {
    type: "opened",
    at: now,
    ...{ byId: "", byName: "", office: "", side: "time" as const },
  });
  const cycle = { ...bare, timeline: [opened] };
  const clock = clockOf(cycle);
  return clock === undefined ? cycle : { ...cycle, nextStageAt: clock };
}

/**
 * Writes the cycle of this talent that begins on this day, once however often and by however many workers it is asked.
 * @returns its id
 */
export async function openOnce(talent: Opened, span: CycleSpan, now: Date): Promise<string> {
  const cycle = newCycle(talent, span, now);
  try {
    await CycleModel.collection.insertOne(cycle, { ignoreUndefined: true });
    return cycle._id.toHexString();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const { talentId, startsOn } = cycle;
    const there = await CycleModel.findOne(
      {
        $or: [
          { talentId, startsOn },
          { talentId, open: true },
        ],
      },
      { _id: 1 },
    )
      .sort({ startsOn: -1 })
      .lean();
    if (there === null) throw error;
    return there._id.toHexString();
  }
}

/** Talents whose record names no cycle document. */
export function unopenedTalents() {
  return TalentModel.find({ cycleId: null }, OPENED_FIELDS).limit(BATCH).lean<TalentDocument[]>();
}

/** Opens the cycle that the record names, and says so in the record. */
export async function openFor(talent: TalentDocument, now: Date): Promise<string> {
  const cycleId = await openOnce(talent, talent.cycle, now);
  await TalentModel.updateOne({ _id: talent._id, cycleId: null }, { $set: { cycleId } });
  return cycleId;
}

/**
 * Opens a cycle for every talent whose record has none yet: nobody is forgotten.
 * @returns how many were opened
 */
export async function openMissing(now: Date): Promise<number> {
  let count = 0;
  for (;;) {
    const talents = await unopenedTalents();
    await Promise.all(talents.map((talent) => openFor(talent, now)));
    count += talents.length;
    if (talents.length < BATCH) return count;
  }
}
