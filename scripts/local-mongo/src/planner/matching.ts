import { decode, decodeFields } from "../bson/decode";
import type { Doc } from "../bson/value";
import { PAUSE, Pacer } from "../pause";
import type { Pause } from "../pause";
import { fieldsOfFilter } from "../query/fields";
import { rootField } from "../query/path";
import type { DocTest } from "../query/path";
import { Sorting } from "../query/sort";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import type { Store } from "../store/store";
import { fetch } from "./fetch";
import type { Examined } from "./fetch";
import type { Plan } from "./plan";

export interface Search {
  store: Store;
  collection: Collection;
  plan: Plan;
  filter: Doc;
  test: DocTest;
  examined?: Examined;
}

/** The records that match, in the order of the plan. */
export function* matching(search: Search): Generator<StoredRecord | Pause, void, void> {
  const { store, collection, plan, filter, test, examined } = search;
  const exact = Object.keys(filter).length === 0 || (plan.kind === "index" && plan.exact);
  const fields = exact ? undefined : fieldsOfFilter(filter);
  const pacer = new Pacer();
  for (const record of fetch(store, collection, plan, examined)) {
    if (exact || test(fields ? decodeFields(record.bytes, fields) : decode(record.bytes))) yield record;
    if (pacer.due()) yield PAUSE;
  }
}

/** As `matching`, but in the order of a sort that the plan does not give. */
export function* matchingInOrder(
  search: Search,
  sort: Doc,
  collator: Intl.Collator | undefined,
  limit: number,
): Generator<StoredRecord | Pause, void, void> {
  const fields = new Set(Object.keys(sort).map(rootField));
  const sorting = new Sorting(sort, collator);
  yield* sorting.sort(matching(search), ({ bytes }) => decodeFields(bytes, fields), limit);
}
