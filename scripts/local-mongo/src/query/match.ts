import { MongoError, badValue } from "../errors";
import { isDoc, isTruthy } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { QueryContext } from "./context";
import { jsonSchema } from "./jsonSchema";
import { isOperatorDoc, isReferenceField } from "./operatorDoc";
import { conditionOf, literalCondition } from "./operators";
import type { Condition } from "./operators";
import { anyAtPath, splitPath } from "./path";
import type { DocTest, Leaf, Test } from "./path";

/** Turns a condition on a value into a test of whatever holds the value. */
type Lift<T> = (condition: Condition) => (holder: T) => boolean;

function all<T>(tests: readonly ((v: T) => boolean)[]): (v: T) => boolean {
  const [first, second] = tests;
  if (!first) return () => true;
  if (!second) return first;
  return (v) => tests.every((test) => test(v));
}

/** Tries a value and, when the condition opens arrays, its elements. */
function opened({ test, opensArrays }: Condition): Leaf {
  if (!opensArrays) return test;
  return (v, isNamedElement) => test(v) || (!isNamedElement && Array.isArray(v) && v.some(test));
}

function liftToPath(path: string): Lift<Doc> {
  const parts = splitPath(path);
  return (condition) => {
    const leaf = opened(condition);
    if (condition.negated) return (doc) => !anyAtPath(doc, parts, leaf);
    return (doc) => anyAtPath(doc, parts, leaf);
  };
}

const liftToElement: Lift<Value> = ({ test, negated }) => (negated ? (v) => !test(v) : test);

function elementTest(operand: Value, context: QueryContext): Test {
  if (!isDoc(operand)) throw badValue("$elemMatch needs an Object");
  if (isOperatorDoc(operand) && !LOGICAL.has(Object.keys(operand)[0] ?? "")) {
    return operatorTests(operand, context, liftToElement);
  }
  const matches = compileMatch(operand, context);
  return (v) => (isDoc(v) || Array.isArray(v)) && matches(v as Doc);
}

function allOf<T>(operand: Value, context: QueryContext, lift: Lift<T>): (holder: T) => boolean {
  if (!Array.isArray(operand)) throw badValue("$all needs an array");
  if (operand.length === 0) return () => false;
  const usesElements = isOperatorDoc(operand[0]);
  return all(
    operand.map((wanted) => {
      const nested = isOperatorDoc(wanted) ? wanted["$elemMatch"] : undefined;
      if (usesElements !== (nested !== undefined)) throw badValue("no $ expressions in $all");
      if (nested === undefined) return lift(literalCondition(wanted, context));
      return lift(elementCondition(nested, context));
    }),
  );
}

function elementCondition(operand: Value, context: QueryContext): Condition {
  const test = elementTest(operand, context);
  return { test: (v) => Array.isArray(v) && v.some(test), opensArrays: false, negated: false };
}

function negation<T>(operand: Value, context: QueryContext, lift: Lift<T>): (holder: T) => boolean {
  if (isDoc(operand)) {
    if (Object.keys(operand).length === 0) throw badValue("$not cannot be empty");
    if (!isOperatorDoc(operand)) throw badValue("$not needs a regex or a document");
    const inner = operatorTests(operand, context, lift);
    return (holder) => !inner(holder);
  }
  if (typeof operand !== "object" || operand === null || !("pattern" in operand)) {
    throw badValue("$not needs a regex or a document");
  }
  const inner = lift(literalCondition(operand, context));
  return (holder) => !inner(holder);
}

/** Every operator of `{$gt: 1, $lt: 5}` must hold, each for itself. */
function operatorTests<T>(operators: Doc, context: QueryContext, lift: Lift<T>): (holder: T) => boolean {
  const tests: ((holder: T) => boolean)[] = [];
  for (const operator of Object.keys(operators)) {
    const operand = operators[operator];
    if (operator === "$not") tests.push(negation(operand, context, lift));
    else if (operator === "$all") tests.push(allOf(operand, context, lift));
    else if (operator === "$elemMatch") tests.push(lift(elementCondition(operand, context)));
    else {
      const condition = conditionOf(operator, operand, operators, context);
      if (condition) tests.push(lift(condition));
    }
  }
  return all(tests);
}

const LOGICAL = new Set(["$and", "$or", "$nor", "$expr", "$where", "$jsonSchema", "$comment", "$text"]);

function logical(operator: string, operand: Value, context: QueryContext): DocTest {
  if (!Array.isArray(operand)) throw badValue(`${operator} must be an array`);
  if (operand.length === 0) throw badValue("$and/$or/$nor must be a nonempty array");
  const tests = operand.map((filter) => {
    if (!isDoc(filter)) throw badValue("$or/$and/$nor entries need to be full objects");
    return compileMatch(filter, context);
  });
  if (operator === "$and") return all(tests);
  const anyHolds: DocTest = (doc) => tests.some((test) => test(doc));
  return operator === "$or" ? anyHolds : (doc) => !anyHolds(doc);
}

function topLevel(operator: string, operand: Value, context: QueryContext): DocTest | undefined {
  switch (operator) {
    case "$and":
    case "$or":
    case "$nor":
      return logical(operator, operand, context);
    case "$expr": {
      if (!context.expression) throw new MongoError(224, "$expr is not allowed in this context");
      const value = context.expression(operand);
      return (doc) => isTruthy(value(doc));
    }
    case "$jsonSchema":
      return jsonSchema(operand);
    case "$comment":
      return undefined;
    case "$where":
      throw badValue("no globalScriptEngine in $where parsing");
    case "$text":
      throw new MongoError(27, "text index required for $text query");
    default:
      throw badValue(
        `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

/**
 * Compiles a filter to a test of documents, with MongoDB's matching rules.
 * @throws MongoError when the filter is malformed or uses what is not supported
 */
export function compileMatch(filter: Doc, context: QueryContext = {}): DocTest {
  const tests: DocTest[] = [];
  for (const key of Object.keys(filter)) {
    const operand = filter[key];
    if (key.startsWith("$") && !isReferenceField(key)) {
      const test = topLevel(key, operand, context);
      if (test) tests.push(test);
      continue;
    }
    const lift = liftToPath(key);
    tests.push(
      isOperatorDoc(operand)
        ? operatorTests(operand, context, lift)
        : lift(literalCondition(operand, context)),
    );
  }
  return all(tests);
}

/** Compiles the operand of `$elemMatch` to a test of one element. */
export function compileElementMatch(operand: Value, context: QueryContext): Test {
  return elementTest(operand, context);
}
