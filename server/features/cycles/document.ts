import type {
  CycleDecision,
  CycleEventType,
  CycleStage,
  EvaluationGrade,
  VerificationAnswer,
} from "@talent/shared/domain/cycles";
import type { FileMime } from "@talent/shared/domain/limits";
import type { Category } from "@talent/shared/domain/talents";
import type { Aggregate } from "../../platform/database/aggregate";
import type { Linked } from "../../platform/database/chain";

/** Somebody as they were when they did it. */
export interface PersonRef {
  accountId: string;
  name: string;
  office: string;
}

export interface CycleEvent extends Linked {
  type: CycleEventType;
  at: Date;
  /** Empty for what happens by time. */
  byId: string;
  byName: string;
  office: string;
  side: "employer" | "talent" | "specialist" | "time";
  note?: string | undefined;
}

/** A file of the evaluation, in the file store. */
export interface CycleFile {
  fileId: string;
  fileName: string;
  mime: FileMime;
  bytes: number;
}

/** What the employer has written and not handed in. */
export interface EvaluationDraft {
  stillFullTime?: boolean | undefined;
  grade?: EvaluationGrade | undefined;
  opinion?: string | undefined;
  attachmentIds: string[];
}

export interface Evaluation extends Required<EvaluationDraft> {
  by: PersonRef;
  at: Date;
  late: boolean;
}

export interface LateRequest {
  reason: string;
  at: Date;
  allowed?: boolean | undefined;
  answer?: string | undefined;
}

export interface Decision {
  decision: CycleDecision;
  reason: string;
  by: PersonRef;
  at: Date;
}

/**
 * One service cycle 服务周期 of one talent (DB50/T 1733 §5.3). `status` is its stage. Ids of other documents are their
 * hex strings; what is known of the talent is as it was when the cycle was opened.
 */
export interface CycleDocument extends Aggregate {
  status: CycleStage;
  talentId: string;
  maskedName: string;
  category: Category;
  districtCode: string;
  employerId?: string | undefined;
  employerName: string;
  startsOn: string;
  endsOn: string;
  /** A talent has one open cycle at most; renewed and ended ones are closed. */
  open: boolean;
  /** Files of draft and evaluation. */
  files: CycleFile[];
  draft?: EvaluationDraft | undefined;
  evaluation?: Evaluation | undefined;
  lateRequest?: LateRequest | undefined;
  statement?: { text: string; at: Date } | undefined;
  verification: VerificationAnswer[];
  decisions: Decision[];
  appeals: { reason: string; at: Date }[];
  /** Of a renewed cycle: the one that follows, once it is there. */
  nextId?: string | undefined;
  /** When the sweep has something to do; absent while somebody has to act. */
  nextStageAt?: Date | undefined;
  timeline: CycleEvent[];
  createdAt: Date;
  updatedAt: Date;
}
