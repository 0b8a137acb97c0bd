import type { MongoError } from "../errors";
import { badValue, failedToParse, typeMismatch } from "../errors";
import { getField, hasField, isDoc, isNumeric, toNumber, typeName } from "../bson/value";
import type { Value } from "../bson/value";
import { show } from "../bson/show";
import { BSONRegExp } from "bson";
import { equal } from "../keys/compare";
import { compileElementMatch, compileMatch } from "../query/match";
import { isOperatorDoc } from "../query/operatorDoc";
import type { Test } from "../query/path";
import { Sorting, byValue } from "../query/sort";
import type { UpdateContext, UpdateOperator } from "./operator";
import type { Place } from "./place";

const PUSH_CLAUSES = new Set(["$each", "$slice", "$sort", "$position"]);

function whole(clause: string, v: Value): number {
  const n = isNumeric(v) ? toNumber(v) : NaN;
  if (!Number.isInteger(n)) {
    throw badValue(`The value for ${clause} must be an integer value but was given type: ${typeName(v)}`);
  }
  return n;
}

interface Push {
  items: Value[];
  position: number | undefined;
  slice: number | undefined;
  order: ((a: Value, b: Value) => number) | undefined;
}

function sortOrder(spec: Value): (a: Value, b: Value) => number {
  if (isNumeric(spec)) {
    const direction = toNumber(spec);
    if (direction !== 1 && direction !== -1) throw badValue("The $sort element value must be either 1 or -1");
    return byValue(direction);
  }
  if (!isDoc(spec))
    throw badValue(
      "The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields",
    );
  const sorting = new Sorting(spec);
  return (a, b) => sorting.compare(isDoc(a) ? a : {}, isDoc(b) ? b : {});
}

function readPush(operand: Value): Push {
  if (!isDoc(operand) || !hasField(operand, "$each")) {
    return { items: [operand], position: undefined, slice: undefined, order: undefined };
  }
  for (const clause of Object.keys(operand)) {
    if (!PUSH_CLAUSES.has(clause)) throw badValue(`Unrecognized clause in $push: ${clause}`);
  }
  const { $each, $position, $slice, $sort } = operand;
  if (!Array.isArray($each)) {
    throw badValue(`The argument to $each in $push must be an array but it was of type: ${typeName($each)}`);
  }
  return {
    items: $each,
    position: $position === undefined ? undefined : whole("$position", $position),
    slice: $slice === undefined ? undefined : whole("$slice", $slice),
    order: $sort === undefined ? undefined : sortOrder($sort),
  };
}

function arrayAt(place: Place, refuse: (v: Value) => MongoError): Value[] {
  const current = place.value;
  if (Array.isArray(current)) return current;
  if (current !== undefined) throw refuse(current);
  const made: Value[] = [];
  place.set(made);
  return made;
}

const push: UpdateOperator = (place, operand) => {
  const { items, position, slice, order } = readPush(operand);
  const array = arrayAt(place, (v) =>
    badValue(
      `The field '${place.path}' must be an array but is of type ${typeName(v)} in document {_id: ${show(place.doc["_id"])}}`,
    ),
  );
  const from = position ?? array.length;
  array.splice(from < 0 ? Math.max(0, array.length + from) : from, 0, ...items);
  if (order) array.sort(order);
  if (slice === undefined) return;
  if (slice >= 0) array.length = Math.min(array.length, slice);
  else array.splice(0, Math.max(0, array.length + slice));
};

const addToSet: UpdateOperator = (place, operand) => {
  const each = isDoc(operand) ? getField(operand, "$each") : undefined;
  if (each !== undefined && !Array.isArray(each)) {
    throw typeMismatch(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
    );
  }
  const array = arrayAt(place, (v) =>
    badValue(
      `Cannot apply $addToSet to non-array field. Field named '${place.name}' has non-array type ${typeName(v)}`,
    ),
  );
  for (const item of each ?? [operand]) if (!array.some((element) => equal(element, item))) array.push(item);
};

const pop: UpdateOperator = (place, operand) => {
  const end = isNumeric(operand) ? toNumber(operand) : NaN;
  if (end !== 1 && end !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${show(operand)}`);
  const array = place.value;
  if (array === undefined) return;
  if (!Array.isArray(array)) {
    throw typeMismatch(`Path '${place.path}' contains an element of non-array type '${typeName(array)}'`);
  }
  if (end === 1) array.pop();
  else array.shift();
};

function pullTest(operand: Value, { query }: UpdateContext): Test {
  if (isOperatorDoc(operand)) return compileElementMatch(operand, query);
  if (isDoc(operand)) {
    const matches = compileMatch(operand, query);
    return (v) => isDoc(v) && matches(v);
  }
  if (operand instanceof BSONRegExp) {
    const matches = compileMatch({ e: operand });
    return (v) => !Array.isArray(v) && matches({ e: v });
  }
  return (v) => equal(v, operand);
}

function removeWhere(place: Place, operator: string, removed: Test): void {
  const array = place.value;
  if (array === undefined) return;
  if (!Array.isArray(array)) throw badValue(`Cannot apply ${operator} to a non-array value`);
  const kept = array.filter((element) => !removed(element));
  if (kept.length !== array.length) place.set(kept);
}

const pull: UpdateOperator = (place, operand, context) =>
  removeWhere(place, "$pull", pullTest(operand, context));

const pullAll: UpdateOperator = (place, operand) => {
  if (!Array.isArray(operand))
    throw badValue(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  removeWhere(place, "$pullAll", (element) => operand.some((v: Value) => equal(element, v)));
};

/** Operators on arrays. */
export const ARRAY_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
