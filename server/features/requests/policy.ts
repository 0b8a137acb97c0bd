import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { LIFECYCLE, REQUEST_ACTIONS, type RequestAction } from "@talent/shared/domain/lifecycle";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { OPEN_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import type { Reader } from "../../platform/auth/reader";
import { AppError } from "../../platform/errors";
import { CONDITIONS, type Facts, type Verdict } from "./conditions";
import type { RequestDocument } from "./document";
import { relationsOf } from "./relations";

export { caseScopes, maySee, relationsOf, seesAsStaff } from "./relations";

/** Order in which actions are offered: the next step of the work first, ways out last. */
const OFFER_ORDER: readonly RequestAction[] = [
  "submit",
  "takeIn",
  "accept",
  "dispatch",
  "sign",
  "answerConsultation",
  "signSubtask",
  "answerSubtask",
  "complete",
  "answerSupplement",
  "rate",
  "approveExtension",
  "refuseExtension",
  "answerUrge",
  "answerSupervision",
  "recordProgress",
  "urge",
  "askSupplement",
  "saveDraft",
  "consult",
  "addSubtasks",
  "askExtension",
  "supervise",
  "closeSupervision",
  "changeItem",
  "returnToDispatch",
  "reopen",
  "reject",
  "markOutOfScope",
  "withdraw",
  "discardDraft",
];

function verdict(action: RequestAction, facts: Facts): Verdict {
  const transition = LIFECYCLE[action];
  if (!transition.by.some((actor) => facts.relations.has(actor)))
    return { refusal: () => new AppError("action_not_allowed", `for ${transition.by.join(", ")}`) };
  if (!transition.from.includes(facts.request.status))
    return { refusal: () => new AppError("state_changed", `not while it is ${facts.request.status}`) };
  return CONDITIONS[action]?.(facts) ?? {};
}

/** What the reader may do next, the primary action first. */
export function allowedActions(
  reader: Reader,
  request: RequestDocument,
  now: Date,
  limits: LimitSettings,
): RequestDetail["can"] {
  const facts = { reader, request, relations: relationsOf(reader, request), now, limits };
  const order = [...OFFER_ORDER, ...REQUEST_ACTIONS.filter((action) => !OFFER_ORDER.includes(action))];
  return order.flatMap((action) => {
    const { refusal, until, target } = verdict(action, facts);
    if (refusal !== undefined) return [];
    return [
      {
        action,
        ...(until === undefined ? {} : { until: until.toISOString() }),
        ...(target === undefined ? {} : { target }),
      },
    ];
  });
}

/**
 * @throws AppError `action_not_allowed`, `state_changed` with the present state and what the reader may do in it, or
 * the refusal of the action's own condition
 */
export function authorize(
  reader: Reader,
  action: RequestAction,
  request: RequestDocument,
  now: Date,
  limits: LimitSettings,
): void {
  const refused = verdict(action, {
    reader,
    request,
    relations: relationsOf(reader, request),
    now,
    limits,
  }).refusal;
  if (refused === undefined) return;
  const refusal = refused();
  if (refusal.code !== "state_changed") throw refusal;
  throw new AppError("state_changed", refusal.message, {
    status: request.status,
    version: request.version,
    can: allowedActions(reader, request, now, limits).map(({ action: allowed }) => allowed),
  });
}

/** A telephone number is opened only by who works on the case, while it is open. */
export function mayRevealPhone(reader: Reader, request: RequestDocument): boolean {
  const relations = relationsOf(reader, request);
  return isIn(OPEN_STATUSES, request.status) && (relations.has("specialist") || relations.has("postHolder"));
}
