import type { VerificationAnswer } from "@talent/shared/domain/cycles";
import type { Reader } from "../../../platform/auth/reader";

/** Of whom the sources are asked. */
export interface VerificationSubject {
  talentId: string;
  /** For whom: the talent sees who had their number read. */
  askedBy: Reader;
  /** Absent when the record names no registered employer. */
  employerId: string | undefined;
  employerName: string;
  districtCode: string;
  /** The cycle that is verified; calendar days, both included. */
  startsOn: string;
  endsOn: string;
}

/** Where a talent's stay is verified (DB50/T 1733 §5.3). */
export interface VerificationSources {
  /**
   * Asks every source at once. A source that cannot be asked, or is too slow, answers `unknown` with the
   * reason as evidence.
   * @param now business time, written into the answers
   * @returns one answer per `VERIFICATION_SOURCES`, in their order
   */
  ask(subject: VerificationSubject, now: Date): Promise<VerificationAnswer[]>;
}
