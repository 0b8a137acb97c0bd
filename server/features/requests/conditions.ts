import { RETURNS_WITHOUT_SUPERVISOR } from "@talent/shared/domain/caseWork";
import {
  SUPPLEMENTS_WITHOUT_SUPERVISOR,
  type Actor,
  type RequestAction,
} from "@talent/shared/domain/lifecycle";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { WITH_HOLDER_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import type { Reader } from "../../platform/auth/reader";
import { AppError } from "../../platform/errors";
import type { RequestDocument } from "./document";
import type { SharedWork } from "./parts";
import { holdsPart } from "./relations";
import { openOf, openSupervision, openUrge } from "./rules/caseWork";

const DAY_MS = 86_400_000;

export interface Facts {
  reader: Reader;
  request: RequestDocument;
  relations: ReadonlySet<Actor>;
  now: Date;
  limits: LimitSettings;
}

/** Until when an action may be done, or why not; the error is made only for a caller who is told. */
export interface Verdict {
  refusal?: () => AppError;
  until?: Date | undefined;
  /** Id of the part of the case that it is about. */
  target?: string | undefined;
}

/** What else must hold for an action. */
type Condition = (facts: Facts) => Verdict;

const FREE: Verdict = {};
const refused = (refusal: () => AppError): Verdict => ({ refusal });

const within = (until: Date, now: Date, what: string): Verdict =>
  now > until ? refused(() => new AppError("limit_passed", what, { until: until.toISOString() })) : { until };

/** Nothing of this kind waits: whoever acts has an old picture of the case. */
const nothingOpen = (what: string) => refused(() => new AppError("state_changed", `no ${what} waits`));

/** Whoever has the case answers for it: the holder, the specialist while no post has it. */
function answering({ request, relations }: Facts, verdict: Verdict): Verdict {
  const theirs: Actor = request.holder === undefined ? "specialist" : "postHolder";
  if (relations.has(theirs)) return verdict;
  return refused(() => new AppError("action_not_allowed", `for the ${theirs}`));
}

const decideExtension: Condition = ({ request, reader }) => {
  if (request.extension?.state !== "asked") return nothingOpen("extension");
  if (request.extension.askedById === reader.accountId)
    return refused(() => new AppError("action_not_allowed", "not for who asked for it"));
  return FREE;
};

/** The soonest due part of the case that this reader has to answer. */
function ownPart<T extends SharedWork>(
  parts: readonly T[] | undefined,
  reader: Reader,
  what: string,
): Verdict {
  const next = openOf(parts).find((part) => holdsPart(reader, part));
  return next === undefined ? nothingOpen(what) : { target: next.id };
}

const CASE_WORK: Readonly<Partial<Record<RequestAction, Condition>>> = {
  dispatch: ({ request, relations }) =>
    (request.returns ?? 0) <= RETURNS_WITHOUT_SUPERVISOR || relations.has("supervisor")
      ? FREE
      : refused(() => new AppError("supervisor_needed", "it was returned twice")),
  askExtension({ request, now }) {
    if (request.extension !== undefined)
      return refused(() => new AppError("limit_passed", "asked once already", { extensions: 1 }));
    return within(request.laneAt, now, "it is due already");
  },
  approveExtension: decideExtension,
  refuseExtension: decideExtension,
  urge({ request, now, limits }) {
    const used = request.urges?.length ?? 0;
    if (used >= limits.urgesPerRequest)
      return refused(() => new AppError("limit_passed", "urged as often as possible", { urges: used }));
    const from = request.urgeFrom;
    if (from !== undefined && now >= from) return FREE;
    return refused(() => new AppError("not_yet", "too early to urge", { from: from?.toISOString() }));
  },
  answerUrge(facts) {
    const urge = openUrge(facts.request.urges);
    return urge === undefined ? nothingOpen("urge") : answering(facts, { target: urge.id });
  },
  supervise: ({ request }) =>
    openSupervision(request.supervisions) === undefined
      ? FREE
      : refused(() => new AppError("state_changed", "it is supervised already")),
  answerSupervision(facts) {
    const supervision = openSupervision(facts.request.supervisions);
    if (supervision === undefined || supervision.answeredAt !== undefined) return nothingOpen("supervision");
    return answering(facts, { target: supervision.id });
  },
  closeSupervision({ request }) {
    const supervision = openSupervision(request.supervisions);
    return supervision === undefined ? nothingOpen("supervision") : { target: supervision.id };
  },
  answerConsultation: ({ request, reader }) => ownPart(request.consultations, reader, "question"),
  signSubtask({ request, reader }) {
    const unsigned = request.subtasks?.filter(({ signedAt }) => signedAt === undefined);
    return ownPart(unsigned, reader, "unsigned sub-task");
  },
  answerSubtask({ request, reader }) {
    const signed = request.subtasks?.filter(({ signedAt }) => signedAt !== undefined);
    return ownPart(signed, reader, "signed sub-task");
  },
};

/** What must hold for an action beside state and relation. */
export const CONDITIONS: Readonly<Partial<Record<RequestAction, Condition>>> = {
  ...CASE_WORK,
  askSupplement({ request, relations }) {
    const first = request.supplements.length < SUPPLEMENTS_WITHOUT_SUPERVISOR;
    const theirs: Actor = isIn(WITH_HOLDER_STATUSES, request.status) ? "postHolder" : "specialist";
    if (!relations.has(theirs) && !(relations.has("supervisor") && !first))
      return refused(() => new AppError("action_not_allowed", `for the ${theirs}`));
    if (!first && !relations.has("supervisor"))
      return refused(() => new AppError("supervisor_needed", "everything missing was told once already"));
    return FREE;
  },
  returnToDispatch: ({ request, now }) =>
    request.returnBy === undefined ? FREE : within(request.returnBy, now, "the time to return it has passed"),
  reopen({ request, now, limits }) {
    if (request.reopenings > 0)
      return refused(() => new AppError("limit_passed", "it was opened again once", { reopenings: 1 }));
    const from = request.completedAt ?? request.updatedAt;
    const until = new Date(from.getTime() + limits.reopenDays * DAY_MS);
    return within(until, now, "the time to open it again has passed");
  },
  rate: ({ request }) =>
    request.rating === undefined ? FREE : refused(() => new AppError("already_rated", "rated once already")),
};
