import { Binary } from "bson";
import { badValue, failedToParse } from "../errors";
import { entryOf, isLong, isNumeric, toNumber } from "../bson/value";
import type { Value } from "../bson/value";
import type { Test } from "./path";

function bitsOfBinary(v: Binary): bigint {
  let bits = 0n;
  for (let i = 0; i < v.position; i++) bits |= BigInt(v.buffer[i] ?? 0) << BigInt(8 * i);
  return bits;
}

/** The bits of a stored value; undefined when it has none (fractions, text, too large). */
function bitsOf(v: Value): bigint | undefined {
  if (v instanceof Binary) return bitsOfBinary(v);
  if (!isNumeric(v)) return undefined;
  if (isLong(v)) return BigInt.asUintN(64, v.toBigInt());
  const n = toNumber(v);
  if (!Number.isInteger(n) || Math.abs(n) > 2 ** 63) return undefined;
  return BigInt.asUintN(64, BigInt(n));
}

function mask(operator: string, operand: Value): bigint {
  if (Array.isArray(operand)) {
    let bits = 0n;
    for (const position of operand) {
      const n = isNumeric(position) ? toNumber(position) : NaN;
      if (!Number.isInteger(n) || n < 0) throw badValue("bit positions must be an integer >= 0");
      bits |= 1n << BigInt(n);
    }
    return bits;
  }
  const bits = bitsOf(operand);
  if (bits === undefined || (isNumeric(operand) && toNumber(operand) < 0)) {
    throw failedToParse(`${operator} takes an Array, a number, or a BinData`);
  }
  return bits;
}

const HOLDS: Readonly<Record<string, (bits: bigint, mask: bigint) => boolean>> = {
  $bitsAllSet: (bits, m) => (bits & m) === m,
  $bitsAllClear: (bits, m) => (bits & m) === 0n,
  $bitsAnySet: (bits, m) => (bits & m) !== 0n,
  $bitsAnyClear: (bits, m) => (bits & m) !== m,
};

/** The test of a `$bits…` operator; undefined when the operator is not one. */
export function bitTest(operator: string, operand: Value): Test | undefined {
  const holds = entryOf(HOLDS, operator);
  if (!holds) return undefined;
  const wanted = mask(operator, operand);
  return (v) => {
    const bits = bitsOf(v);
    return bits !== undefined && holds(bits, wanted);
  };
}
