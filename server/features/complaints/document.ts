import type { Bilingual } from "@talent/shared/contract/schemas/primitives";
import type {
  ComplaintEventType,
  ComplaintKind,
  ComplaintLane,
  ComplaintResult,
  ComplaintStatus,
  ComplaintSubject,
} from "@talent/shared/domain/complaints";
import type { Aggregate } from "../../platform/database/aggregate";
import type { Linked } from "../../platform/database/chain";

/** Somebody of the staff, as they were when they did it. */
export interface StaffRef {
  accountId: string;
  name: string;
  office: string;
}

export interface ComplaintEvent extends Linked {
  type: ComplaintEventType;
  at: Date;
  /** Empty for what happens by time. */
  byId: string;
  byName: string;
  office: string;
  side: "writer" | "staff" | "time";
  note?: string | undefined;
  /** Not shown to the writer. */
  staffOnly: boolean;
}

/** The answer of one round, and what the writer said of it. */
export interface ComplaintAnswer {
  round: number;
  result: ComplaintResult;
  text: string;
  measures?: string | undefined;
  by: StaffRef;
  /** Who looked into it; absent where nobody had to. */
  investigator?: StaffRef | undefined;
  at: Date;
  reply?: { satisfied: boolean; reason?: string | undefined; at: Date } | undefined;
}

/** A step of the clock, with the round in which it happened: `late:1`. */
export type ClockMark = string;

/** A complaint or suggestion 投诉建议: one aggregate, one document. Ids of other documents are their hex strings. */
export interface ComplaintDocument extends Aggregate {
  status: ComplaintStatus;
  number: string;
  kind: ComplaintKind;
  about: ComplaintSubject;
  text: string;
  /** The page from which it was written. */
  page?: string | undefined;
  request?: { id: string; number: string; itemName: Bilingual } | undefined;
  fromAccountId: string;
  fromName: string;
  fromTalentId?: string | undefined;
  /** The district whose specialists see it; absent = the municipal platform alone. */
  districtCode?: string | undefined;
  /** Whom it is about: they neither see nor handle it. */
  concernedIds: string[];
  concernedDepartmentId?: string | undefined;
  round: number;
  acceptedBy?: StaffRef | undefined;
  investigator?: StaffRef | undefined;
  answers: ComplaintAnswer[];
  /** The running limit: when it began and its length. */
  clock?: { startedAt: Date; workingDays: number } | undefined;
  told: ClockMark[];
  /** When the sweep has something to do; absent in the archive. */
  nextClockAt?: Date | undefined;
  lane: ComplaintLane;
  /** By what its lane is sorted: the due time of open ones, the last change of others. */
  listAt: Date;
  timeline: ComplaintEvent[];
  createdAt: Date;
  updatedAt: Date;
}
