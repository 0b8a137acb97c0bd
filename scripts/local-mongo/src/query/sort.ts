import { MongoError, badValue } from "../errors";
import { getField, isDoc, isNumeric, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compare } from "../keys/compare";
import { EMPTY_ARRAY, encodeCompound } from "../keys/encode";
import type { KeyPart } from "../keys/encode";
import { PAUSE, Pacer } from "../pause";
import type { Pause } from "../pause";
import { anyAtPath, splitPath } from "./path";

interface SortField {
  field: string;
  parts: readonly string[];
  direction: number;
}

const MAX_SORT_BYTES = 512 * 1024 * 1024;

function sortField(spec: Doc, field: string): SortField {
  const order = spec[field];
  if (field === "") throw new MongoError(15998, "FieldPath field names may not be empty strings.");
  if (isDoc(order)) {
    if (order["$meta"] !== undefined)
      throw new MongoError(31138, `Illegal $meta sort: $meta: ${String(order["$meta"])}`);
    throw new MongoError(15974, "the only expression supported by $sort right now is {$meta: 'textScore'}");
  }
  const direction = isNumeric(order) ? toNumber(order) : NaN;
  if (direction !== 1 && direction !== -1) {
    throw isNumeric(order)
      ? new MongoError(15975, "$sort key ordering must be 1 (for ascending) or -1 (for descending)")
      : new MongoError(15974, `Illegal key in $sort specification: ${field}: ${String(order)}`);
  }
  return { field, parts: splitPath(field), direction };
}

/** The value that represents a document in a sort: the least of an array ascending, the greatest descending. */
function representative(doc: Doc, { field, parts, direction }: SortField, collator?: Intl.Collator): KeyPart {
  if (parts.length === 1) {
    const value = getField(doc, field);
    if (!Array.isArray(value)) return value ?? null;
  }
  let best: KeyPart;
  const offer = (v: KeyPart): void => {
    if (best === undefined || compareParts(v, best, collator) * direction < 0) best = v;
  };
  anyAtPath(doc, parts, (leaf) => {
    if (!Array.isArray(leaf)) offer(leaf ?? null);
    else if (leaf.length === 0) offer(EMPTY_ARRAY);
    else for (const element of leaf) offer(element ?? null);
    return false;
  });
  return best ?? null;
}

function compareParts(a: KeyPart, b: KeyPart, collator?: Intl.Collator): number {
  if (a === EMPTY_ARRAY || b === EMPTY_ARRAY) return Number(b === EMPTY_ARRAY) - Number(a === EMPTY_ARRAY);
  if (collator && typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  return compare(a, b);
}

/** An order of documents. */
export class Sorting {
  private readonly fields: readonly SortField[];
  private readonly directions: readonly number[];

  /** @throws MongoError for directions other than 1 and -1 */
  constructor(
    spec: Doc,
    private readonly collator?: Intl.Collator,
  ) {
    const names = Object.keys(spec);
    if (names.length > 32) throw badValue("too many compound keys");
    this.fields = names.map((field) => sortField(spec, field));
    this.directions = this.fields.map(({ direction }) => direction);
  }

  /** Bytes whose order is the order of the documents; not for sorting with a collation. */
  private keyOf(doc: Doc): Buffer {
    return encodeCompound(
      this.fields.map((field) => representative(doc, field)),
      this.directions,
    );
  }

  private byCollation(collator: Intl.Collator): (a: readonly KeyPart[], b: readonly KeyPart[]) => number {
    return (a, b) => {
      for (let i = 0; i < this.fields.length; i++) {
        const order = compareParts(a[i], b[i], collator) * (this.directions[i] ?? 1);
        if (order !== 0) return order;
      }
      return 0;
    };
  }

  /**
   * Sorts stably; with a limit only that many are kept while reading.
   * @param docOf the document of an item
   * @throws MongoError 292 when more would have to be held in memory than allowed
   */
  *sort<T>(
    items: Iterable<T | Pause>,
    docOf: (item: T) => Doc,
    limit = Infinity,
  ): Generator<T | Pause, void, void> {
    const { collator } = this;
    if (collator) {
      const values = (doc: Doc): KeyPart[] =>
        this.fields.map((field) => representative(doc, field, collator));
      yield* collect(
        items,
        (item) => values(docOf(item)),
        this.byCollation(collator),
        limit,
        () => 0,
      );
    } else {
      yield* collect(
        items,
        (item) => this.keyOf(docOf(item)),
        Buffer.compare,
        limit,
        (key) => key.length,
      );
    }
  }

  /** Orders two values of `$push`'s and `$sortArray`'s documents. */
  compare(a: Doc, b: Doc): number {
    return Buffer.compare(this.keyOf(a), this.keyOf(b));
  }
}

interface Keyed<K, T> {
  key: K;
  item: T;
  place: number;
}

const ITEM_OVERHEAD = 200;

function* collect<K, T>(
  items: Iterable<T | Pause>,
  keyOf: (item: T) => K,
  order: (a: K, b: K) => number,
  limit: number,
  weigh: (key: K) => number,
): Generator<T | Pause, void, void> {
  const byOrder = (a: Keyed<K, T>, b: Keyed<K, T>): number => order(a.key, b.key) || a.place - b.place;
  const roomy = Math.max(limit * 2, limit + 256);
  let kept: Keyed<K, T>[] = [];
  let place = 0;
  let weight = 0;
  let worst: Keyed<K, T> | undefined;
  for (const item of items) {
    if (item === PAUSE) {
      yield PAUSE;
      continue;
    }
    const keyed = { key: keyOf(item), item: item, place: place++ };
    if (worst && byOrder(keyed, worst) >= 0) continue;
    kept.push(keyed);
    if (kept.length >= roomy) {
      kept = kept.sort(byOrder).slice(0, limit);
      worst = kept.at(-1);
    } else if (limit === Infinity && (weight += weigh(keyed.key) + ITEM_OVERHEAD) > MAX_SORT_BYTES) {
      throw new MongoError(292, "Sort exceeded memory limit of 536870912 bytes and cannot use disk");
    }
  }
  kept.sort(byOrder);
  const pacer = new Pacer();
  for (let i = 0; i < kept.length && i < limit; i++) {
    const keyed = kept[i];
    if (keyed) yield keyed.item;
    if (pacer.due()) yield PAUSE;
  }
}

/** Compares two values by a plain direction, as `$push: {$sort: 1}` does. */
export function byValue(direction: number): (a: Value, b: Value) => number {
  return (a, b) => compare(a, b) * direction;
}
