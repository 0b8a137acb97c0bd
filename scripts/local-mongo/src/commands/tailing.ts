import { badValue } from "../errors";
import type { Doc } from "../bson/value";
import { PAUSE } from "../pause";
import type { Pause } from "../pause";
import type { QueryContext } from "../query/context";
import { compileMatch } from "../query/match";
import type { Projector } from "../query/projection";
import { decode } from "../bson/decode";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import type { Store } from "../store/store";
import type { Tail } from "./cursors";
import { present } from "./reading";

/**
 * A tailable cursor: documents in order of insertion, and later those inserted since.
 * @throws MongoError 2 for a collection that is not capped
 */
export function tailOf(
  store: Store,
  collection: Collection,
  query: { filter: Doc },
  context: QueryContext,
  project: Projector | undefined,
  awaitData: boolean,
): Tail {
  if (!collection.capped) {
    throw badValue(
      `error processing query: ns=${collection.ns} Tree: $and Sort: {} Proj: {} tailable cursor requested on non capped collection`,
    );
  }
  const test = compileMatch(query.filter, context);
  let last = 0;
  function* fresh(): Generator<StoredRecord | Pause, void, void> {
    for (const record of store.documents.scan(collection)) {
      if (record.recordId <= last) continue;
      last = record.recordId;
      if (test(decode(record.bytes))) yield record;
      else yield PAUSE;
    }
  }
  return { more: () => present(fresh(), project), awaitData };
}
