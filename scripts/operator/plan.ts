import { FileProblems } from "./readFile";

/** One thing that a file asks for and the database has not. */
export interface PlannedWrite {
  /** What it does, for the operator. */
  says: string;
  write(): Promise<unknown>;
}

/** What a file comes to: either everything that is wrong with it, or everything that it writes. */
export interface LoadPlan {
  problems: string[];
  writes: PlannedWrite[];
}

/**
 * Carries a plan out, nothing of it when anything is wrong. Loading the same file again finds nothing to do, so a load
 * that was cut short is finished by repeating it.
 * @param check says what would be done and does nothing
 * @returns what was done, one line each
 * @throws FileProblems
 */
export async function carryOut(plan: LoadPlan, check: boolean): Promise<string[]> {
  if (plan.problems.length > 0) throw new FileProblems(plan.problems);
  if (!check) for (const { write } of plan.writes) await write();
  return plan.writes.map(({ says }) => says);
}
