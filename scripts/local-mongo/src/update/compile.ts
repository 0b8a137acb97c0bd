import { MongoError, badValue, failedToParse } from "../errors";
import { clone, entryOf, isDoc, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import { isArrayIndex, splitPath, valueAtPath } from "../query/path";
import { positionOf } from "../query/positional";
import type { QueryContext } from "../query/context";
import { ARRAY_OPERATORS } from "./arrayOperators";
import { ArrayFilters } from "./arrayFilters";
import { FIELD_OPERATORS, renameTarget } from "./fieldOperators";
import type { UpdateContext, UpdateOperator } from "./operator";
import { Place } from "./place";

interface Step {
  operator: string;
  apply: UpdateOperator;
  path: string;
  parts: readonly string[];
  operand: Value;
}

const KEEPS_OPERAND = new Set(["$pull", "$pullAll"]);

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x = "", y = ""] = [a[i], b[i]];
    if (x === y) continue;
    if (isArrayIndex(x) && isArrayIndex(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** Refuses updates whose paths touch each other. */
class Conflicts {
  private readonly paths: string[] = [];

  add(path: string): void {
    if (path === "") throw new MongoError(56, "An empty update path is not valid.");
    if (path.split(".").includes("")) {
      throw new MongoError(
        56,
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      );
    }
    for (const other of this.paths) {
      if (other === path || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)) {
        const at = other.length < path.length ? other : path;
        throw new MongoError(40, `Updating the path '${path}' would create a conflict at '${at}'`);
      }
    }
    this.paths.push(path);
  }
}

function readSteps(update: Doc): Step[] {
  const steps: Step[] = [];
  const conflicts = new Conflicts();
  for (const operator of Object.keys(update)) {
    const apply = entryOf(FIELD_OPERATORS, operator) ?? entryOf(ARRAY_OPERATORS, operator);
    if (!apply) {
      throw failedToParse(
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    const fields = update[operator];
    if (!isDoc(fields)) {
      throw failedToParse(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(fields)}}`,
      );
    }
    for (const path of Object.keys(fields)) {
      conflicts.add(path);
      const operand = fields[path];
      if (operator === "$rename") conflicts.add(renameTarget(path, operand));
      steps.push({ operator, apply, path, parts: splitPath(path), operand });
    }
  }
  return steps.sort((a, b) => comparePaths(a.parts, b.parts));
}

/** Finds the places that a path with `$`, `$[]` and `$[name]` means in a document. */
class PathExpansion {
  constructor(
    private readonly doc: Doc,
    private readonly filter: Doc,
    private readonly arrayFilters: ArrayFilters,
    private readonly context: QueryContext,
  ) {}

  expand(step: Step): string[][] {
    let places: string[][] = [[]];
    for (const part of step.parts) {
      if (part === "$") places = places.map((place) => this.positional(place));
      else if (part.startsWith("$[") && part.endsWith("]")) {
        const test = this.arrayFilters.test(part.slice(2, -1), step.path);
        places = places.flatMap((place) => this.elements(place, test));
      } else if (part.startsWith("$")) {
        throw new MongoError(
          52,
          `The dollar ($) prefixed field '${part}' in '${step.path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
        );
      } else places = places.map((place) => [...place, part]);
    }
    return places;
  }

  private positional(place: readonly string[]): string[] {
    const path = place.filter((part) => !isArrayIndex(part)).join(".");
    return [...place, String(positionOf(this.filter, path, valueAtPath(this.doc, place), this.context))];
  }

  private elements(place: readonly string[], test: (v: Value) => boolean): string[][] {
    const array = valueAtPath(this.doc, place);
    const path = place.join(".");
    if (array === undefined) {
      throw badValue(`The path '${path}' must exist in the document in order to apply array updates.`);
    }
    if (!Array.isArray(array))
      throw badValue(`Cannot apply array updates to non-array element ${place.at(-1)}: ${show(array)}`);
    return array.flatMap((element, i) => (test(element) ? [[...place, String(i)]] : []));
  }
}

/** Changes a document in place. */
export type Modifier = (doc: Doc, context: UpdateContext) => void;

/**
 * Compiles an update document of operators.
 * @param filter the query, which decides what positional `$` means
 * @throws MongoError when the update is malformed; what depends on the document is refused when it is applied
 */
export function compileUpdate(update: Doc, filter: Doc, arrayFilters: Value, query: QueryContext): Modifier {
  const steps = readSteps(update);
  const filters = new ArrayFilters(arrayFilters, update, query);
  for (const { parts, path } of steps) {
    for (const part of parts) if (/^\$\[.+\]$/.test(part)) filters.test(part.slice(2, -1), path);
  }
  return (doc, context) => {
    const expansion = new PathExpansion(doc, filter, filters, query);
    const resolved = steps
      .filter(({ operator }) => operator !== "$setOnInsert" || context.inserting)
      .map((step) => ({ step, places: expansion.expand(step) }));
    for (const { step, places } of resolved) {
      for (const parts of places) {
        const operand = KEEPS_OPERAND.has(step.operator) ? step.operand : clone(step.operand);
        step.apply(new Place(doc, parts), operand, context);
      }
    }
  };
}
