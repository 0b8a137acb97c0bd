import { Long } from "bson";
import { MongoError } from "../errors";
import { WIDTH, toBigInt, widthOf } from "../bson/numbers";
import { isNullish, isNumeric, toNumber, typeName } from "../bson/value";
import type { Numeric, Value } from "../bson/value";
import { argumentList, unary } from "./arguments";
import type { Operator, Operators } from "./scope";

function whole(name: string, v: Value): Numeric {
  if (isNumeric(v) && widthOf(v) <= WIDTH.long) return v;
  throw new MongoError(14, `${name} only supports int and long operands, not ${typeName(v)}`);
}

/** Combines int and long operands bit by bit: int64 as soon as one of them is. */
function combining(name: string, start: bigint, step: (a: bigint, b: bigint) => bigint): Operator {
  return (operand, scope) => {
    const args = argumentList(operand, scope);
    return (root) => {
      let bits = start;
      let isLong = false;
      for (const argument of args) {
        const v = argument(root);
        if (isNullish(v)) return null;
        const n = whole(name, v);
        isLong ||= widthOf(n) === WIDTH.long;
        bits = step(bits, toBigInt(n));
      }
      return isLong ? Long.fromBigInt(BigInt.asIntN(64, bits)) : Number(BigInt.asIntN(32, bits));
    };
  };
}

function inverted(v: Value): Value {
  if (isNullish(v)) return null;
  const n = whole("$bitNot", v);
  return widthOf(n) === WIDTH.long ? Long.fromBigInt(~toBigInt(n)) : ~toNumber(n);
}

export const BIT_OPERATORS: Operators = {
  $bitAnd: combining("$bitAnd", -1n, (a, b) => a & b),
  $bitOr: combining("$bitOr", 0n, (a, b) => a | b),
  $bitXor: combining("$bitXor", 0n, (a, b) => a ^ b),
  $bitNot: unary("$bitNot", inverted),
};
