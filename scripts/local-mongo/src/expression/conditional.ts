import { MongoError } from "../errors";
import { isDoc, isNullish, isTruthy } from "../bson/value";
import type { Value } from "../bson/value";
import { argumentList, namedOperands, unary } from "./arguments";
import type { Expression, Operator, Operators, Scope } from "./scope";

const cond: Operator = (operand, scope) => {
  let specs: Value[];
  if (isDoc(operand)) {
    for (const field of Object.keys(operand)) {
      if (!["if", "then", "else"].includes(field))
        throw new MongoError(17083, `Unrecognized parameter to $cond: ${field}`);
    }
    const { if: test, then: yes, else: no } = operand;
    if (test === undefined) throw new MongoError(17080, "Missing 'if' parameter to $cond");
    if (yes === undefined) throw new MongoError(17080, "Missing 'then' parameter to $cond");
    if (no === undefined) throw new MongoError(17080, "Missing 'else' parameter to $cond");
    specs = [test, yes, no];
  } else if (Array.isArray(operand) && operand.length === 3) specs = operand;
  else {
    const count = Array.isArray(operand) ? operand.length : 1;
    throw new MongoError(16020, `Expression $cond takes exactly 3 arguments. ${count} were passed in.`);
  }
  const [test, yes, no] = specs.map((spec) => scope.compile(spec));
  return (root) => (isTruthy(test?.(root)) ? yes?.(root) : no?.(root));
};

const ifNull: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  if (args.length < 2)
    throw new MongoError(1257300, `$ifNull needs at least two arguments, had: ${args.length}`);
  const last = args.at(-1);
  return (root) => {
    for (const argument of args) {
      const v = argument(root);
      if (!isNullish(v) || argument === last) return v;
    }
    return undefined;
  };
};

function branchOf(spec: Value, scope: Scope): readonly [Expression, Expression] {
  if (!isDoc(spec)) throw new MongoError(40062, "$switch expected each branch to be an object");
  const { case: test, then } = spec;
  if (test === undefined)
    throw new MongoError(40066, "$switch requires each branch have a 'case' expression");
  if (then === undefined)
    throw new MongoError(40067, "$switch requires each branch have a 'then' expression.");
  return [scope.compile(test), scope.compile(then)];
}

const switchOperator: Operator = (operand, scope) => {
  const { branches, default: otherwise } = namedOperands("$switch", operand, [], ["branches", "default"]);
  if (!Array.isArray(branches)) throw new MongoError(40061, "$switch expected an array for 'branches'");
  if (branches.length === 0) throw new MongoError(40068, "$switch requires at least one branch.");
  const compiled = branches.map((branch) => branchOf(branch, scope));
  const fallback = otherwise === undefined ? undefined : scope.compile(otherwise);
  return (root) => {
    for (const [test, then] of compiled) if (isTruthy(test(root))) return then(root);
    if (fallback) return fallback(root);
    throw new MongoError(
      40066,
      "$switch could not find a matching branch for an input, and no default was specified.",
    );
  };
};

const and: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  return (root) => args.every((argument) => isTruthy(argument(root)));
};

const or: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  return (root) => args.some((argument) => isTruthy(argument(root)));
};

export const CONDITIONAL_OPERATORS: Operators = {
  $and: and,
  $or: or,
  $not: unary("$not", (v) => !isTruthy(v)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOperator,
};
