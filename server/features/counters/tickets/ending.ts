import type { TicketDocument } from "./model";

/** Marks that a ticket loses when it leaves its window. */
export const WINDOW_MARKS = ["occupies"] as const satisfies readonly (keyof TicketDocument)[];

/** Marks that a ticket loses when it is over. */
export const LIVE_MARKS = [
  ...WINDOW_MARKS,
  "holderKey",
  "expiresAt",
  "forWindowId",
] as const satisfies readonly (keyof TicketDocument)[];
