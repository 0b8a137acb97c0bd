import { MongoError } from "../errors";
import { isDoc, isNullish, isNumeric, isTruthy, toNumber, typeName } from "../bson/value";
import type { Value } from "../bson/value";
import { namedOperands } from "./arguments";
import { checkVariableName } from "./scope";
import type { Operator, Operators, Scope } from "./scope";

const letOperator: Operator = (operand, scope) => {
  const { vars, in: body } = namedOperands("$let", operand, ["vars", "in"]);
  if (!isDoc(vars)) throw new MongoError(10065, "invalid parameter: expected an object (vars)");
  let inner: Scope = scope;
  const bindings = Object.keys(vars).map((name) => {
    checkVariableName(name);
    const value = scope.compile(vars[name]);
    const bound = inner.bind(name);
    inner = bound.scope;
    return { value, set: bound.set };
  });
  const result = inner.compile(body);
  return (root) => {
    const values = bindings.map(({ value }) => value(root));
    bindings.forEach(({ set }, i) => set(values[i]));
    return result(root);
  };
};

function variableName(v: Value, otherwise: string): string {
  if (v === undefined) return otherwise;
  if (typeof v !== "string") throw new MongoError(16866, "the 'as' field must be a string");
  checkVariableName(v);
  return v;
}

const map: Operator = (operand, scope) => {
  const { input, as, in: body } = namedOperands("$map", operand, ["input", "in"], ["as"]);
  const items = scope.compile(input);
  const bound = scope.bind(variableName(as, "this"));
  const each = bound.scope.compile(body);
  return (root) => {
    const list = items(root);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw new MongoError(16883, `input to $map must be an array not ${typeName(list)}`);
    return list.map((item) => {
      bound.set(item);
      return each(root) ?? null;
    });
  };
};

const filter: Operator = (operand, scope) => {
  const { input, as, cond, limit } = namedOperands("$filter", operand, ["input", "cond"], ["as", "limit"]);
  const items = scope.compile(input);
  const bound = scope.bind(variableName(as, "this"));
  const test = bound.scope.compile(cond);
  const most = limit === undefined ? () => Infinity : scope.compile(limit);
  return (root) => {
    const list = items(root);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw new MongoError(28651, `input to $filter must be an array not ${typeName(list)}`);
    const count = most(root);
    const wanted = isNumeric(count) ? toNumber(count) : Infinity;
    if (wanted < 1) throw new MongoError(327392, `$filter: limit must be greater than 0: ${wanted}`);
    const kept: Value[] = [];
    for (const item of list) {
      if (kept.length >= wanted) break;
      bound.set(item);
      if (isTruthy(test(root))) kept.push(item);
    }
    return kept;
  };
};

const reduce: Operator = (operand, scope) => {
  const {
    input,
    initialValue,
    in: body,
  } = namedOperands("$reduce", operand, ["input", "initialValue", "in"]);
  const items = scope.compile(input);
  const initial = scope.compile(initialValue);
  const item = scope.bind("this");
  const value = item.scope.bind("value");
  const each = value.scope.compile(body);
  return (root) => {
    const list = items(root);
    if (isNullish(list)) return null;
    if (!Array.isArray(list))
      throw new MongoError(40080, `$reduce requires that 'input' be an array, found: ${typeName(list)}`);
    let result = initial(root);
    for (const v of list) {
      item.set(v);
      value.set(result);
      result = each(root);
    }
    return result;
  };
};

/** Operators that give names to values. */
export const BINDING_OPERATORS: Operators = {
  $let: letOperator,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $literal: (operand) => () => operand,
};
