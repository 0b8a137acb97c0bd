import { MongoError } from "../errors";
import { isDoc, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import type { Expression, Operator, Scope } from "./scope";

/** The compiled arguments of an operator: an array of them, or one that stands alone. */
export function argumentList(operand: Value, scope: Scope): Expression[] {
  return (Array.isArray(operand) ? operand : [operand]).map((spec) => scope.compile(spec));
}

function checkCount(name: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return;
  if (least === most) {
    throw new MongoError(
      16020,
      `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`,
    );
  }
  throw new MongoError(
    28667,
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`,
  );
}

/** An operator with one argument. */
export function unary(name: string, calculate: (v: Value, scope: Scope) => Value): Operator {
  return (operand, scope) => {
    const args = argumentList(operand, scope);
    checkCount(name, args.length, 1, 1);
    const [argument] = args;
    return (root) => calculate(argument?.(root), scope);
  };
}

export function binary(name: string, calculate: (a: Value, b: Value, scope: Scope) => Value): Operator {
  return (operand, scope) => {
    const args = argumentList(operand, scope);
    checkCount(name, args.length, 2, 2);
    const [first, second] = args;
    return (root) => calculate(first?.(root), second?.(root), scope);
  };
}

/** An operator with a number of arguments between two limits. */
export function nary(
  name: string,
  least: number,
  most: number,
  calculate: (values: Value[], scope: Scope) => Value,
): Operator {
  return (operand, scope) => {
    const args = argumentList(operand, scope);
    checkCount(name, args.length, least, most);
    return (root) =>
      calculate(
        args.map((argument) => argument(root)),
        scope,
      );
  };
}

/**
 * Reads the operand of an operator with named arguments.
 * @throws MongoError when one is unknown or a required one is missing
 */
export function namedOperands(
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[] = [],
): Doc {
  if (!isDoc(operand)) {
    throw new MongoError(40522, `${name} only supports an object as an argument, found ${typeName(operand)}`);
  }
  for (const field of Object.keys(operand)) {
    if (!required.includes(field) && !optional.includes(field)) {
      throw new MongoError(40518, `Unrecognized argument to ${name}: ${field}`);
    }
  }
  for (const field of required) {
    if (operand[field] === undefined)
      throw new MongoError(40523, `Missing '${field}' parameter to ${name}: ${show(operand)}`);
  }
  return operand;
}

/** An operator with named arguments, evaluated before it calculates. */
export function named(
  name: string,
  required: readonly string[],
  optional: readonly string[],
  calculate: (values: Doc, scope: Scope) => Value,
): Operator {
  return (operand, scope) => {
    const given = namedOperands(name, operand, required, optional);
    const compiled = Object.keys(given).map((field): [string, Expression] => [
      field,
      scope.compile(given[field]),
    ]);
    return (root) => {
      const values: Doc = {};
      for (const [field, expression] of compiled) values[field] = expression(root);
      return calculate(values, scope);
    };
  };
}
