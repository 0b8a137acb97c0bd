import { MongoError } from "../errors";
import { entryOf, isDoc, isNullish } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { compare } from "../keys/compare";
import { keyText } from "../keys/encode";
import { wholeArgument } from "../expression/arrays";
import { merged } from "../expression/objects";
import { compilePercentile } from "../expression/percentiles";
import type { Scope } from "../expression/scope";
import { Average, Deviation, Extremum, Sum } from "../expression/statistics";
import type { Accumulator } from "../expression/statistics";
import { Sorting } from "../query/sort";

/** Takes documents one by one. */
export interface GroupAccumulator {
  add(doc: Doc): void;
  result(): Value;
}

/** Makes the accumulator of a new group. */
export type AccumulatorFactory = () => GroupAccumulator;

class First implements Accumulator {
  private value: Value;
  private taken = false;

  add(v: Value): void {
    if (!this.taken) this.value = v;
    this.taken = true;
  }

  result(): Value {
    return this.value ?? null;
  }
}

class Last implements Accumulator {
  private value: Value;

  add(v: Value): void {
    this.value = v;
  }

  result(): Value {
    return this.value ?? null;
  }
}

class Push implements Accumulator {
  private readonly values: Value[] = [];

  add(v: Value): void {
    if (v !== undefined) this.values.push(v);
  }

  result(): Value {
    return this.values;
  }
}

class AddToSet implements Accumulator {
  private readonly values = new Map<string, Value>();

  add(v: Value): void {
    if (v === undefined) return;
    const key = keyText(v);
    if (!this.values.has(key)) this.values.set(key, v);
  }

  result(): Value {
    return [...this.values.values()];
  }
}

class MergeObjects implements Accumulator {
  private readonly values: Value[] = [];

  add(v: Value): void {
    this.values.push(v);
    if (this.values.length > 100) this.values.splice(0, this.values.length, merged(this.values));
  }

  result(): Value {
    return merged(this.values);
  }
}

const SIMPLE: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => new Sum(),
  $avg: () => new Average(),
  $min: () => new Extremum(1),
  $max: () => new Extremum(-1),
  $first: () => new First(),
  $last: () => new Last(),
  $push: () => new Push(),
  $addToSet: () => new AddToSet(),
  $stdDevPop: () => new Deviation(false),
  $stdDevSamp: () => new Deviation(true),
  $mergeObjects: () => new MergeObjects(),
};

/** `$firstN`, `$lastN`, `$minN`, `$maxN`: how they pick from all values of a group. */
const SEVERAL: Readonly<Record<string, (values: Value[], n: number) => Value[]>> = {
  $firstN: (values, n) => values.slice(0, n),
  $lastN: (values, n) => values.slice(-n),
  $minN: (values, n) =>
    values
      .filter((v) => !isNullish(v))
      .sort(compare)
      .slice(0, n),
  $maxN: (values, n) =>
    values
      .filter((v) => !isNullish(v))
      .sort((a, b) => compare(b, a))
      .slice(0, n),
};

function countArgument(name: string, operand: Doc, scope: Scope): number {
  if (operand["n"] === undefined) throw new MongoError(5787906, `Missing value for 'n'`);
  const n = wholeArgument(name, scope.compile(operand["n"])({}), 5787902);
  if (n < 1) throw new MongoError(5787908, `'n' must be greater than 0, found ${n}`);
  return n;
}

function several(name: string, operand: Value, scope: Scope): AccumulatorFactory | undefined {
  const pick = entryOf(SEVERAL, name);
  if (!pick) return undefined;
  if (!isDoc(operand) || operand["input"] === undefined)
    throw new MongoError(5787900, `specification must be an object; found ${name}`);
  const n = countArgument(name, operand, scope);
  const input = scope.compile(operand["input"]);
  return () => {
    let values: Value[] = [];
    return {
      add: (doc) => {
        values.push(input(doc) ?? null);
        if (name === "$firstN" ? values.length > n : values.length > n + 1000) values = pick(values, n);
      },
      result: () => pick(values, n),
    };
  };
}

/** `$top`, `$bottom`, `$topN`, `$bottomN`: by an order of the documents. */
function ranked(name: string, operand: Value, scope: Scope): AccumulatorFactory | undefined {
  if (!["$top", "$bottom", "$topN", "$bottomN"].includes(name)) return undefined;
  if (!isDoc(operand) || !isDoc(operand["sortBy"]) || operand["output"] === undefined) {
    throw new MongoError(5788001, `specification of ${name} must have 'sortBy' and 'output'`);
  }
  const single = !name.endsWith("N");
  const n = single ? 1 : countArgument(name, operand, scope);
  const order = new Sorting(operand["sortBy"]);
  const output = scope.compile(operand["output"]);
  const pick = (docs: Doc[]): Doc[] => {
    docs.sort((a, b) => order.compare(a, b));
    return name.startsWith("$top") ? docs.slice(0, n) : docs.slice(-n);
  };
  return () => {
    let docs: Doc[] = [];
    return {
      add: (doc) => {
        docs.push(doc);
        if (docs.length > n + 1000) docs = pick(docs);
      },
      result: () => {
        const values = pick(docs).map((doc) => output(doc) ?? null);
        return single ? (values[0] ?? null) : values;
      },
    };
  };
}

/** `$median` and `$percentile`. */
function percentile(name: string, operand: Value, scope: Scope): AccumulatorFactory | undefined {
  const spec = compilePercentile(name, operand, scope);
  if (!spec) return undefined;
  return () => {
    const accumulator = spec.make();
    return { add: (doc) => accumulator.add(spec.input(doc)), result: () => accumulator.result() };
  };
}

function counting(operand: Value): AccumulatorFactory {
  if (!isDoc(operand) || Object.keys(operand).length > 0)
    throw new MongoError(2, "$count takes no arguments, i.e. $count:{}");
  return () => {
    const sum = new Sum();
    return { add: () => sum.add(1), result: () => sum.result() };
  };
}

/**
 * Compiles one field of `$group`.
 * @throws MongoError 15952 for an accumulator that does not exist
 */
export function compileAccumulator(field: string, spec: Value, scope: Scope): AccumulatorFactory {
  if (!isDoc(spec) || !Object.keys(spec)[0]?.startsWith("$")) {
    throw new MongoError(40234, `The field '${field}' must be an accumulator object`);
  }
  const [name = "", second] = Object.keys(spec);
  if (second !== undefined) throw new MongoError(40238, `The field '${field}' must specify one accumulator`);
  const operand = spec[name];
  if (name === "$count") return counting(operand);
  const make = entryOf(SIMPLE, name);
  if (!make) {
    const found =
      several(name, operand, scope) ?? ranked(name, operand, scope) ?? percentile(name, operand, scope);
    if (!found) throw new MongoError(15952, `unknown group operator '${name}'`);
    return found;
  }
  if (Array.isArray(operand) && operand.length !== 1)
    throw new MongoError(40237, `The ${name} accumulator is a unary operator`);
  const value = scope.compile(Array.isArray(operand) ? operand[0] : operand);
  return () => {
    const accumulator = make();
    return { add: (doc) => accumulator.add(value(doc)), result: () => accumulator.result() };
  };
}
