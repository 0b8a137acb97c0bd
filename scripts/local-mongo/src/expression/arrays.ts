import { MongoError } from "../errors";
import { hasField, isDoc, isNullish, isNumeric, isTruthy, setField, toNumber, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compare, compareWithMissing } from "../keys/compare";
import { Sorting, byValue } from "../query/sort";
import { binary, named, namedOperands, nary, unary } from "./arguments";
import type { Operator, Operators } from "./scope";

/** @throws MongoError when a value is not a whole number that fits in 32 bits */
export function wholeArgument(name: string, v: Value, code: number): number {
  const n = isNumeric(v) ? toNumber(v) : NaN;
  if (!Number.isInteger(n))
    throw new MongoError(
      code,
      `${name} requires a value representable as a 32-bit integer, found: ${typeName(v)}`,
    );
  return n;
}

function elementAt(array: Value, index: Value): Value {
  if (isNullish(array) || isNullish(index)) return null;
  if (!Array.isArray(array))
    throw new MongoError(28689, `$arrayElemAt's first argument must be an array, but is ${typeName(array)}`);
  if (!isNumeric(index))
    throw new MongoError(
      28690,
      `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`,
    );
  const at = wholeArgument("$arrayElemAt", index, 28691);
  return array[at < 0 ? array.length + at : at];
}

function end(name: string, pick: (array: readonly Value[]) => Value): Operator {
  return unary(name, (v) => {
    if (isNullish(v)) return null;
    if (!Array.isArray(v))
      throw new MongoError(28689, `${name}'s argument must be an array, but is ${typeName(v)}`);
    return pick(v);
  });
}

function concat(values: readonly Value[]): Value {
  if (values.some(isNullish)) return null;
  return values.flatMap((v) => {
    if (!Array.isArray(v))
      throw new MongoError(28664, `$concatArrays only supports arrays, not ${typeName(v)}`);
    return v;
  });
}

function indexOf(values: readonly Value[]): Value {
  const [array, wanted, from = 0, to] = values;
  if (isNullish(array)) return null;
  if (!Array.isArray(array))
    throw new MongoError(
      40090,
      `$indexOfArray requires an array as a first argument, found: ${typeName(array)}`,
    );
  const [start, stop] = [
    wholeArgument("$indexOfArray", from, 40096),
    to === undefined ? array.length : wholeArgument("$indexOfArray", to, 40096),
  ];
  for (let i = start; i < Math.min(stop, array.length); i++)
    if (compareWithMissing(array[i], wanted) === 0) return i;
  return -1;
}

function slice(values: readonly Value[]): Value {
  const [array, second, third] = values;
  if (values.some(isNullish)) return null;
  if (!Array.isArray(array))
    throw new MongoError(
      28724,
      `First argument to $slice must be an array, but is of type: ${typeName(array)}`,
    );
  const first = wholeArgument("$slice", second, 28725);
  if (values.length === 2) return first >= 0 ? array.slice(0, first) : array.slice(first);
  const count = wholeArgument("$slice", third, 28727);
  if (count <= 0) throw new MongoError(28729, `Third argument to $slice must be positive: ${count}`);
  const start = first < 0 ? Math.max(0, array.length + first) : first;
  return array.slice(start, start + count);
}

function range(values: readonly Value[]): Value {
  const [from, to, by = 1] = values;
  const [start, stop, step] = [from, to, by].map((v) => wholeArgument("$range", v, 34443));
  if (start === undefined || stop === undefined || step === undefined) return [];
  if (step === 0) throw new MongoError(34449, "$range requires a non-zero step value");
  const out: Value[] = [];
  for (let n = start; step > 0 ? n < stop : n > stop; n += step) out.push(n);
  return out;
}

function contains(v: Value, array: Value): Value {
  if (!Array.isArray(array))
    throw new MongoError(40081, `$in requires an array as a second argument, found: ${typeName(array)}`);
  return array.some((element) => compareWithMissing(element, v) === 0);
}

function arrayToObject(v: Value): Value {
  if (isNullish(v)) return null;
  if (!Array.isArray(v))
    throw new MongoError(40386, `$arrayToObject requires an array input, found: ${typeName(v)}`);
  const out: Doc = {};
  for (const pair of v) {
    const [key, value] =
      Array.isArray(pair) && pair.length === 2
        ? pair
        : isDoc(pair) && hasField(pair, "k")
          ? [pair["k"], pair["v"]]
          : [];
    if (typeof key !== "string") {
      throw new MongoError(
        40394,
        "$arrayToObject requires an array of key-value pairs, where the key must be of type string",
      );
    }
    setField(out, key, value ?? null);
  }
  return out;
}

const zip: Operator = (operand, scope) => {
  const { inputs, useLongestLength, defaults } = namedOperands(
    "$zip",
    operand,
    ["inputs"],
    ["useLongestLength", "defaults"],
  );
  const lists = scope.compile(inputs);
  const fallback = defaults === undefined ? undefined : scope.compile(defaults);
  return (root) => {
    const arrays = lists(root);
    if (!Array.isArray(arrays)) throw new MongoError(34461, "inputs must be an array of expressions");
    if (arrays.some(isNullish)) return null;
    const lengths = arrays.map((array) => {
      if (!Array.isArray(array))
        throw new MongoError(34468, `$zip found a non-array expression in input: ${typeName(array)}`);
      return array.length;
    });
    const length = isTruthy(useLongestLength) ? Math.max(0, ...lengths) : Math.min(...lengths);
    const fill = fallback?.(root);
    return Array.from({ length }, (_, i) =>
      arrays.map(
        (array, j) =>
          (Array.isArray(array) ? array[i] : undefined) ?? (Array.isArray(fill) ? fill[j] : null) ?? null,
      ),
    );
  };
};

const sortArray: Operator = (operand, scope) => {
  const { input, sortBy } = namedOperands("$sortArray", operand, ["input", "sortBy"]);
  const items = scope.compile(input);
  const order = isNumeric(sortBy) ? byValue(toNumber(sortBy)) : documentOrder(sortBy);
  return (root) => {
    const array = items(root);
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw new MongoError(
        2942504,
        `The input argument to $sortArray must be an array, but was of type: ${typeName(array)}`,
      );
    return [...array].sort(order);
  };
};

function documentOrder(sortBy: Value): (a: Value, b: Value) => number {
  if (!isDoc(sortBy)) throw new MongoError(2942507, "$sortArray: sortBy must be either 1, -1 or an object");
  const sorting = new Sorting(sortBy);
  return (a, b) => sorting.compare(isDoc(a) ? a : {}, isDoc(b) ? b : {});
}

/** `$firstN`, `$lastN`, `$minN`, `$maxN` on an array. */
function severalOf(name: string, pick: (array: readonly Value[], n: number) => Value[]): Operator {
  return named(name, ["n", "input"], [], ({ n, input }) => {
    if (!Array.isArray(input))
      throw new MongoError(5788200, `Input must be an array, found ${typeName(input)}`);
    const count = wholeArgument(name, n, 5787902);
    if (count < 1) throw new MongoError(5787908, `'n' must be greater than 0, found ${count}`);
    return pick(input, count);
  });
}

const present = (array: readonly Value[]): Value[] => array.filter((v) => !isNullish(v));

export const ARRAY_OPERATORS: Operators = {
  $arrayElemAt: binary("$arrayElemAt", elementAt),
  $first: end("$first", (array) => array[0]),
  $last: end("$last", (array) => array.at(-1)),
  $concatArrays: nary("$concatArrays", 0, Infinity, concat),
  $indexOfArray: nary("$indexOfArray", 2, 4, indexOf),
  $slice: nary("$slice", 2, 3, slice),
  $range: nary("$range", 2, 3, range),
  $in: binary("$in", contains),
  $isArray: unary("$isArray", (v) => Array.isArray(v)),
  $size: unary("$size", (v) => {
    if (!Array.isArray(v))
      throw new MongoError(17124, `The argument to $size must be an array, but was of type: ${typeName(v)}`);
    return v.length;
  }),
  $reverseArray: unary("$reverseArray", (v) => {
    if (isNullish(v)) return null;
    if (!Array.isArray(v))
      throw new MongoError(
        34435,
        `The argument to $reverseArray must be an array, but was of type: ${typeName(v)}`,
      );
    return [...v].reverse();
  }),
  $arrayToObject: unary("$arrayToObject", arrayToObject),
  $zip: zip,
  $sortArray: sortArray,
  $firstN: severalOf("$firstN", (array, n) => array.slice(0, n)),
  $lastN: severalOf("$lastN", (array, n) => array.slice(-n)),
  $minN: severalOf("$minN", (array, n) => present(array).sort(compare).slice(0, n)),
  $maxN: severalOf("$maxN", (array, n) =>
    present(array)
      .sort((a, b) => compare(b, a))
      .slice(0, n),
  ),
  $allElementsTrue: unary("$allElementsTrue", (v) => {
    if (!Array.isArray(v))
      throw new MongoError(17040, `$allElementsTrue's argument must be an array, but is ${typeName(v)}`);
    return v.every(isTruthy);
  }),
  $anyElementTrue: unary("$anyElementTrue", (v) => {
    if (!Array.isArray(v))
      throw new MongoError(17041, `$anyElementTrue's argument must be an array, but is ${typeName(v)}`);
    return v.some(isTruthy);
  }),
};
