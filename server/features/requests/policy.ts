import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import {
  LIFECYCLE,
  REQUEST_ACTIONS,
  SUPPLEMENTS_WITHOUT_SUPERVISOR,
  type Actor,
  type RequestAction,
} from "@talent/shared/domain/lifecycle";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { OPEN_STATUSES, WITH_HOLDER_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import { CASE_STAFF_ROLES, SPECIALIST_ROLES } from "@talent/shared/domain/roles";
import { hasRole, type Reader } from "../../platform/auth/reader";
import { AppError } from "../../platform/errors";
import type { RequestDocument } from "./document";
import { keysOf, scopeKeysOfGrants } from "./scopes";

const DAY_MS = 86_400_000;

function staffGrants(reader: Reader, roles: readonly string[]) {
  return reader.grants.filter((grant) => roles.includes(grant.role));
}

function isRequester(reader: Reader, request: RequestDocument): boolean {
  return hasRole(reader, "talent") && reader.talentId === request.talentId;
}

function covers(reader: Reader, roles: readonly string[], request: RequestDocument): boolean {
  return scopeKeysOfGrants(staffGrants(reader, roles)).some((key) => keysOf(request).includes(key));
}

/** The scope keys by which somebody who works on cases sees them. */
export function caseScopes(reader: Reader): string[] {
  return scopeKeysOfGrants(staffGrants(reader, CASE_STAFF_ROLES));
}

/** Whether the reader may know of the request: it is their own, or handed in and in their part of the staff. */
export function maySee(reader: Reader, request: RequestDocument): boolean {
  if (isRequester(reader, request)) return true;
  return request.submittedAt !== undefined && covers(reader, CASE_STAFF_ROLES, request);
}

/** Whether the reader sees it as one of the staff, not as the person who asks. */
export function seesAsStaff(reader: Reader, request: RequestDocument): boolean {
  return !isRequester(reader, request);
}

/**
 * How the reader stands to the request. The municipal platform supervises what it coordinates; where only the
 * district serves (E, F), the district's specialist does (§6.3.1, §6.6.2 a).
 */
export function relationsOf(reader: Reader, request: RequestDocument): ReadonlySet<Actor> {
  if (isRequester(reader, request)) return new Set<Actor>(["requester"]);
  const relations = new Set<Actor>();
  if (covers(reader, SPECIALIST_ROLES, request)) relations.add("specialist");
  const [highest] = keysOf(request);
  const own = scopeKeysOfGrants(staffGrants(reader, SPECIALIST_ROLES));
  if (highest !== undefined && own.includes(highest)) relations.add("supervisor");
  if (request.holder?.accountId === reader.accountId && covers(reader, ["departmentLiaison"], request))
    relations.add("postHolder");
  return relations;
}

interface Facts {
  request: RequestDocument;
  relations: ReadonlySet<Actor>;
  now: Date;
  limits: LimitSettings;
}

/** Until when an action may be done, or why not; the error is made only for a caller who is told. */
interface Verdict {
  refusal?: () => AppError;
  until?: Date;
}

/** What else must hold for an action. */
type Condition = (facts: Facts) => Verdict;

const within = (until: Date, now: Date, what: string): Verdict =>
  now > until
    ? { refusal: () => new AppError("limit_passed", what, { until: until.toISOString() }) }
    : { until };

const CONDITIONS: Readonly<Partial<Record<RequestAction, Condition>>> = {
  askSupplement({ request, relations }) {
    const first = request.supplements.length < SUPPLEMENTS_WITHOUT_SUPERVISOR;
    const theirs: Actor = isIn(WITH_HOLDER_STATUSES, request.status) ? "postHolder" : "specialist";
    if (!relations.has(theirs) && !(relations.has("supervisor") && !first))
      return { refusal: () => new AppError("action_not_allowed", `for the ${theirs}`) };
    if (!first && !relations.has("supervisor"))
      return { refusal: () => new AppError("supervisor_needed", "everything missing was told once already") };
    return {};
  },
  returnToDispatch: ({ request, now }) =>
    request.returnBy === undefined ? {} : within(request.returnBy, now, "the time to return it has passed"),
  reopen({ request, now, limits }) {
    if (request.reopenings > 0)
      return { refusal: () => new AppError("limit_passed", "it was opened again once", { reopenings: 1 }) };
    const from = request.completedAt ?? request.updatedAt;
    const until = new Date(from.getTime() + limits.reopenDays * DAY_MS);
    return within(until, now, "the time to open it again has passed");
  },
  rate: ({ request }) =>
    request.rating === undefined
      ? {}
      : { refusal: () => new AppError("already_rated", "rated once already") },
};

/** Order in which actions are offered: the next step of the work first, ways out last. */
const OFFER_ORDER: readonly RequestAction[] = [
  "submit",
  "accept",
  "dispatch",
  "sign",
  "complete",
  "answerSupplement",
  "rate",
  "recordProgress",
  "askSupplement",
  "saveDraft",
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
  const facts = { request, relations: relationsOf(reader, request), now, limits };
  const order = [...OFFER_ORDER, ...REQUEST_ACTIONS.filter((action) => !OFFER_ORDER.includes(action))];
  return order.flatMap((action) => {
    const { refusal, until } = verdict(action, facts);
    if (refusal !== undefined) return [];
    return [until === undefined ? { action } : { action, until: until.toISOString() }];
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
  const refused = verdict(action, { request, relations: relationsOf(reader, request), now, limits }).refusal;
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
