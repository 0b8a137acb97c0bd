import type * as z from "zod/mini";
import type { cycleReasonBody, statementBody } from "@talent/shared/contract/schemas/cycles";
import type { CycleDocument } from "../document";
import { perform, type Moment } from "./perform";

/** The talent's statement on the evaluation; a later one takes the place of the earlier. */
export function addStatement(
  id: string,
  { text }: z.output<typeof statementBody>,
  moment: Moment,
): Promise<CycleDocument> {
  return perform(id, "addStatement", { text }, moment, () => ({
    type: "statementAdded",
    set: { statement: { text, at: moment.now } },
  }));
}

/**
 * The talent appeals against a pause or an end: once, decided by somebody else.
 * @throws AppError `appeal_too_late`
 */
export function appealDecision(
  id: string,
  { reason }: z.output<typeof cycleReasonBody>,
  moment: Moment,
): Promise<CycleDocument> {
  return perform(id, "appeal", { reason }, moment, ({ appeals }) => ({
    type: "appealed",
    note: reason,
    set: { status: "verifying", appeals: [...appeals, { reason, at: moment.now }] },
  }));
}
