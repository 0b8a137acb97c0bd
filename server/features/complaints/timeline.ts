import { createChain } from "../../platform/database/chain";
import type { ComplaintEvent } from "./document";

const chain = createChain<ComplaintEvent>((event) => [
  event.id,
  event.type,
  event.at.toISOString(),
  event.byId,
  event.byName,
  event.office,
  event.side,
  event.note ?? null,
  event.staffOnly,
]);

/** The next event of a complaint, bound to the one before by its hash. */
export const nextEvent = chain.next;

/** Whether no event was changed, left out or put in later. */
export const isIntact = chain.isIntact;
