import { badValue } from "../errors";
import { isDoc, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { equal } from "../keys/compare";
import { rootField } from "../query/path";
import type { Collection } from "../store/collection";
import type { Index } from "../store/indexDefinition";
import { EXACT_KEY_BYTES, after } from "../store/keyspace";
import { FilterConstraints, boundsOf } from "./constraints";
import type { FieldBounds } from "./constraints";
import { implies } from "./implication";
import { byteRange, inverted, isExact } from "./interval";
import { orderOf } from "./order";
import type { IndexOrder } from "./order";

/** A stretch of an index, without the index's own prefix; an empty end reaches to the end of the index. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
  /** bytes that the equality conditions fixed */
  fixed: number;
}

export interface IndexPlan {
  kind: "index";
  index: Index;
  ranges: readonly KeyRange[];
  backwards: boolean;
  /** documents come in the order asked for */
  sorted: boolean;
  /** the ranges have to be merged to keep the order */
  merge: boolean;
  /** every entry in the ranges matches the filter, so documents need not be tested */
  exact: boolean;
  /** fields with equality bounds; with the range bound, for explain */
  equalities: number;
  bounded: number;
}

export interface ScanPlan {
  kind: "scan";
  backwards: boolean;
  sorted: boolean;
}

export interface UnionPlan {
  kind: "union";
  branches: readonly IndexPlan[];
  sorted: boolean;
}

export type Plan = IndexPlan | ScanPlan | UnionPlan;

export interface Question {
  filter: Doc;
  sort?: Doc | undefined;
  hint?: Value;
  collated?: boolean;
}

const MAX_RANGES = 100_000;
const MAX_MERGED = 200;

/** The bounds that a filter puts on an index: points in a prefix of its fields, then at most one interval. */
class IndexBounds {
  points: Buffer[] = [Buffer.alloc(0)];
  equalities = 0;
  bounded = 0;
  exact = true;
  /** fields whose value is the same in all entries of the ranges */
  readonly constant = new Set<string>();
  private tail: readonly [Buffer, Buffer] | undefined;

  constructor(
    readonly index: Index,
    constraints: FilterConstraints,
  ) {
    const roots = new Set<string>();
    for (let i = 0; i < index.fields.length && !this.tail; i++) {
      const field = index.fields[i] ?? "";
      const found = constraints.get(field);
      if (!found || (index.multikey && roots.has(rootField(field)))) break;
      const bounds = boundsOf(found, index.multikey);
      if (!bounds || !this.add(field, bounds, index.directions[i] ?? 1)) break;
      roots.add(rootField(field));
    }
    this.exact &&= !index.multikey && !constraints.hasOthers && this.bounded === constraints.paths.size;
  }

  private add(field: string, bounds: FieldBounds, direction: number): boolean {
    const { points, interval } = bounds;
    if (points) {
      if (points.length * this.points.length > MAX_RANGES) return false;
      const parts = direction > 0 ? points : points.map(inverted);
      this.points = this.points.flatMap((head) => parts.map((part) => Buffer.concat([head, part])));
      if (points.length === 1) this.constant.add(field);
      this.equalities++;
    } else if (interval) {
      const room = EXACT_KEY_BYTES - Math.max(...this.points.map((head) => head.length));
      if (room < 64) return false;
      this.exact &&= isExact(interval);
      this.tail = byteRange(interval, direction, room);
    }
    this.bounded++;
    this.exact &&= bounds.exact;
    return true;
  }

  get hasRange(): boolean {
    return this.tail !== undefined;
  }

  ranges(): KeyRange[] {
    const { tail } = this;
    const ranges = this.points.map((head): KeyRange => {
      const long = head.length > EXACT_KEY_BYTES;
      if (long) this.exact = false;
      const fixed = long ? head.subarray(0, EXACT_KEY_BYTES) : head;
      if (tail) {
        return {
          start: Buffer.concat([fixed, tail[0]]),
          end: Buffer.concat([fixed, tail[1]]),
          fixed: fixed.length,
        };
      }
      return { start: fixed, end: fixed.length === 0 ? fixed : after(fixed), fixed: fixed.length };
    });
    return ranges.length > 1 ? ranges.sort((a, b) => Buffer.compare(a.start, b.start)) : ranges;
  }
}

function score(bounds: IndexBounds, order: IndexOrder, sorting: boolean): number {
  const { index, equalities } = bounds;
  const unique = index.unique && equalities === index.fields.length ? 1000 : 0;
  const ordered = sorting && order.sorted ? 10 : 0;
  const range = bounds.hasRange ? 8 : 0;
  return unique + equalities * 20 + range + ordered - bounds.points.length / 1000 - index.fields.length / 100;
}

function isUsable(index: Index, constraints: FilterConstraints): boolean {
  if (index.hidden || index.hashed) return false;
  if (index.partialFilter && !implies(constraints, index.partialFilter)) return false;
  return !index.sparse || index.fields.some((field) => constraints.get(field)?.notNull);
}

function indexPlan(
  index: Index,
  question: Question,
  constraints: FilterConstraints,
  forced: boolean,
): { plan: IndexPlan; score: number } | undefined {
  const bounds = new IndexBounds(index, constraints);
  const sorting = question.sort !== undefined;
  const order = orderOf(question.sort, index, bounds.equalities, bounds.constant, question.collated ?? false);
  const ranges = bounds.ranges();
  const merge = order.behindEqualities && sorting && ranges.length > 1;
  const sorted = order.sorted && (!merge || ranges.length <= MAX_MERGED);
  if (bounds.bounded === 0 && !(sorting && sorted) && !forced) return undefined;
  return {
    plan: {
      kind: "index",
      index,
      ranges,
      backwards: order.backwards,
      sorted,
      merge: merge && sorted,
      exact: bounds.exact,
      equalities: bounds.equalities,
      bounded: bounds.bounded,
    },
    score: score(bounds, { ...order, sorted }, sorting),
  };
}

/** @throws MongoError 2 when the hint names no index */
function hintedIndex(collection: Collection, hint: Value): Index | "natural" | undefined {
  if (hint === undefined || (isDoc(hint) && Object.keys(hint).length === 0)) return undefined;
  if (isDoc(hint) && hint["$natural"] !== undefined) return "natural";
  const index =
    typeof hint === "string"
      ? collection.index(hint)
      : collection.indexes.find(
          ({ key }) => equal(key, hint) && Object.keys(key).join() === Object.keys(hint ?? {}).join(),
        );
  if (index) return index;
  throw badValue(
    "error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index",
  );
}

function naturalOrder(question: Question): ScanPlan {
  const natural =
    question.sort?.["$natural"] ?? (isDoc(question.hint) ? question.hint["$natural"] : undefined);
  return {
    kind: "scan",
    backwards: natural !== undefined && toNumber(natural) < 0,
    sorted: question.sort === undefined || question.sort["$natural"] !== undefined,
  };
}

/** The conditions of a filter that all have to hold, conjunctions opened. */
function conjuncts(filter: Doc): Doc[] {
  return Object.keys(filter).flatMap((key) => {
    const operand = filter[key];
    if (key !== "$and" || !Array.isArray(operand)) return [{ [key]: operand }];
    return operand.flatMap((part) => (isDoc(part) ? conjuncts(part) : []));
  });
}

/** A union of index scans for `$or`, when every branch has one. */
function unionPlan(collection: Collection, question: Question): UnionPlan | undefined {
  const parts = conjuncts(question.filter);
  const alternatives = parts.find((part) => Array.isArray(part["$or"]));
  const branches = alternatives?.["$or"];
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const others = parts.filter((part) => part !== alternatives);
  const plans: IndexPlan[] = [];
  for (const branch of branches) {
    if (!isDoc(branch)) return undefined;
    const filter = others.length === 0 ? branch : { $and: [branch, ...others] };
    const found = makePlan(collection, { filter, collated: question.collated ?? false });
    if (found.kind !== "index") return undefined;
    plans.push(found);
  }
  return { kind: "union", branches: plans, sorted: question.sort === undefined };
}

/** Chooses how to find the documents of a filter. Every plan gives a superset: documents are tested afterwards. */
export function makePlan(collection: Collection, question: Question): Plan {
  const hinted = hintedIndex(collection, question.hint);
  if (hinted === "natural" || question.sort?.["$natural"] !== undefined) return naturalOrder(question);
  const constraints = new FilterConstraints(question.filter, question.collated);
  if (hinted) {
    const forced = indexPlan(hinted, question, constraints, true);
    if (forced) return forced.plan;
  }
  let best: { plan: IndexPlan; score: number } | undefined;
  for (const index of collection.indexes) {
    if (!isUsable(index, constraints)) continue;
    const candidate = indexPlan(index, question, constraints, false);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  if (best && best.plan.bounded > 0) return best.plan;
  return unionPlan(collection, question) ?? best?.plan ?? naturalOrder(question);
}
