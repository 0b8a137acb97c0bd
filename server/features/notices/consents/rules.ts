import type { ConsentChoice } from "@talent/shared/domain/notices";
import type { Consent, GrantSource } from "./model";

/** The two reports of one acceptance come within this time of each other. */
export const PAIR_WITHIN_MS = 60_000;
const REMEMBERED_EVENTS = 20;

/** One report of what a person answered. */
export interface ConsentReport {
  /** Unique; names the grant while it waits for its second report. */
  id: string;
  source: GrantSource;
  choice: ConsentChoice;
  at: Date;
  /** Names a pushed event: WeChat repeats a push it got no answer to. */
  eventKey?: string | undefined;
}

export type ConsentState = Pick<Consent, "remaining" | "choice" | "unpaired" | "events">;

export const NO_CONSENT: ConsentState = { remaining: 0, choice: "reject", unpaired: [], events: [] };

function remembered(events: readonly string[], key: string | undefined): string[] {
  return key === undefined ? [...events] : [...events, key].slice(-REMEMBERED_EVENTS);
}

/**
 * The ledger after a report. One acceptance is reported twice, by the client and by a pushed event, and counted once:
 * a report that finds an unpaired one of the other source takes it as its pair.
 */
export function afterReport(state: ConsentState, report: ConsentReport): ConsentState {
  if (report.eventKey !== undefined && state.events.includes(report.eventKey)) return state;
  const events = remembered(state.events, report.eventKey);
  const fresh = state.unpaired.filter(({ at }) => report.at.getTime() - at.getTime() <= PAIR_WITHIN_MS);
  if (report.choice === "filter") return { ...state, events };
  if (report.choice !== "accept") return { remaining: 0, choice: report.choice, unpaired: [], events };
  const pair = fresh.find(({ source }) => source !== report.source);
  if (pair !== undefined)
    return { ...state, choice: "accept", unpaired: fresh.filter((grant) => grant !== pair), events };
  const grant = { id: report.id, source: report.source, at: report.at };
  return { remaining: state.remaining + 1, choice: "accept", unpaired: [...fresh, grant], events };
}

/**
 * Whether a message may be tried.
 * @param longTerm one acceptance of the template allows any number of messages
 */
export function maySend(
  state: Pick<ConsentState, "remaining" | "choice"> | undefined,
  longTerm: boolean,
): boolean {
  if (state === undefined) return false;
  return longTerm ? state.choice === "accept" : state.remaining > 0;
}
