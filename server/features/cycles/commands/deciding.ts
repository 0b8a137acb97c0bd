import type * as z from "zod/mini";
import type {
  beginVerificationBody,
  cycleReasonBody,
  decideCycleBody,
  decideLateBody,
} from "@talent/shared/contract/schemas/cycles";
import type { CycleDecision, CycleEventType, VerificationAnswer } from "@talent/shared/domain/cycles";
import { invalidField } from "../../../platform/errors";
import type { CycleDocument } from "../document";
import { completeRenewal } from "../renewal";
import { authorize, perform, personRef, presentCycle, type Moment } from "./perform";

type Reason = z.output<typeof cycleReasonBody>;

/** What each decision makes of the cycle. */
const OUTCOMES: Readonly<Record<CycleDecision, { status: CycleDocument["status"]; event: CycleEventType }>> =
  {
    renew: { status: "renewed", event: "renewed" },
    pause: { status: "paused", event: "paused" },
    end: { status: "ended", event: "ended" },
  };

/** A specialist allows or refuses the late submission; the employer is told why. */
export function decideLate(
  id: string,
  { allow, reason }: z.output<typeof decideLateBody>,
  moment: Moment,
): Promise<CycleDocument> {
  const action = allow ? "allowLate" : "refuseLate";
  return perform(id, action, { reason }, moment, ({ lateRequest }) => ({
    type: allow ? "lateAllowed" : "lateRefused",
    note: reason,
    set: {
      lateRequest: { reason: "", at: moment.now, ...lateRequest, allowed: allow, answer: reason },
    },
  }));
}

/** Asks the sources, before the write and outside it. */
async function askSources(
  { talentId, employerId, employerName, districtCode, startsOn, endsOn }: CycleDocument,
  { context, now, reader }: Moment,
): Promise<VerificationAnswer[]> {
  const subject = { talentId, askedBy: reader, employerId, employerName, districtCode, startsOn, endsOn };
  return context.sources.ask(subject, now);
}

/**
 * Begins the verification with what the sources say.
 * @throws AppError `invalid_input` on `reason` when there is no evaluation and no reason to go on without
 */
export async function beginVerification(
  id: string,
  { reason }: z.output<typeof beginVerificationBody>,
  moment: Moment,
): Promise<CycleDocument> {
  const before = await presentCycle(moment, id);
  authorize(moment, before, "beginVerification");
  const verification = await askSources(before, moment);
  return perform(id, "beginVerification", { reason }, moment, ({ evaluation }) => {
    if (evaluation === undefined && reason === undefined) throw invalidField("body.reason", "required");
    return { type: "verificationBegun", note: reason, set: { status: "verifying", verification } };
  });
}

/**
 * Renews, pauses or ends, with reasons; talent and employer are told. A renewed cycle is followed by the next one.
 * @throws AppError `decided_before` on an appeal against the reader's own decision
 */
export async function decideCycle(
  id: string,
  { decision, reason }: z.output<typeof decideCycleBody>,
  moment: Moment,
): Promise<CycleDocument> {
  const { reader, now } = moment;
  const { status, event } = OUTCOMES[decision];
  const done = await perform(id, decision, { reason }, moment, ({ decisions }) => ({
    type: event,
    note: reason,
    set: {
      status,
      decisions: [...decisions, { decision, reason, by: personRef(reader), at: now }],
      ...(status === "renewed" ? { nextStageAt: now } : {}),
    },
  }));
  if (done.status !== "renewed" || done.nextId !== undefined) return done;
  await completeRenewal(done, now);
  return presentCycle(moment, id);
}

/** Takes a paused cycle up again: the sources are asked anew. */
export async function resumeCycle(id: string, { reason }: Reason, moment: Moment): Promise<CycleDocument> {
  const before = await presentCycle(moment, id);
  authorize(moment, before, "resume");
  const verification = await askSources(before, moment);
  return perform(id, "resume", { reason }, moment, () => ({
    type: "resumed",
    note: reason,
    set: { status: "verifying", verification },
  }));
}
