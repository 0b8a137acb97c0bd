import type { RequestAction } from "@talent/shared/domain/lifecycle";
import type { Change } from "../../platform/database/aggregate";
import { changeOf, type Moment, type Step } from "./change";
import type { RequestDocument } from "./document";
import { statusAfter } from "./rules/transition";

/** A step of the lifecycle, and what it is. */
export interface ActionStep {
  action: RequestAction;
  step: Step;
}

/** The document after a change, as the database will have it after the one atomic write. */
export function afterChange(request: RequestDocument, change: Change<RequestDocument>): RequestDocument {
  const next: Partial<RequestDocument> = { ...request, ...change.set, version: request.version + 1 };
  for (const field of change.unset ?? []) delete next[field];
  const told = change.push?.told;
  return {
    ...(next as RequestDocument),
    ...(told === undefined ? {} : { told: [...(request.told ?? []), ...told] }),
    timeline: [...request.timeline, ...(change.push?.timeline ?? [])],
    outbox: [...request.outbox, ...(change.notices ?? [])],
  };
}

/** The change of a step that leads where the lifecycle says. */
export function actionChange(
  request: RequestDocument,
  moment: Moment,
  { action, step }: ActionStep,
): Promise<Change<RequestDocument>> {
  return changeOf(request, moment, { ...step, set: { ...step.set, status: statusAfter(action, request) } });
}

/** Two changes, one after the other, as one atomic write: both events and all their notices. */
export function joined(
  first: Change<RequestDocument>,
  second: Change<RequestDocument>,
): Change<RequestDocument> {
  const set = { ...first.set, ...second.set };
  for (const field of second.unset ?? []) delete set[field];
  const given = new Set(
    Object.entries(second.set ?? {}).flatMap(([field, value]) => (value === undefined ? [] : [field])),
  );
  const unset = [
    ...new Set([...(first.unset ?? []).filter((field) => !given.has(field)), ...(second.unset ?? [])]),
  ];
  return {
    set,
    unset,
    push: { timeline: [...(first.push?.timeline ?? []), ...(second.push?.timeline ?? [])] },
    notices: [...(first.notices ?? []), ...(second.notices ?? [])],
  };
}
