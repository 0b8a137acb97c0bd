import { createChain } from "../../platform/database/chain";
import type { TimelineEvent } from "./document";

const chain = createChain<TimelineEvent>((event) => [
  event.id,
  event.type,
  event.at.toISOString(),
  event.byId,
  event.byName,
  event.office,
  event.side,
  event.note ?? null,
  event.count ?? null,
  event.audience,
  ...(event.overrideReason === undefined ? [] : [event.overrideReason]),
]);

/** The next event of a timeline: numbered, and bound to the one before by its hash. */
export const nextEvent = chain.next;

/** Whether no event was changed, left out or put in later. */
export const isIntact = chain.isIntact;
