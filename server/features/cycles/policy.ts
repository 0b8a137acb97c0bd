import {
  CYCLE_ACTIONS,
  CYCLE_LIFECYCLE,
  evaluationWindow,
  mayAppeal,
  type CycleAction,
  type CycleActor,
} from "@talent/shared/domain/cycles";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { districtsServed, servesAt, type RoleGrant } from "@talent/shared/domain/roles";
import { LEVELS_SERVING } from "@talent/shared/domain/talents";
import type { CycleDocument } from "./document";

/** Somebody with an account. */
export interface Person {
  accountId: string;
  grants: readonly RoleGrant[];
  talentId?: string | undefined;
}

type Served = Pick<CycleDocument, "category" | "districtCode">;
type Judged = Pick<CycleDocument, "decisions" | "appeals">;

/** Specialists of the levels that serve the talent (§6.1.2). */
export function serves(grants: readonly RoleGrant[], { category, districtCode }: Served): boolean {
  return LEVELS_SERVING[category].some((level) => servesAt(grants, level, districtCode));
}

/** An appeal waits for its decision. */
export function isAppealed({ decisions, appeals }: Judged): boolean {
  const [decision, appeal] = [decisions.at(-1), appeals.at(-1)];
  return appeal !== undefined && decision !== undefined && appeal.at >= decision.at;
}

/** Who made the last decision. */
export function lastDecider({ decisions }: Judged): string | undefined {
  return decisions.at(-1)?.by.accountId;
}

/**
 * Who works on it: the specialists who serve the talent; on an appeal everybody of the platform above as well, so that
 * there is somebody else to decide.
 */
export function answersFor(grants: readonly RoleGrant[], cycle: CycleDocument): boolean {
  if (serves(grants, cycle)) return true;
  if (cycle.appeals.length === 0) return false;
  const districts = districtsServed(grants);
  return districts === "all" || districts.includes(cycle.districtCode);
}

/** How somebody stands to the cycle. Nobody works on a cycle of their own. */
export function actorsOf(person: Person, cycle: CycleDocument): CycleActor[] {
  if (person.talentId === cycle.talentId) return ["talent"];
  const own = person.grants.some(
    ({ role, employerId }) =>
      role === "employerLiaison" && employerId !== undefined && employerId === cycle.employerId,
  );
  return [
    ...(own ? (["employer"] as const) : []),
    ...(answersFor(person.grants, cycle) ? (["specialist"] as const) : []),
  ];
}

/** The talent, its employer and whoever answers for it; nobody else knows that it exists. */
export function sees(person: Person, cycle: CycleDocument): boolean {
  return actorsOf(person, cycle).length > 0;
}

type Condition = (cycle: CycleDocument, todayOn: string, person: Person) => boolean;

const windowOf = (cycle: CycleDocument, todayOn: string) =>
  evaluationWindow(cycle, todayOn, cycle.lateRequest?.allowed === true);
const lateAsked: Condition = ({ lateRequest }) =>
  lateRequest !== undefined && lateRequest.allowed === undefined;
const mayDecide: Condition = (cycle, _todayOn, { accountId }) =>
  !isAppealed(cycle) || lastDecider(cycle) !== accountId;

/** What an action asks for besides the table. */
const CONDITIONS: Readonly<Partial<Record<CycleAction, Condition>>> = {
  submitEvaluation: (cycle, todayOn) => windowOf(cycle, todayOn).open,
  withdrawEvaluation: ({ startsOn, endsOn }, todayOn) =>
    evaluationWindow({ startsOn, endsOn }, todayOn, false).open,
  askLate: ({ lateRequest }) => lateRequest === undefined || lateRequest.allowed === false,
  allowLate: lateAsked,
  refuseLate: lateAsked,
  renew: mayDecide,
  pause: mayDecide,
  end: mayDecide,
  appeal: ({ decisions, appeals }, todayOn) => {
    const last = decisions.at(-1);
    return last !== undefined && mayAppeal(dateInShanghai(last.at), appeals.length, todayOn);
  },
};

/** Whether this person's relation to the cycle allows the action, in whatever stage it is. */
export function isActor(person: Person, cycle: CycleDocument, action: CycleAction): boolean {
  return actorsOf(person, cycle).includes(CYCLE_LIFECYCLE[action].by);
}

/** Whether the stage allows the action, whatever else it asks for. */
export function isStage({ status }: Pick<CycleDocument, "status">, action: CycleAction): boolean {
  return CYCLE_LIFECYCLE[action].from.includes(status);
}

/** Whether what the action asks for besides stage and relation is given. */
export function meetsCondition(
  person: Person,
  cycle: CycleDocument,
  action: CycleAction,
  todayOn: string,
): boolean {
  return CONDITIONS[action]?.(cycle, todayOn, person) ?? true;
}

/** What this person may do today. */
export function actionsOf(person: Person, cycle: CycleDocument, todayOn: string): CycleAction[] {
  return CYCLE_ACTIONS.filter(
    (action) =>
      isStage(cycle, action) &&
      isActor(person, cycle, action) &&
      meetsCondition(person, cycle, action, todayOn),
  );
}
