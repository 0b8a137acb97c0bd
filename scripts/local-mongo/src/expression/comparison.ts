import type { Value } from "../bson/value";
import { compareWithMissing } from "../keys/compare";
import { binary } from "./arguments";
import type { Operators, Scope } from "./scope";

function order(a: Value, b: Value, scope: Scope): number {
  const { collator } = scope.frame;
  if (collator && typeof a === "string" && typeof b === "string") return collator.compare(a, b);
  return compareWithMissing(a, b);
}

export const COMPARISON_OPERATORS: Operators = {
  $eq: binary("$eq", (a, b, scope) => order(a, b, scope) === 0),
  $ne: binary("$ne", (a, b, scope) => order(a, b, scope) !== 0),
  $gt: binary("$gt", (a, b, scope) => order(a, b, scope) > 0),
  $gte: binary("$gte", (a, b, scope) => order(a, b, scope) >= 0),
  $lt: binary("$lt", (a, b, scope) => order(a, b, scope) < 0),
  $lte: binary("$lte", (a, b, scope) => order(a, b, scope) <= 0),
  $cmp: binary("$cmp", (a, b, scope) => Math.sign(order(a, b, scope))),
};
