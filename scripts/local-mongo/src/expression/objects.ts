import { Binary } from "bson";
import { MongoError } from "../errors";
import { encode } from "../bson/encode";
import { getField, isDoc, isNullish, setField, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { argumentList, namedOperands, unary } from "./arguments";
import type { Operator, Operators } from "./scope";

const mergeObjects: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  return (root) => {
    const values = args.map((argument) => argument(root));
    const [only] = values;
    return merged(values.length === 1 && Array.isArray(only) ? only : values);
  };
};

/** The fields of all documents, later ones winning. @throws MongoError 40400 for what is no document */
export function merged(values: readonly Value[]): Doc {
  const out: Doc = {};
  for (const v of values) {
    if (isNullish(v)) continue;
    if (!isDoc(v))
      throw new MongoError(
        40400,
        `$mergeObjects requires object inputs, but input ${typeName(v)} is of type ${typeName(v)}`,
      );
    for (const field of Object.keys(v)) setField(out, field, v[field]);
  }
  return out;
}

function objectToArray(v: Value): Value {
  if (isNullish(v)) return null;
  if (!isDoc(v))
    throw new MongoError(40390, `$objectToArray requires a document input, found: ${typeName(v)}`);
  return Object.keys(v).map((k) => ({ k, v: v[k] }));
}

const getFieldOperator: Operator = (operand, scope) => {
  const isNamed = isDoc(operand) && operand["field"] !== undefined;
  const given = isNamed ? namedOperands("$getField", operand, ["field"], ["input"]) : { field: operand };
  const field = scope.compile(given["field"]);
  const input = given["input"] === undefined ? (root: Value) => root : scope.compile(given["input"]);
  return (root) => {
    const name = field(root);
    if (typeof name !== "string") {
      throw new MongoError(
        5654602,
        `$getField requires 'field' to evaluate to type String, but got ${typeName(name)}`,
      );
    }
    const doc = input(root);
    return isDoc(doc)
      ? getField(doc, name)
      : isNullish(doc)
        ? doc === undefined
          ? undefined
          : null
        : undefined;
  };
};

const setFieldOperator: Operator = (operand, scope) => {
  const { field, input, value } = namedOperands("$setField", operand, ["field", "input", "value"]);
  return setting("$setField", scope.compile(field), scope.compile(input), scope.compile(value));
};

const unsetFieldOperator: Operator = (operand, scope) => {
  const { field, input } = namedOperands("$unsetField", operand, ["field", "input"]);
  return setting("$unsetField", scope.compile(field), scope.compile(input), () => undefined);
};

function setting(
  name: string,
  field: (root: Value) => Value,
  input: (root: Value) => Value,
  value: (root: Value) => Value,
) {
  return (root: Value): Value => {
    const doc = input(root);
    if (isNullish(doc)) return null;
    if (!isDoc(doc)) throw new MongoError(4161105, `${name} requires 'input' to evaluate to type Object`);
    const key = field(root);
    if (typeof key !== "string")
      throw new MongoError(4161107, `${name} requires 'field' to evaluate to type String`);
    const out: Doc = { ...doc };
    const v = value(root);
    if (v === undefined) delete out[key];
    else setField(out, key, v);
    return out;
  };
}

export const OBJECT_OPERATORS: Operators = {
  $mergeObjects: mergeObjects,
  $objectToArray: unary("$objectToArray", objectToArray),
  $getField: getFieldOperator,
  $setField: setFieldOperator,
  $unsetField: unsetFieldOperator,
  $bsonSize: unary("$bsonSize", (v) => {
    if (isNullish(v)) return null;
    if (!isDoc(v)) throw new MongoError(31393, `$bsonSize requires a document input, found: ${typeName(v)}`);
    return encode(v).length;
  }),
  $binarySize: unary("$binarySize", (v) => {
    if (isNullish(v)) return null;
    if (typeof v === "string") return Buffer.byteLength(v);
    if (v instanceof Binary) return v.position;
    throw new MongoError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(v)}`);
  }),
};
