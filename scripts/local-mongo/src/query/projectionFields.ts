import { MongoError, badValue } from "../errors";
import { isDoc, isNumeric, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { QueryContext } from "./context";
import { compileElementMatch } from "./match";
import { isOperatorDoc } from "./operatorDoc";
import { positionalFinder } from "./positional";

/** A projected field with a value of its own. */
export interface Computed {
  path: string;
  compute: (root: Doc, current: Value) => Value;
  /** the projection keeps only what it names */
  decidesInclusion: boolean;
  /** the field comes behind those of the document */
  appended: boolean;
}

/** Elements as `$slice` picks them: the first n, the last n, or a stretch. */
function slicer(operand: Value): ((array: readonly Value[]) => Value[]) | undefined {
  if (isNumeric(operand)) {
    const n = Math.trunc(toNumber(operand));
    return (array) => (n >= 0 ? array.slice(0, n) : array.slice(n));
  }
  if (!Array.isArray(operand) || operand.length !== 2 || !operand.every(isNumeric)) return undefined;
  const [skip = 0, limit = 0] = operand.map((n) => Math.trunc(toNumber(n)));
  if (limit <= 0)
    throw new MongoError(28724, "First argument to $slice must be an array, but is of type: int");
  return (array) => {
    const start = skip < 0 ? Math.max(0, array.length + skip) : skip;
    return array.slice(start, start + limit);
  };
}

function positional(path: string, filter: Doc, context: QueryContext): Computed {
  const array = path.slice(0, -2);
  const find = positionalFinder(filter, array, context);
  if (!find) {
    throw new MongoError(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  const compute = (_root: Doc, current: Value): Value => {
    if (!Array.isArray(current)) return current;
    const place = find(current);
    return place < 0 ? [] : [current[place]];
  };
  return { path: array, compute, decidesInclusion: true, appended: false };
}

function elemMatch(path: string, operand: Value, context: QueryContext): Computed {
  if (path.includes(".")) throw new MongoError(31275, "Cannot use $elemMatch projection on a nested field.");
  if (!isDoc(operand))
    throw new MongoError(31274, "elemMatch: Invalid argument, object required, but got something else");
  const test = compileElementMatch(operand, context);
  const compute = (_root: Doc, current: Value): Value => {
    const place = Array.isArray(current) ? current.findIndex(test) : -1;
    return Array.isArray(current) && place >= 0 ? [current[place]] : undefined;
  };
  return { path, compute, decidesInclusion: true, appended: false };
}

/** @throws MongoError when the operand is no projection */
export function computedField(path: string, operand: Value, filter: Doc, context: QueryContext): Computed {
  if (path.endsWith(".$")) return positional(path, filter, context);
  if (isOperatorDoc(operand)) {
    if (operand["$slice"] !== undefined) {
      const slice = slicer(operand["$slice"]);
      if (slice) {
        const compute = (_root: Doc, v: Value): Value => (Array.isArray(v) ? slice(v) : v);
        return { path, compute, decidesInclusion: false, appended: false };
      }
    }
    if (operand["$elemMatch"] !== undefined) return elemMatch(path, operand["$elemMatch"], context);
    if (operand["$meta"] !== undefined)
      throw new MongoError(17308, `Unsupported $meta field: ${String(operand["$meta"])}`);
  }
  if (!context.expression) throw badValue("expressions are not allowed in this projection");
  const value = context.expression(operand);
  return { path, compute: (root) => value(root), decidesInclusion: true, appended: true };
}
