import { Types } from "mongoose";
import type { RequestStatus } from "@talent/shared/domain/requestStatus";
import { RequestModel, type RequestDocument } from "../../server/features/requests/index";

const HOUR_MS = 3_600_000;
const NEVER = new Date("9999-12-31T00:00:00Z");

/** What of a row matters to the board; hours are counted from `now`. */
export interface BoardRow {
  number: string;
  status: RequestStatus;
  laneKey: RequestDocument["laneKey"];
  /** Hours until it is due, or since it was completed (negative); absent = the clock stands. */
  dueIn?: number;
  warnIn?: number;
  districtCode?: string;
  scope?: RequestDocument["scope"];
  itemId?: string;
  employerName?: string;
  postId?: string;
}

/** A whole request document around what a test says of it. */
export function boardDocument(row: BoardRow, now: Date): RequestDocument {
  const at = (hours: number | undefined) =>
    hours === undefined ? NEVER : new Date(now.getTime() + hours * HOUR_MS);
  const districtCode = row.districtCode ?? "500112";
  return {
    _id: new Types.ObjectId(),
    number: row.number,
    version: 3,
    status: row.status,
    item: {
      id: row.itemId ?? "1".repeat(24),
      code: "advice",
      version: 1,
      name: { zh: "科技咨询", en: "Advice" },
      sample: true,
      limitDays: 5,
    },
    talentId: "2".repeat(24),
    requesterAccountId: "3".repeat(24),
    applicant: {
      maskedName: "陈**",
      category: "B",
      recognition: "catalogue",
      districtCode,
      employerName: row.employerName ?? "重庆示例精密制造有限公司",
      phoneMasked: "138****0001",
    },
    beneficiary: { kind: "self" },
    points: [{ text: "请安排一次咨询" }],
    details: {},
    consents: { processing: now },
    files: [],
    supplements: [],
    clock: { kind: "handling", workingDays: 5, events: [{ type: "started", at: now }] },
    scope: row.scope ?? { level: "municipal", district: districtCode },
    laneKey: row.laneKey,
    laneAt: at(row.dueIn),
    warnAt: row.laneKey === "done" ? undefined : at(row.warnIn ?? row.dueIn),
    postId: row.postId,
    source: "talent",
    createdBy: "3".repeat(24),
    timeline: [],
    reopenings: 0,
    commands: [],
    outbox: [],
    createdAt: now,
    submittedAt: now,
    updatedAt: now,
    completedAt: row.laneKey === "done" ? at(row.dueIn) : undefined,
  };
}

export async function addBoardRows(rows: readonly BoardRow[], now: Date): Promise<void> {
  const documents = rows.map((row) => boardDocument(row, now));
  await RequestModel.collection.insertMany(documents, { ignoreUndefined: true });
}
