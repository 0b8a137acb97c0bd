import type { ExtensionState, PaperMaterial } from "@talent/shared/domain/caseWork";
import type { ConsentPurpose } from "./rules/submission";

/** The person of the staff who has taken it on. */
export interface StaffRef {
  accountId: string;
  name: string;
  office: string;
}

/** Who has it at a post. */
export interface Holder extends StaffRef {
  letter: "A" | "B";
  /** The A holder for whom B stands in. */
  coveringFor?: string | undefined;
}

/** The one request for more time 延期. */
export interface Extension {
  state: ExtensionState;
  workingDays: number;
  reason: string;
  askedAt: Date;
  askedById: string;
  askedByName: string;
  decidedAt?: Date | undefined;
  decidedByName?: string | undefined;
  refusal?: string | undefined;
}

/** 催办 by the talent, and the dated promise that answered it. */
export interface Urge {
  id: string;
  at: Date;
  note?: string | undefined;
  answeredAt?: Date | undefined;
  answeredByName?: string | undefined;
  promisedOn?: string | undefined;
  answer?: string | undefined;
}

/** 督办 by the supervisor: answered by whoever has the case, ended by the supervisor. */
export interface Supervision {
  id: string;
  at: Date;
  byId: string;
  byName: string;
  office: string;
  note: string;
  dueAt: Date;
  answeredAt?: Date | undefined;
  answeredByName?: string | undefined;
  answer?: string | undefined;
  closedAt?: Date | undefined;
}

/** Work of another post inside the case. It is open until it is answered, or ended because nobody needs it any more. */
export interface SharedWork {
  id: string;
  at: Date;
  byId: string;
  byName: string;
  postId: string;
  departmentId: string;
  holder: Holder;
  dueAt: Date;
  answeredAt?: Date | undefined;
  answeredByName?: string | undefined;
  answer?: string | undefined;
  endedAt?: Date | undefined;
}

/** 会商 */
export interface Consultation extends SharedWork {
  question: string;
}

/** 协办 */
export interface Subtask extends SharedWork {
  task: string;
  signedAt?: Date | undefined;
}

/** Intake at the window (§6.2.1): who took it in, after which scan, and what was seen on paper. */
export interface Intake extends StaffRef {
  at: Date;
  scanId: string;
  ticketId?: string | undefined;
  consentsOnPaper: ConsentPurpose[];
  paperMaterials: PaperMaterial[];
}

/** To whom an out-of-scope request was handed on (§6.4.6). */
export interface Transfer {
  office: string;
  phone?: string | undefined;
  postId?: string | undefined;
}

/** What a case may hold beside the straight line from acceptance to completion. */
export interface CaseParts {
  extension?: Extension | undefined;
  urges?: Urge[] | undefined;
  supervisions?: Supervision[] | undefined;
  consultations?: Consultation[] | undefined;
  subtasks?: Subtask[] | undefined;
  transfer?: Transfer | undefined;
  intake?: Intake | undefined;
  /** How often a post gave it back. */
  returns?: number | undefined;
  /** Every point was done; set at completion. */
  solved?: boolean | undefined;
  /** For whom it waits, and by whose supervisors it is watched: see `waiting.ts`. Absent when for nobody. */
  waiting?: string[] | undefined;
  /** From when on the talent may urge. */
  urgeFrom?: Date | undefined;
}
