import { failedToParse, typeMismatch } from "../errors";
import { entryOf, getField, isDoc, isNumeric, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { equal } from "../keys/compare";
import { keyText } from "../keys/encode";
import type { Test } from "./path";
import { compileRegex } from "./regex";
import { hasType } from "./types";

/** JSON names of `type` and the BSON aliases they mean. */
const JSON_TYPES: Readonly<Record<string, string>> = {
  object: "object",
  array: "array",
  number: "number",
  boolean: "bool",
  string: "string",
  null: "null",
};

type Keyword = (operand: Value, schema: Doc) => Test | undefined;

const every =
  (tests: readonly Test[]): Test =>
  (v) =>
    tests.every((test) => test(v));

function jsonType(operand: Value): Test {
  const names = Array.isArray(operand) ? operand : [operand];
  return hasType(
    names.map((name) => {
      const alias = typeof name === "string" ? entryOf(JSON_TYPES, name) : undefined;
      if (alias === undefined) throw failedToParse(`Unknown type name alias: ${String(name)}`);
      return alias;
    }),
  );
}

function limit(
  operand: Value,
  applies: (v: Value) => number | undefined,
  holds: (size: number, bound: number) => boolean,
): Test {
  if (!isNumeric(operand)) throw typeMismatch("$jsonSchema keyword must be a number");
  const bound = toNumber(operand);
  return (v) => {
    const measured = applies(v);
    return measured === undefined || holds(measured, bound);
  };
}

const amount = (v: Value): number | undefined => (isNumeric(v) ? toNumber(v) : undefined);
const textLength = (v: Value): number | undefined => (typeof v === "string" ? [...v].length : undefined);
const itemCount = (v: Value): number | undefined => (Array.isArray(v) ? v.length : undefined);
const fieldCount = (v: Value): number | undefined => (isDoc(v) ? Object.keys(v).length : undefined);
const atLeast = (size: number, bound: number): boolean => size >= bound;
const atMost = (size: number, bound: number): boolean => size <= bound;

function required(operand: Value): Test {
  if (!Array.isArray(operand)) throw typeMismatch("$jsonSchema keyword 'required' must be an array");
  const names = operand.map(String);
  return (v) => !isDoc(v) || names.every((name) => getField(v, name) !== undefined);
}

function properties(operand: Value): Test {
  if (!isDoc(operand)) throw typeMismatch("$jsonSchema keyword 'properties' must be an object");
  const tests = Object.keys(operand).map((name): [string, Test] => [name, valueSchema(operand[name])]);
  return (v) =>
    !isDoc(v) ||
    tests.every(([name, test]) => {
      const value = getField(v, name);
      return value === undefined || test(value);
    });
}

function additionalProperties(operand: Value, schema: Doc): Test | undefined {
  if (operand === true) return undefined;
  const known = isDoc(schema["properties"]) ? new Set(Object.keys(schema["properties"])) : new Set<string>();
  const patterns = isDoc(schema["patternProperties"])
    ? Object.keys(schema["patternProperties"]).map((pattern) => compileRegex(pattern, ""))
    : [];
  const test = isDoc(operand) ? valueSchema(operand) : () => false;
  const isKnown = (name: string): boolean =>
    known.has(name) || patterns.some((pattern) => pattern.test(name));
  return (v) => !isDoc(v) || Object.keys(v).every((name) => isKnown(name) || test(v[name]));
}

function patternProperties(operand: Value): Test {
  if (!isDoc(operand)) throw typeMismatch("$jsonSchema keyword 'patternProperties' must be an object");
  const tests = Object.keys(operand).map((p): [RegExp, Test] => [
    compileRegex(p, ""),
    valueSchema(operand[p]),
  ]);
  return (v) =>
    !isDoc(v) ||
    Object.keys(v).every((name) => tests.every(([pattern, test]) => !pattern.test(name) || test(v[name])));
}

function items(operand: Value): Test {
  if (Array.isArray(operand)) {
    const tests = operand.map(valueSchema);
    return (v) => !Array.isArray(v) || tests.every((test, i) => i >= v.length || test(v[i]));
  }
  const test = valueSchema(operand);
  return (v) => !Array.isArray(v) || v.every(test);
}

function schemas(operand: Value): Test[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw typeMismatch("$jsonSchema keyword must be a non-empty array");
  }
  return operand.map(valueSchema);
}

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  bsonType: (operand) => hasType(operand),
  type: jsonType,
  enum: (operand) => {
    if (!Array.isArray(operand)) throw typeMismatch("$jsonSchema keyword 'enum' must be an array");
    return (v) => operand.some((allowed) => equal(allowed, v));
  },
  minimum: (operand, schema) =>
    limit(operand, amount, schema["exclusiveMinimum"] === true ? (size, bound) => size > bound : atLeast),
  maximum: (operand, schema) =>
    limit(operand, amount, schema["exclusiveMaximum"] === true ? (size, bound) => size < bound : atMost),
  multipleOf: (operand) => limit(operand, amount, (size, bound) => size % bound === 0),
  minLength: (operand) => limit(operand, textLength, atLeast),
  maxLength: (operand) => limit(operand, textLength, atMost),
  minItems: (operand) => limit(operand, itemCount, atLeast),
  maxItems: (operand) => limit(operand, itemCount, atMost),
  minProperties: (operand) => limit(operand, fieldCount, atLeast),
  maxProperties: (operand) => limit(operand, fieldCount, atMost),
  pattern: (operand) => {
    const pattern = compileRegex(String(operand), "");
    return (v) => typeof v !== "string" || pattern.test(v);
  },
  uniqueItems: (operand) =>
    operand === true ? (v) => !Array.isArray(v) || new Set(v.map(keyText)).size === v.length : undefined,
  required,
  properties,
  additionalProperties,
  patternProperties,
  items,
  allOf: (operand) => every(schemas(operand)),
  anyOf: (operand) => {
    const tests = schemas(operand);
    return (v) => tests.some((test) => test(v));
  },
  oneOf: (operand) => {
    const tests = schemas(operand);
    return (v) => tests.filter((test) => test(v)).length === 1;
  },
  not: (operand) => {
    const test = valueSchema(operand);
    return (v) => !test(v);
  },
  exclusiveMinimum: () => undefined,
  exclusiveMaximum: () => undefined,
  title: () => undefined,
  description: () => undefined,
};

function valueSchema(schema: Value): Test {
  if (!isDoc(schema)) throw typeMismatch("$jsonSchema must be an object");
  const tests: Test[] = [];
  for (const name of Object.keys(schema)) {
    const keyword = entryOf(KEYWORDS, name);
    if (!keyword) throw failedToParse(`Unknown $jsonSchema keyword: ${name}`);
    const test = keyword(schema[name], schema);
    if (test) tests.push(test);
  }
  return every(tests);
}

/**
 * Compiles `$jsonSchema` with the keywords of JSON Schema draft 4 that MongoDB has, `dependencies` excepted.
 * @throws MongoError 9 for a keyword that is unknown
 */
export function jsonSchema(schema: Value): (doc: Doc) => boolean {
  return valueSchema(schema);
}
