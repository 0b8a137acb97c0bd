import { badValue } from "../errors";
import { isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { QueryContext } from "./context";
import { compileElementMatch, compileMatch } from "./match";
import { isOperatorDoc } from "./operatorDoc";

type ElementTest = (element: Value, place: number) => boolean;

const NO_MATCH = "The positional operator did not find the match needed from the query.";

/** Tests of the elements of the array at `path` that a filter implies. */
function elementTests(filter: Doc, path: string, context: QueryContext): ElementTest[] {
  const inside = `${path}.`;
  const tests: ElementTest[] = [];
  for (const key of Object.keys(filter)) {
    const operand = filter[key];
    if ((key === "$and" || key === "$or") && Array.isArray(operand)) {
      for (const part of operand) if (isDoc(part)) tests.push(...elementTests(part, path, context));
    } else if (key === path) tests.push(ofElement(operand, context));
    else if (key.startsWith(inside)) tests.push(ofField(key.slice(inside.length), operand, context));
  }
  return tests;
}

function ofElement(operand: Value, context: QueryContext): ElementTest {
  if (isOperatorDoc(operand) && operand["$elemMatch"] !== undefined) {
    return compileElementMatch(operand["$elemMatch"], context);
  }
  const matches = compileMatch({ e: operand }, context);
  return (element) => matches({ e: element });
}

function ofField(field: string, operand: Value, context: QueryContext): ElementTest {
  const numbered = /^(\d+)(?:\.(.+))?$/.exec(field);
  if (numbered) return (_element, place) => place === Number(numbered[1]);
  const matches = compileMatch({ [field]: operand }, context);
  return (element) => isDoc(element) && matches(element);
}

/**
 * Finds the element that `$` stands for: the first that satisfies the filter's conditions on the array at `path`.
 * @returns undefined when the filter says nothing about the array
 */
export function positionalFinder(
  filter: Doc,
  path: string,
  context: QueryContext,
): ((array: readonly Value[]) => number) | undefined {
  const tests = elementTests(filter, path, context);
  if (tests.length === 0) return undefined;
  return (array) => {
    const both = array.findIndex((element, i) => tests.every((test) => test(element, i)));
    return both >= 0 ? both : array.findIndex((element, i) => tests.some((test) => test(element, i)));
  };
}

/** @throws MongoError 2 when the query does not say which element */
export function positionOf(filter: Doc, path: string, array: Value, context: QueryContext): number {
  const find = positionalFinder(filter, path, context);
  const place = find && Array.isArray(array) ? find(array) : -1;
  if (place < 0) throw badValue(NO_MATCH);
  return place;
}
