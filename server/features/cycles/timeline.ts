import { createChain } from "../../platform/database/chain";
import type { CycleEvent } from "./document";

const chain = createChain<CycleEvent>((event) => [
  event.id,
  event.type,
  event.at.toISOString(),
  event.byId,
  event.byName,
  event.office,
  event.side,
  event.note ?? null,
]);

/** The next event of a cycle, bound to the one before by its hash. */
export const nextEvent = chain.next;

/** Whether no event was changed, left out or put in later. */
export const isIntact = chain.isIntact;
