import type { RatingLevel } from "@talent/shared/domain/ratings";
import type { Beneficiary } from "@talent/shared/domain/talents";

/** One thing that somebody did to a request. `after` = working days since the act before. */
export type Act = { after: number } & (
  | {
      do: "accept" | "dispatch" | "sign" | "progress" | "answerSupplement" | "withdraw" | "reopen" | "return";
    }
  | { do: "reject" | "outOfScope" }
  | { do: "askSupplement"; count: number }
  | { do: "complete"; outcome: "done" | "mixed" }
  | { do: "rate"; level: RatingLevel }
  | { do: "approveExtension" | "urge" | "supervise" }
  | { do: "askExtension"; days: number }
  /** Calendar days until the promised day. */
  | { do: "answerUrge"; promiseDays: number }
  /** `post` = code of the post that is asked. */
  | { do: "consult" | "addSubtask"; post: string }
  | { do: "answerConsultation" | "signSubtask" | "answerSubtask" }
);

/** The life of a request as it is to be told. */
export interface Plan {
  key: string;
  /** Key of a person. */
  talent: string;
  item: string;
  /** Working days between the submission and now. */
  workingDaysAgo: number;
  beneficiary?: Beneficiary;
  /** Absent = a draft that was never handed in. */
  submitted: boolean;
  acts: readonly Act[];
  /** Code of the post; absent = the most suitable one. */
  post?: string;
  /** Taken in by the specialist at the window, with papers seen there. */
  onSite?: true;
  /** A part of the staff that takes it on; absent = whoever serves the category. */
  specialist?: string;
}
