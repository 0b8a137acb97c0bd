import { MongoError } from "../errors";
import { double, isDoc, isNumeric, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { namedOperands } from "./arguments";
import type { Expression, Operator, Operators, Scope } from "./scope";
import type { Accumulator } from "./statistics";

/** Values at shares of the sorted numbers: the least number that so large a share does not exceed. */
class Percentiles implements Accumulator {
  private readonly numbers: number[] = [];

  constructor(private readonly shares: readonly number[]) {}

  add(v: Value): void {
    if (isNumeric(v)) this.numbers.push(toNumber(v));
  }

  result(): Value[] {
    const sorted = this.numbers.sort((a, b) => a - b);
    return this.shares.map((share) => {
      const at = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
      return at === undefined ? null : double(at);
    });
  }
}

function sharesOf(given: Doc, scope: Scope): number[] {
  const shares = scope.compile(given["p"])({});
  if (!Array.isArray(shares) || shares.length === 0)
    throw new MongoError(7750301, "The $percentile 'p' field must be a non-empty array of numbers");
  return shares.map((share) => {
    if (!isNumeric(share) || !(toNumber(share) >= 0 && toNumber(share) <= 1))
      throw new MongoError(7750303, "The $percentile 'p' field must be an array of numbers from [0.0, 1.0]");
    return toNumber(share);
  });
}

/** A compiled `$percentile` or `$median`. */
export interface PercentileSpec {
  input: Expression;
  make(): Accumulator;
}

/**
 * Compiles the operand of `$percentile` or `$median`; undefined for other names.
 * @throws MongoError for a share outside 0–1 or a method other than `approximate`
 */
export function compilePercentile(name: string, operand: Value, scope: Scope): PercentileSpec | undefined {
  const isMedian = name === "$median";
  if (!isMedian && name !== "$percentile") return undefined;
  if (!isDoc(operand)) throw new MongoError(7436100, `${name} expects an object`);
  const given = namedOperands(name, operand, isMedian ? ["input", "method"] : ["input", "p", "method"]);
  if (given["method"] !== "approximate")
    throw new MongoError(2, "Currently only 'approximate' can be used as percentile 'method'.");
  const shares = isMedian ? [0.5] : sharesOf(given, scope);
  return {
    input: scope.compile(given["input"]),
    make() {
      const all = new Percentiles(shares);
      return { add: (v) => all.add(v), result: () => (isMedian ? all.result()[0] : all.result()) };
    },
  };
}

function ofOneValue(name: string): Operator {
  return (operand, scope) => {
    const spec = compilePercentile(name, operand, scope);
    if (!spec) throw new MongoError(168, `Unrecognized expression '${name}'`);
    return (root) => {
      const v = spec.input(root);
      const accumulator = spec.make();
      for (const element of Array.isArray(v) ? v : [v]) accumulator.add(element);
      return accumulator.result();
    };
  };
}

export const PERCENTILE_OPERATORS: Operators = {
  $median: ofOneValue("$median"),
  $percentile: ofOneValue("$percentile"),
};
