import { badValue, failedToParse, typeMismatch } from "../errors";
import { TYPE, isNumeric, toNumber, typeOf } from "../bson/value";
import type { Value } from "../bson/value";
import type { Test } from "./path";

const ALIASES: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...Object.entries(TYPE)
    .filter(([name]) => name !== "missing")
    .map(([name, number]): [string, readonly number[]] => [name, [number]]),
  ["undefined", [6]],
  ["dbPointer", [12]],
  ["number", [TYPE.double, TYPE.int, TYPE.long, TYPE.decimal]],
]);

const NUMBERS = new Set([...ALIASES.values()].flat());

/** The BSON type numbers that a type name, alias or number stands for. */
export function typeNumbers(type: Value): readonly number[] {
  if (typeof type === "string") {
    const numbers = ALIASES.get(type);
    if (!numbers) throw badValue(`Unknown type name alias: ${type}`);
    return numbers;
  }
  if (!isNumeric(type)) throw typeMismatch("type must be represented as a number or a string");
  const n = toNumber(type);
  if (!NUMBERS.has(n)) throw badValue(`Invalid numerical type code: ${n}`);
  return [n];
}

/** Tests for any of the types that `$type` lists. */
export function hasType(operand: Value): Test {
  const list = Array.isArray(operand) ? operand : [operand];
  if (list.length === 0) throw failedToParse("$type must match at least one type");
  const numbers = new Set(list.flatMap(typeNumbers));
  return (v) => numbers.has(typeOf(v));
}
