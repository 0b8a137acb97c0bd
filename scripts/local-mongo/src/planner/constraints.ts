import { BSONRegExp } from "bson";
import { isDoc, isNumeric, isTruthy, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { RANK, encodeKey, keyText, rankOf } from "../keys/encode";
import { isOperatorDoc } from "../query/operatorDoc";
import { fixedPrefix } from "../query/regex";
import { EVERYTHING, beginningWith, comparison, intersect } from "./interval";
import type { Interval } from "./interval";

/** One condition of a filter on one path, as far as an index can serve it. */
export interface Constraint {
  /** the values it allows, when it lists them */
  points?: readonly Value[];
  /** otherwise the range they lie in */
  interval?: Interval;
  /** whether every indexed value in the range satisfies the condition */
  exact: boolean;
}

/** What a filter demands of one path. */
export interface PathConstraints {
  constraints: Constraint[];
  /** the path has a value other than null in every matching document */
  notNull: boolean;
  /** conditions that no index serves */
  others: boolean;
}

const MAX_POINTS = 100_000;
const RANGE_OPERATORS = new Set(["$gt", "$gte", "$lt", "$lte"]);

/** Whether equality with a value can be looked up by its encoding. */
function isIndexable(v: Value, collated: boolean): boolean {
  if (Array.isArray(v) || v instanceof BSONRegExp || v === undefined) return false;
  const rank = rankOf(v);
  if (rank === RANK.minKey || rank === RANK.maxKey) return false;
  return !collated || (rank !== RANK.string && rank !== RANK.object);
}

function isNaNNumber(v: Value): boolean {
  return isNumeric(v) && Number.isNaN(toNumber(v));
}

/** The conditions of a filter by path, conjunctions opened. */
export class FilterConstraints {
  readonly paths = new Map<string, PathConstraints>();
  /** whether the filter says more than the paths do ($or, $expr, …) */
  hasOthers = false;

  constructor(
    readonly filter: Doc,
    private readonly collated = false,
  ) {
    this.gather(filter, "");
  }

  get(path: string): PathConstraints | undefined {
    return this.paths.get(path);
  }

  private at(path: string): PathConstraints {
    let found = this.paths.get(path);
    if (!found) this.paths.set(path, (found = { constraints: [], notNull: false, others: false }));
    return found;
  }

  private gather(filter: Doc, base: string): void {
    for (const key of Object.keys(filter)) {
      const operand = filter[key];
      if (key === "$and" && Array.isArray(operand)) {
        for (const part of operand) if (isDoc(part)) this.gather(part, base);
      } else if (key.startsWith("$")) {
        if (key !== "$comment") this.hasOthers = true;
      } else if (isOperatorDoc(operand)) this.operators(base + key, operand);
      else this.equality(base + key, operand);
    }
  }

  private equality(path: string, v: Value): void {
    if (v instanceof BSONRegExp) return this.regex(path, v.pattern, v.options);
    this.points(path, [v]);
  }

  private points(path: string, values: readonly Value[]): void {
    const at = this.at(path);
    if (values.length > MAX_POINTS || !values.every((v) => isIndexable(v, this.collated))) {
      at.others = true;
      return;
    }
    const distinct = [...new Map(values.map((v) => [keyText(v), v])).values()];
    const hasNull = values.some((v) => v === null);
    at.constraints.push({ points: distinct, exact: !hasNull });
    if (!hasNull) at.notNull = true;
  }

  private regex(path: string, pattern: string, options: string): void {
    const at = this.at(path);
    const text = fixedPrefix(pattern, options);
    at.notNull = true;
    at.others = true;
    if (text !== "" && !this.collated) at.constraints.push({ interval: beginningWith(text), exact: false });
  }

  private comparison(path: string, operator: string, bound: Value): void {
    const at = this.at(path);
    if (bound === null || !isIndexable(bound, this.collated) || isNaNNumber(bound)) {
      at.others = true;
      return;
    }
    at.constraints.push({ interval: comparison(operator, bound), exact: true });
    at.notNull = true;
  }

  private operators(path: string, operators: Doc): void {
    for (const operator of Object.keys(operators))
      this.operator(path, operator, operators[operator], operators);
  }

  private operator(path: string, operator: string, operand: Value, siblings: Doc): void {
    if (RANGE_OPERATORS.has(operator)) return this.comparison(path, operator, operand);
    switch (operator) {
      case "$eq":
        if (operand instanceof BSONRegExp) this.at(path).others = true;
        else this.points(path, [operand]);
        return;
      case "$in":
        if (Array.isArray(operand)) this.points(path, operand);
        return;
      case "$regex": {
        const options = siblings["$options"];
        if (typeof operand === "string") return this.regex(path, operand, String(options ?? ""));
        if (operand instanceof BSONRegExp)
          this.regex(path, operand.pattern, String(options ?? operand.options));
        return;
      }
      case "$elemMatch":
        return this.elements(path, operand);
      default:
        this.rest(path, operator, operand);
    }
  }

  private rest(path: string, operator: string, operand: Value): void {
    const at = this.at(path);
    at.others = true;
    if (operator === "$exists" && isTruthy(operand)) at.notNull = true;
    if (operator !== "$all" || !Array.isArray(operand)) return;
    const [first] = operand;
    if (isDoc(first) && first["$elemMatch"] !== undefined) this.elements(path, first["$elemMatch"]);
    else if (isIndexable(first, this.collated) && !isOperatorDoc(first) && first !== null) {
      at.constraints.push({ points: [first], exact: false });
      at.notNull = true;
    }
  }

  /** All conditions of an `$elemMatch` are about one element, so its bounds may be joined even in a multikey index. */
  private elements(path: string, operand: Value): void {
    const at = this.at(path);
    at.others = true;
    if (!isDoc(operand)) return;
    if (!isOperatorDoc(operand)) {
      const inner = new FilterConstraints(operand, this.collated);
      for (const [field, found] of inner.paths) {
        const joined = this.at(`${path}.${field}`);
        joined.constraints.push(...found.constraints.map((constraint) => ({ ...constraint, exact: false })));
        joined.others = true;
      }
      return;
    }
    const inner = new FilterConstraints({ e: operand }, this.collated).get("e");
    const [first, ...others] = inner?.constraints ?? [];
    if (!first) return;
    if (first.points) at.constraints.push({ points: first.points, exact: false });
    else {
      const interval = others.reduce(
        (sum, { interval: next }) => (next ? intersect(sum, next) : sum),
        first.interval ?? EVERYTHING,
      );
      at.constraints.push({ interval, exact: false });
    }
    at.notNull = true;
  }
}

/** What an index field can use of the constraints on its path. */
export interface FieldBounds {
  points?: readonly Buffer[];
  interval?: Interval;
  exact: boolean;
}

/**
 * Joins the constraints on one path. In a multikey index different elements may satisfy different conditions, so only
 * one constraint is used there.
 */
export function boundsOf(found: PathConstraints, multikey: boolean): FieldBounds | undefined {
  const { constraints, others } = found;
  const listed = constraints
    .filter((constraint) => constraint.points)
    .sort((a, b) => (a.points?.length ?? 0) - (b.points?.length ?? 0))[0];
  const onlyOne = constraints.length === 1 && !others;
  if (listed?.points) {
    return { points: listed.points.map((v) => encodeKey(v)), exact: onlyOne && listed.exact && !multikey };
  }
  const [first, ...rest] = constraints;
  if (!first?.interval) return undefined;
  if (multikey) return { interval: narrowest(constraints), exact: false };
  const interval = rest.reduce(
    (sum, { interval: next }) => (next ? intersect(sum, next) : sum),
    first.interval,
  );
  return { interval, exact: !others && constraints.every((constraint) => constraint.exact) };
}

function narrowest(constraints: readonly Constraint[]): Interval {
  const intervals = constraints.flatMap(({ interval }) => (interval ? [interval] : []));
  const closed = intervals.find(({ low, high }) => low.length > 1 && high.length > 1);
  return closed ?? intervals[0] ?? EVERYTHING;
}
