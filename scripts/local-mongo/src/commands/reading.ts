import { MongoError } from "../errors";
import { decode } from "../bson/decode";
import { encode } from "../bson/encode";
import { isDoc, toNumber, getField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { expressionCompiler } from "../expression/compile";
import type { Pause } from "../pause";
import { PAUSE } from "../pause";
import { matching, matchingInOrder } from "../planner/matching";
import type { Search } from "../planner/matching";
import { makePlan } from "../planner/plan";
import type { Plan } from "../planner/plan";
import type { Examined } from "../planner/fetch";
import { collatorOf } from "../query/collation";
import type { QueryContext } from "../query/context";
import { compileMatch } from "../query/match";
import type { Projector } from "../query/projection";
import { Sorting } from "../query/sort";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import type { Store } from "../store/store";

/** The context of a command's queries: its collation, its `let` variables, the time it began. */
export function queryContext(
  command: Doc,
  collection: Collection | undefined,
  variables?: Value,
): QueryContext {
  const collation = getField(command, "collation") ?? collection?.options["collation"];
  const collator = collatorOf(collation);
  const given = variables ?? getField(command, "let");
  return { collator, expression: expressionCompiler(isDoc(given) ? given : {}, new Date(), collator) };
}

export interface Query {
  filter: Doc;
  sort?: Doc | undefined;
  hint?: Value;
  skip?: number | undefined;
  limit?: number | undefined;
}

export function planFor(collection: Collection, query: Query, context: QueryContext): Plan {
  const { filter, sort, hint } = query;
  return makePlan(collection, { filter, sort, hint, collated: context.collator !== undefined });
}

/**
 * The records a query selects, in order, skip and limit applied.
 * @throws MongoError when the filter or the sort is malformed, at once and not when the first record is asked for
 */
export function select(
  store: Store,
  collection: Collection,
  query: Query,
  context: QueryContext,
  examined?: Examined,
): Generator<StoredRecord | Pause, void, void> {
  const { filter, sort, skip = 0, limit = 0 } = query;
  const test = compileMatch(filter, context);
  if (sort && sort["$natural"] === undefined) new Sorting(sort);
  const plan = planFor(collection, query, context);
  const search: Search = { store, collection, plan, filter, test, ...(examined ? { examined } : {}) };
  const most = limit > 0 ? skip + limit : Infinity;
  const records =
    sort && !plan.sorted ? matchingInOrder(search, sort, context.collator, most) : matching(search);
  return skip === 0 && limit === 0 ? records : stretch(records, skip, most);
}

function* stretch<T>(
  items: Iterable<T | Pause>,
  skip: number,
  end: number,
): Generator<T | Pause, void, void> {
  let place = 0;
  for (const item of items) {
    if (item === PAUSE) yield PAUSE;
    else if (place++ >= skip) yield item;
    if (place >= end) return;
  }
}

/** The bytes of records, projected when there is a projection. */
export function* present(
  records: Iterable<StoredRecord | Pause>,
  project: Projector | undefined,
): Generator<Buffer | Pause, void, void> {
  for (const record of records) {
    if (record === PAUSE) yield PAUSE;
    else yield project ? encode(project(decode(record.bytes))) : record.bytes;
  }
}

/** When a command has to be given up, by its `maxTimeMS`. */
export function deadlineOf(command: Doc): number | undefined {
  const limit = getField(command, "maxTimeMS");
  const ms = limit === undefined ? 0 : toNumber(limit);
  return ms > 0 ? Date.now() + ms : undefined;
}

/**
 * Drives work that yields pauses, outside of transactions.
 * @param deadline when to give up, in milliseconds since the epoch
 * @throws MongoError 50 when it is over
 */
export async function drive<T>(
  items: Iterable<T | Pause>,
  visit: (item: T) => void,
  deadline = Infinity,
): Promise<void> {
  for (const item of items) {
    if (item !== PAUSE) {
      visit(item);
      continue;
    }
    await new Promise((resolve) => setImmediate(resolve));
    if (Date.now() > deadline) throw new MongoError(50, "operation exceeded time limit");
  }
}
