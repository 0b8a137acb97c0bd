import { MongoError } from "../errors";
import { isNullish, typeName } from "../bson/value";
import type { Value } from "../bson/value";
import { keyText } from "../keys/encode";
import { argumentList, binary, nary } from "./arguments";
import type { Operator, Operators } from "./scope";

function distinct(values: readonly Value[]): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const v of values) {
    const key = keyText(v);
    if (!found.has(key)) found.set(key, v);
  }
  return found;
}

function requireArray(name: string, v: Value, which: string): Value[] {
  if (!Array.isArray(v))
    throw new MongoError(
      17048,
      `${which} operand of ${name} must be an array. Argument is of type: ${typeName(v)}`,
    );
  return v;
}

function combining(name: string, combine: (sets: Map<string, Value>[]) => Value[]): Operator {
  return nary(name, 0, Infinity, (values) => {
    if (values.some(isNullish)) return null;
    return combine(values.map((v) => distinct(requireArray(name, v, "All operands"))));
  });
}

function difference(a: Value, b: Value): Value {
  if (isNullish(a) || isNullish(b)) return null;
  const without = distinct(requireArray("$setDifference", b, "second"));
  return [...distinct(requireArray("$setDifference", a, "first"))].flatMap(([key, v]) =>
    without.has(key) ? [] : [v],
  );
}

function isSubset(a: Value, b: Value): Value {
  const whole = distinct(requireArray("$setIsSubset", b, "second"));
  return requireArray("$setIsSubset", a, "first").every((v) => whole.has(keyText(v)));
}

const setEquals: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  if (args.length < 2)
    throw new MongoError(17045, `$setEquals needs at least two arguments had: ${args.length}`);
  return (root) => {
    const [first, ...others] = args.map((argument) =>
      distinct(requireArray("$setEquals", argument(root), "All")),
    );
    return others.every(
      (other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key)),
    );
  };
};

export const SET_OPERATORS: Operators = {
  $setUnion: combining("$setUnion", (sets) => [...new Map(sets.flatMap((set) => [...set])).values()]),
  $setIntersection: combining("$setIntersection", ([first, ...others]) =>
    [...(first ?? [])].flatMap(([key, v]) => (others.every((other) => other.has(key)) ? [v] : [])),
  ),
  $setDifference: binary("$setDifference", difference),
  $setIsSubset: binary("$setIsSubset", isSubset),
  $setEquals: setEquals,
};
