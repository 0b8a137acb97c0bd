import { Long, Timestamp } from "bson";
import { MongoError, badValue, failedToParse, typeMismatch } from "../errors";
import { arithmetic, toBigInt, widthOf, WIDTH } from "../bson/numbers";
import { isDoc, isLong, isNumeric, typeName } from "../bson/value";
import type { Doc, Numeric, Value } from "../bson/value";
import { show } from "../bson/show";
import { compare } from "../keys/compare";
import { splitPath } from "../query/path";
import type { UpdateOperator } from "./operator";
import { Place } from "./place";

function idOf(doc: Doc): string {
  return `{_id: ${show(doc["_id"])}}`;
}

function arithmeticOperator(operator: "$inc" | "$mul"): UpdateOperator {
  const verb = operator === "$inc" ? "increment" : "multiply";
  return (place, operand) => {
    if (!isNumeric(operand)) {
      throw typeMismatch(`Cannot ${verb} with non-numeric argument: {${place.path}: ${show(operand)}}`);
    }
    const current = place.value;
    if (current === undefined) return place.set(operator === "$inc" ? operand : zeroLike(operand));
    if (!isNumeric(current)) {
      throw typeMismatch(
        `Cannot apply ${operator} to a value of non-numeric type. ${idOf(place.doc)} has the field '${place.name}' of non-numeric type ${typeName(current)}`,
      );
    }
    place.set(calculated(operator, current, operand, place));
  };
}

function calculated(operator: "$inc" | "$mul", current: Numeric, operand: Numeric, place: Place): Numeric {
  try {
    return arithmetic(current, operand, operator === "$inc" ? "+" : "*", "error");
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw badValue(
      `Failed to apply ${operator} operations to current value ((NumberLong)${show(current)}) for document ${idOf(place.doc)}`,
    );
  }
}

/** Zero in the type of a number: what `$mul` makes of a missing field. */
function zeroLike(v: Numeric): Numeric {
  return arithmetic(v, 0, "*");
}

const currentDate: UpdateOperator = (place, operand, { now }) => {
  const type = isDoc(operand) ? operand["$type"] : operand === true || operand === false ? "date" : undefined;
  if (isDoc(operand) && (Object.keys(operand).length !== 1 || operand["$type"] === undefined)) {
    throw badValue(`Unrecognized $currentDate option: ${Object.keys(operand)[0] ?? ""}`);
  }
  if (type === "date") place.set(new Date(now));
  else if (type === "timestamp") place.set(new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
  else {
    throw badValue(
      isDoc(operand)
        ? "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}"
        : `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
};

const rename: UpdateOperator = (place, operand) => {
  const value = place.value;
  if (value === undefined) return;
  for (const path of [place.parts, splitPath(String(operand))]) refuseArraysOnTheWay(place.doc, path);
  place.unset();
  new Place(place.doc, splitPath(String(operand))).set(value);
};

function refuseArraysOnTheWay(doc: Doc, parts: readonly string[]): void {
  for (let i = 1; i < parts.length; i++) {
    const holder = new Place(doc, parts.slice(0, i)).value;
    if (Array.isArray(holder)) {
      throw badValue(
        `The source and target field for $rename must not be array elements, '${parts.join(".")}' in doc with ${idOf(doc)} has an array field called '${parts[i - 1]}'`,
      );
    }
  }
}

const bit: UpdateOperator = (place, operand) => {
  if (!isDoc(operand)) {
    throw badValue(
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  const current = place.value ?? 0;
  if (!isNumeric(current) || widthOf(current) > WIDTH.long) {
    throw badValue(
      `Cannot apply $bit to a value of non-integral type.${idOf(place.doc)} has the field ${place.name} of non-integer type ${typeName(current)}`,
    );
  }
  let bits = toBigInt(current);
  let wide = isLong(current);
  for (const name of Object.keys(operand)) {
    const mask = operand[name];
    if (!isNumeric(mask) || widthOf(mask) > WIDTH.long) {
      throw badValue(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here: {${name}: ${show(mask)}}`,
      );
    }
    wide ||= isLong(mask);
    if (name === "and") bits &= toBigInt(mask);
    else if (name === "or") bits |= toBigInt(mask);
    else if (name === "xor") bits ^= toBigInt(mask);
    else
      throw badValue(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${show(mask)}}`,
      );
  }
  place.set(wide ? Long.fromBigInt(BigInt.asIntN(64, bits)) : Number(BigInt.asIntN(32, bits)));
};

function extremum(better: (order: number) => boolean): UpdateOperator {
  return (place, operand) => {
    const current = place.value;
    if (current === undefined || better(compare(operand, current))) place.set(operand);
  };
}

/** Operators on single fields. */
export const FIELD_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: (place, operand) => place.set(operand),
  $setOnInsert: (place, operand, { inserting }) => {
    if (inserting) place.set(operand);
  },
  $unset: (place) => place.unset(),
  $inc: arithmeticOperator("$inc"),
  $mul: arithmeticOperator("$mul"),
  $min: extremum((order) => order < 0),
  $max: extremum((order) => order > 0),
  $currentDate: currentDate,
  $rename: rename,
  $bit: bit,
};

/** @throws MongoError 9 or 2 when the target of a `$rename` is no path */
export function renameTarget(path: string, target: Value): string {
  if (typeof target !== "string")
    throw badValue(`The 'to' field for $rename must be a string: ${path}: ${show(target)}`);
  if (target === "") throw new MongoError(56, "An empty update path is not valid.");
  if (target === path)
    throw badValue(`The source and target field for $rename must differ: ${path}: "${target}"`);
  if (`${path}.${target}`.split(".").some((part) => part.startsWith("$"))) {
    throw failedToParse(`The source and target field for $rename may not be dynamic: ${path}`);
  }
  return target;
}
