import { ObjectId, type Collection, type Document } from "mongodb";

const BATCH = 2_000;
const DAY_MS = 86_400_000;
/** The clocks of what is filled in speak long after any run. */
const FAR_MS = Date.UTC(2100, 0, 1);

/** A request like the given one, somewhere else in time. */
export function another(request: Document, n: number): Document {
  const shift = (((n * 7919) % 6000) - 3000) * (DAY_MS / 1000);
  const moved = (at: unknown) =>
    at instanceof Date && at.getUTCFullYear() < 9000 ? new Date(at.getTime() + shift) : at;
  const copy: Document = {
    ...request,
    _id: new ObjectId(),
    number: `99-${String(n).padStart(7, "0")}`,
    outbox: [],
  };
  for (const field of ["laneAt", "warnAt", "signBy", "returnBy", "completedAt"])
    if (copy[field] !== undefined) copy[field] = moved(copy[field]);
  // Every open one is watched by the sweep, none is due.
  if (copy["nextClockAt"] !== undefined) copy["nextClockAt"] = new Date(FAR_MS + shift);
  delete copy["createKey"];
  delete copy["outboxPending"];
  return copy;
}

/** Adds such requests up to the `to`-th. */
export async function fill(
  requests: Collection,
  samples: readonly Document[],
  from: number,
  to: number,
): Promise<void> {
  for (let n = from; n < to; n += BATCH) {
    const size = Math.min(BATCH, to - n);
    const batch = Array.from({ length: size }, (_, i) =>
      another(samples[(n + i) % samples.length] ?? {}, n + i),
    );
    await requests.insertMany(batch, { ordered: false });
  }
}
