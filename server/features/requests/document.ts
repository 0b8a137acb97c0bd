import type { Types } from "mongoose";
import type { Bilingual } from "@talent/shared/contract/schemas/primitives";
import type { TIMELINE_TYPES } from "@talent/shared/contract/schemas/timeline";
import type { LimitEvent } from "@talent/shared/calendar/timeLimit";
import type { PointOutcome, RequestSource } from "@talent/shared/domain/lifecycle";
import type { FileMime } from "@talent/shared/domain/limits";
import type { NotRoutedReason } from "@talent/shared/domain/posts";
import type { RatingLevel } from "@talent/shared/domain/ratings";
import type { RequestStatus } from "@talent/shared/domain/requestStatus";
import type { Beneficiary, Category, Recognition } from "@talent/shared/domain/talents";
import type { Aggregate } from "../../platform/database/aggregate";
import type { CaseParts, Holder, StaffRef } from "./parts";
import type { LaneKey } from "./rules/lanes";
import type { RequestScope } from "./scopes";

export type TimelineType = (typeof TIMELINE_TYPES)[number];

/** What happened. Every event's hash covers the one before, so that none can be changed or left out unseen. */
export interface TimelineEvent {
  id: string;
  type: TimelineType;
  at: Date;
  byId: string;
  /** Full name of staff, masked name of a talent. */
  byName: string;
  office: string;
  side: "requester" | "staff";
  note?: string | undefined;
  count?: number | undefined;
  /** Why a specialist sent it elsewhere than its rule says. */
  overrideReason?: string | undefined;
  /** `staff` hides it from the talent. */
  audience: "all" | "staff";
  prevHash: string;
  hash: string;
}

export interface RequestPoint {
  text: string;
  outcome?: PointOutcome | undefined;
  note?: string | undefined;
  basis?: string | undefined;
}

export interface RequestFileEntry {
  fileId: string;
  materialKey: string;
  fileName: string;
  mime: FileMime;
  bytes: number;
  sha256: string;
  identity: boolean;
  uploadedAt: Date;
  uploadedBy: "requester" | "staff";
}

export interface SupplementItem {
  key: string;
  materialKey?: string | undefined;
  title: string;
  why: string;
  how?: string | undefined;
}

/** A one-time notice of everything that is missing (§6.6.2 a). */
export interface Supplement {
  id: string;
  askedAt: Date;
  askedById: string;
  askedByName: string;
  items: SupplementItem[];
  answeredAt?: Date | undefined;
  note?: string | undefined;
}

/** The running time limit and what has moved it. */
export interface RequestClock {
  kind: "acceptance" | "handling";
  workingDays: number;
  events: LimitEvent[];
}

export interface RequestRating {
  level: RatingLevel;
  tags: string[];
  comment?: string | undefined;
  at: Date;
}

export interface RequestBeneficiary {
  kind: Beneficiary;
  /** Of the talent's family on record; name and birthday are as they stood there. */
  memberId?: string | undefined;
  /** Sealed. */
  name?: string | undefined;
  maskedName?: string | undefined;
  bornOn?: string | undefined;
}

/** What the person was when the request was handed in. */
export interface ApplicantSnapshot {
  maskedName: string;
  category: Category;
  recognition: Recognition;
  districtCode: string;
  employerId?: string | undefined;
  employerName: string;
  phoneMasked: string;
}

/** The item version that the request keeps, whatever is published later (§6.1.3). */
export interface RequestItem {
  id: string;
  code: string;
  version: number;
  name: Bilingual;
  sample: boolean;
  limitDays: number;
}

export interface Consents {
  processing?: Date | undefined;
  health?: Date | undefined;
  guardian?: Date | undefined;
}

/** A service request 服务申请: one aggregate, one document. Ids of other documents are their hex strings. */
export interface RequestDocument extends Aggregate, CaseParts {
  _id: Types.ObjectId;
  status: RequestStatus;
  number: string;
  statusBeforeSupplement?: RequestStatus | undefined;
  item: RequestItem;
  talentId: string;
  /** To whom messages for the talent go; a talent taken in at the window may have no account yet. */
  requesterAccountId?: string | undefined;
  applicant: ApplicantSnapshot;
  beneficiary: RequestBeneficiary;
  points: RequestPoint[];
  details: Record<string, string>;
  consents: Consents;
  files: RequestFileEntry[];
  supplements: Supplement[];
  clock?: RequestClock | undefined;
  /** Parts of the staff on whose boards it stands; empty while it is a draft. */
  scope: RequestScope;
  laneKey: LaneKey;
  /** By what its lane is sorted: the due time of open work, the completion of done work. */
  laneAt: Date;
  /** From when it counts as due soon. */
  warnAt?: Date | undefined;
  signBy?: Date | undefined;
  returnBy?: Date | undefined;
  /** When its clock has something to say next; absent when it has nothing more to say. */
  nextClockAt?: Date | undefined;
  /** Marks of the escalation steps that were told. */
  told?: string[] | undefined;
  postId?: string | undefined;
  departmentId?: string | undefined;
  holder?: Holder | undefined;
  /** Handovers in which it changed hands. */
  handoverIds?: string[] | undefined;
  /** Why it was not dispatched by itself, where its item says that it is. */
  notRoutedWhy?: NotRoutedReason | undefined;
  specialist?: StaffRef | undefined;
  source: RequestSource;
  createdBy: string;
  createKey?: string | undefined;
  createDigest?: string | undefined;
  timeline: TimelineEvent[];
  reason?: string | undefined;
  responsible?: string | undefined;
  rating?: RequestRating | undefined;
  reopenings: number;
  createdAt: Date;
  submittedAt?: Date | undefined;
  completedAt?: Date | undefined;
  updatedAt: Date;
}
