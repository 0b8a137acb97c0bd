import { createHash } from "node:crypto";
import type { TimelineEvent } from "./document";

/** What the first event of a request stands on. */
const GENESIS = "0".repeat(64);

type Unchained = Omit<TimelineEvent, "id" | "prevHash" | "hash">;

function hashOf(event: Omit<TimelineEvent, "hash">): string {
  const parts = [
    event.prevHash,
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
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** The next event of a timeline: numbered, and bound to the one before by its hash. */
export function nextEvent(timeline: readonly TimelineEvent[], event: Unchained): TimelineEvent {
  const chained = {
    ...event,
    id: `e${timeline.length + 1}`,
    prevHash: timeline.at(-1)?.hash ?? GENESIS,
  };
  return { ...chained, hash: hashOf(chained) };
}

/** Whether no event was changed, left out or put in later. */
export function isIntact(timeline: readonly TimelineEvent[]): boolean {
  let previous = GENESIS;
  return timeline.every((event) => {
    const fits = event.prevHash === previous && event.hash === hashOf(event);
    previous = event.hash;
    return fits;
  });
}
