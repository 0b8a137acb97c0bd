import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { CYCLE_LIFECYCLE, evaluationWindow, type CycleAction } from "@talent/shared/domain/cycles";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { AppError, notFound } from "../../../platform/errors";
import { changeOf, type Step } from "../change";
import type { CycleContext } from "../context";
import type { CycleDocument, PersonRef } from "../document";
import { CycleModel } from "../model";
import { isActor, isStage, meetsCondition, sees } from "../policy";
import { advance } from "../sweep/sweep";

/** Who does it and when. */
export interface Moment {
  context: CycleContext;
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** @throws AppError `not_found` when it does not exist or is not the reader's to see */
export async function visibleCycle(reader: Reader, id: string): Promise<CycleDocument> {
  const cycle = await CycleModel.collection.findOne<CycleDocument>({ _id: new Types.ObjectId(id) });
  if (cycle === null || !sees(reader, cycle)) throw notFound("cycle");
  return cycle;
}

/** The cycle as it is today, also when no worker has come by since midnight. */
export async function presentCycle({ context, reader, now }: Moment, id: string): Promise<CycleDocument> {
  const cycle = await visibleCycle(reader, id);
  if (cycle.nextStageAt === undefined || cycle.nextStageAt > now) return cycle;
  await advance(context, cycle._id, now);
  return visibleCycle(reader, id);
}

/** Why the evaluation may not be handed in on this day, if that is the reason. */
function windowRefusal(cycle: CycleDocument, todayOn: string): AppError | undefined {
  const window = evaluationWindow(cycle, todayOn, cycle.lateRequest?.allowed === true);
  if (window.open) return undefined;
  return window.why === "tooEarly"
    ? new AppError("evaluation_too_early", "the window is not open yet", { opensOn: window.opensOn })
    : new AppError("evaluation_window_closed", "the window is over", { closedOn: window.closedOn });
}

const decidedBefore = () => new AppError("decided_before", "somebody else decides on the appeal");

/** What an unmet condition is called. */
const REFUSALS: Readonly<
  Partial<Record<CycleAction, (cycle: CycleDocument, todayOn: string) => AppError | undefined>>
> = {
  submitEvaluation: windowRefusal,
  withdrawEvaluation: ({ endsOn }) =>
    new AppError("evaluation_window_closed", "the window is over", { closedOn: endsOn }),
  renew: decidedBefore,
  pause: decidedBefore,
  end: decidedBefore,
  appeal: () => new AppError("appeal_too_late", "no appeal is left"),
};

/** @throws AppError */
export function authorize({ reader, now }: Moment, cycle: CycleDocument, action: CycleAction): void {
  const todayOn = dateInShanghai(now);
  if (!isActor(reader, cycle, action)) throw new AppError("action_not_allowed", `you may not ${action} this`);
  const early = action === "submitEvaluation" && CYCLE_LIFECYCLE.saveDraft.from.includes(cycle.status);
  if (isStage(cycle, action) && meetsCondition(reader, cycle, action, todayOn)) return;
  const refusal = isStage(cycle, action) || early ? REFUSALS[action]?.(cycle, todayOn) : undefined;
  throw refusal ?? new AppError("state_changed", "not in this stage", { stage: cycle.status });
}

/**
 * Does one action as one conditional write.
 * @throws AppError `not_found`, `action_not_allowed`, `state_changed`, `idempotency_key_reused`, the refusals of the
 * action, and what `decide` throws
 */
export async function perform(
  id: string,
  action: CycleAction,
  input: unknown,
  moment: Moment,
  decide: (cycle: CycleDocument) => Step,
): Promise<CycleDocument> {
  const { context, reader, now, commandKey } = moment;
  const done = await runCommand<CycleDocument>({
    model: CycleModel,
    current: await presentCycle(moment, id),
    reload: () => visibleCycle(reader, id),
    call: commandCall(reader.accountId, commandKey, action, { id, input }),
    decide(cycle) {
      authorize(moment, cycle, action);
      return changeOf(context, cycle, { reader, side: CYCLE_LIFECYCLE[action].by, now }, decide(cycle));
    },
  });
  context.platform.outbox.nudge();
  return done;
}

export function personRef({ accountId, name, office }: Reader): PersonRef {
  return { accountId, name, office };
}
