import { isDoc, isTruthy } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { equal } from "../keys/compare";
import { compileMatch } from "../query/match";
import { typesOfRank } from "../keys/encode";
import { typeNumbers } from "../query/types";
import { isOperatorDoc } from "../query/operatorDoc";
import type { FilterConstraints, PathConstraints } from "./constraints";
import { comparison, intersect } from "./interval";
import type { Interval } from "./interval";

function sameInterval(a: Interval, b: Interval): boolean {
  return (
    a.low.equals(b.low) &&
    a.high.equals(b.high) &&
    a.lowInclusive === b.lowInclusive &&
    a.highInclusive === b.highInclusive
  );
}

function within(inner: Interval, outer: Interval): boolean {
  return sameInterval(intersect(inner, outer), inner);
}

/** Whether every value of an interval has one of the types; intervals of comparisons stay within one place. */
function staysWithinTypes(interval: Interval, operand: Value): boolean {
  const rank = (interval.low[0] ?? 0) & 0xf0;
  if (rank !== ((interval.high[0] ?? 0) & 0xf0)) return false;
  const allowed = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(typeNumbers));
  return typesOfRank(rank).every((type) => allowed.has(type));
}

/** Whether the constraints on a path guarantee one operator of a partial index. */
function guarantees(found: PathConstraints, operator: string, operand: Value): boolean {
  if (operator === "$exists" && isTruthy(operand) && found.notNull) return true;
  const test = compileMatch({ v: { [operator]: operand } });
  for (const { points, interval } of found.constraints) {
    if (points?.every((v) => test({ v }))) return true;
    if (!interval) continue;
    if (operator === "$type" && staysWithinTypes(interval, operand)) return true;
    if (["$gt", "$gte", "$lt", "$lte"].includes(operator) && within(interval, comparison(operator, operand)))
      return true;
  }
  return false;
}

/**
 * Whether every document that matches the filter also matches the filter of a partial index; only then may the index
 * serve the query. Errs towards no.
 */
export function implies(constraints: FilterConstraints, partial: Doc): boolean {
  const { filter } = constraints;
  return Object.keys(partial).every((key) => {
    const operand = partial[key];
    if (key === "$and") {
      return Array.isArray(operand) && operand.every((part) => isDoc(part) && implies(constraints, part));
    }
    if (key.startsWith("$")) return filter[key] !== undefined && equal(filter[key], operand);
    if (filter[key] !== undefined && equal(filter[key], operand)) return true;
    const found = constraints.get(key);
    if (!found) return false;
    if (!isOperatorDoc(operand)) return guarantees(found, "$eq", operand);
    return Object.keys(operand).every((operator) => guarantees(found, operator, operand[operator]));
  });
}
