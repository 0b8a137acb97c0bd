import { decode } from "../bson/decode";
import type { Doc } from "../bson/value";
import { makePlan } from "../planner/plan";
import { withoutPauses } from "../pause";
import { matching } from "../planner/matching";
import { compileMatch } from "../query/match";
import type { Collection } from "../store/collection";
import type { Store } from "../store/store";
import type { Engine } from "./engine";

const TTL_BATCH = 2000;
const HOUSEKEEPING_MS = 30_000;
const RETRY_LIFE_MS = 30 * 60 * 1000;

/** Removes up to a batch of the documents that an index lets expire. @returns how many there were */
function expire(
  store: Store,
  collection: Collection,
  field: string,
  seconds: number,
  hint: string,
  now: number,
): number {
  const filter: Doc = { [field]: { $lte: new Date(now - seconds * 1000) } };
  const plan = makePlan(collection, { filter, hint });
  let removed = 0;
  const found = [];
  for (const record of withoutPauses(
    matching({ store, collection, plan, filter, test: compileMatch(filter) }),
  )) {
    found.push(record);
    if (++removed >= TTL_BATCH) break;
  }
  for (const record of found) store.documents.remove(collection, record, decode(record.bytes));
  return removed;
}

/** Removes expired documents of all collections, in batches that leave room for other writes. */
export async function sweepExpired(store: Store, now = Date.now()): Promise<void> {
  for (const { ns, indexes } of store.catalog.all()) {
    for (const { ttlSeconds, fields, name } of indexes) {
      const [field] = fields;
      if (ttlSeconds === undefined || Number.isNaN(ttlSeconds) || field === undefined) continue;
      const batch = (): number => {
        const collection = store.catalog.get(ns);
        return collection?.index(name) ? expire(store, collection, field, ttlSeconds, name, now) : 0;
      };
      while ((await store.change(batch)) >= TTL_BATCH);
    }
  }
}

/**
 * Starts the recurring work: expiry, idle cursors, forgotten sessions.
 * @returns ends it
 */
export function startMaintenance(engine: Engine, ttlMs: number): () => void {
  const { store, cursors } = engine;
  const report = (error: unknown): void => {
    process.stderr.write(`maintenance failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  };
  let sweeping = false;
  const sweep = (): void => {
    if (sweeping) return;
    sweeping = true;
    sweepExpired(store)
      .catch(report)
      .finally(() => (sweeping = false));
  };
  const tidy = (): void => {
    cursors.closeIdle();
    store.change(() => store.retries.forget(new Date(Date.now() - RETRY_LIFE_MS))).catch(report);
  };
  const timers = [setInterval(sweep, ttlMs), setInterval(tidy, HOUSEKEEPING_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}
