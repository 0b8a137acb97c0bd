import { BSONRegExp } from "bson";
import { MongoError, badValue } from "../errors";
import { isNumeric, isTruthy, toNumber, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compare } from "../keys/compare";
import { bitTest } from "./bits";
import { equalTo, matchesRegex, oneOf, ordered } from "./comparison";
import type { QueryContext } from "./context";
import { isOperatorDoc } from "./operatorDoc";
import { regexOperand } from "./regex";
import { hasType } from "./types";
import type { Test } from "./path";

/** One condition on the value at a path. */
export interface Condition {
  test: Test;
  /** Whether the elements of an array are tried too, beside the array itself. */
  opensArrays: boolean;
  /** Whether the document matches when no value passes the test. */
  negated: boolean;
}

const on = (test: Test): Condition => ({ test, opensArrays: true, negated: false });
const whole = (test: Test): Condition => ({ test, opensArrays: false, negated: false });
const not = (condition: Condition): Condition => ({ ...condition, negated: !condition.negated });

function exists(operand: Value): Condition {
  const present = whole((v) => v !== undefined);
  return isTruthy(operand) ? present : not(present);
}

function equality(operand: Value, { collator }: QueryContext): Condition {
  if (operand instanceof BSONRegExp) return on((v) => v instanceof BSONRegExp && compare(v, operand) === 0);
  return on(equalTo(operand, collator));
}

function inList(operator: string, operand: Value, { collator }: QueryContext): Condition {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  if (operand.some(isOperatorDoc)) throw badValue(`cannot nest $ under ${operator}`);
  return on(oneOf(operand, collator));
}

function size(operand: Value): Condition {
  if (!isNumeric(operand))
    throw badValue(`Failed to parse $size. Expected a number in: $size: ${typeName(operand)}`);
  const n = toNumber(operand);
  if (!Number.isInteger(n)) throw badValue(`Failed to parse $size. Expected an integer: $size: ${n}`);
  if (n < 0) throw badValue(`Failed to parse $size. Expected a non-negative number in: $size: ${n}`);
  return whole((v) => Array.isArray(v) && v.length === n);
}

function modulo(operand: Value): Condition {
  if (!Array.isArray(operand)) throw badValue("malformed mod, needs to be an array");
  if (operand.length < 2) throw badValue("malformed mod, not enough elements");
  if (operand.length > 2) throw badValue("malformed mod, too many elements");
  const [divisor, remainder] = operand;
  if (!isNumeric(divisor)) throw badValue("malformed mod, divisor not a number");
  if (!isNumeric(remainder)) throw badValue("malformed mod, remainder not a number");
  const [by, rest] = [Math.trunc(toNumber(divisor)), Math.trunc(toNumber(remainder))];
  if (by === 0) throw badValue("divisor cannot be 0");
  return on((v) => isNumeric(v) && Math.trunc(toNumber(v)) % by === rest);
}

function regex(operand: Value, siblings: Doc): Condition {
  const pattern = regexOperand(operand, siblings["$options"]);
  return on(matchesRegex(pattern, operand instanceof BSONRegExp ? operand : undefined));
}

function withoutRegex(operator: string, operand: Value): void {
  if (operand instanceof BSONRegExp) throw badValue(`Can't have regex as arg to ${operator}.`);
}

const UNSUPPORTED: Readonly<Record<string, string>> = {
  $near: "unable to find index for $geoNear query",
  $nearSphere: "unable to find index for $geoNear query",
  $geoNear: "unable to find index for $geoNear query",
};

function unsupported(operator: string): MongoError {
  const reason = UNSUPPORTED[operator];
  if (reason) {
    return new MongoError(291, `error processing query: planner returned error :: caused by :: ${reason}`);
  }
  if (operator === "$geoWithin" || operator === "$geoIntersects" || operator === "$within") {
    return new MongoError(238, `${operator} is not supported: there are no geospatial queries`);
  }
  return badValue(`unknown operator: ${operator}`);
}

/**
 * The condition of one operator, those with nested queries ($elemMatch, $all, $not) excepted.
 * @returns undefined for operators that only accompany others
 * @throws MongoError 2 for an unknown operator
 */
export function conditionOf(
  operator: string,
  operand: Value,
  siblings: Doc,
  context: QueryContext,
): Condition | undefined {
  const { collator } = context;
  switch (operator) {
    case "$eq":
      return equality(operand, context);
    case "$ne":
      withoutRegex("$ne", operand);
      return not(equality(operand, context));
    case "$gt":
      return on(ordered(operand, (order) => order > 0, collator));
    case "$gte":
      return on(ordered(operand, (order) => order >= 0, collator));
    case "$lt":
      return on(ordered(operand, (order) => order < 0, collator));
    case "$lte":
      return on(ordered(operand, (order) => order <= 0, collator));
    case "$in":
      return inList("$in", operand, context);
    case "$nin":
      return not(inList("$nin", operand, context));
    case "$exists":
      return exists(operand);
    case "$type":
      return on(hasType(operand));
    case "$size":
      return size(operand);
    case "$mod":
      return modulo(operand);
    case "$regex":
      return regex(operand, siblings);
    case "$options":
      if (siblings["$regex"] === undefined) throw badValue("$options needs a $regex");
      return undefined;
    case "$comment":
      return undefined;
    default: {
      const bits = bitTest(operator, operand);
      if (!bits) throw unsupported(operator);
      return on(bits);
    }
  }
}

/** The condition of a plain value in a filter: a pattern matches, anything else has to be equal. */
export function literalCondition(operand: Value, context: QueryContext): Condition {
  if (operand instanceof BSONRegExp) return regex(operand, {});
  return equality(operand, context);
}
