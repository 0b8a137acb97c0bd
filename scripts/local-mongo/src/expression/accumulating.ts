import type { Value } from "../bson/value";
import { argumentList } from "./arguments";
import type { Operator, Operators } from "./scope";
import { Average, Deviation, Extremum, Sum } from "./statistics";
import type { Accumulator } from "./statistics";

/** An accumulator used as an expression: over its arguments, or over the array that its only argument is. */
function over(make: () => Accumulator): Operator {
  return (operand, scope) => {
    const args = argumentList(operand, scope);
    return (root) => {
      const values: Value[] = args.map((argument) => argument(root));
      const [only] = values;
      const accumulator = make();
      for (const v of values.length === 1 && Array.isArray(only) ? only : values) accumulator.add(v);
      return accumulator.result();
    };
  };
}

export const ACCUMULATING_OPERATORS: Operators = {
  $sum: over(() => new Sum()),
  $avg: over(() => new Average()),
  $min: over(() => new Extremum(1)),
  $max: over(() => new Extremum(-1)),
  $stdDevPop: over(() => new Deviation(false)),
  $stdDevSamp: over(() => new Deviation(true)),
};
