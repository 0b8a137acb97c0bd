/** Why a source gave no usable answer. */
export type FailureReason = "timedOut" | "notReachable" | "refused" | "failing" | "notUnderstood";

/** Failures that may be over at the next attempt; asking again cannot mend the others. */
const PASSING: readonly FailureReason[] = ["timedOut", "notReachable", "failing"];

/** A source gave no usable answer. Its message carries nothing of what was asked or answered. */
export class SourceFailure extends Error {
  override readonly name = "SourceFailure";

  constructor(
    readonly reason: FailureReason,
    readonly status?: number,
  ) {
    super(status === undefined ? reason : `${reason}: HTTP ${status}`);
  }

  get passing(): boolean {
    return PASSING.includes(this.reason);
  }
}
