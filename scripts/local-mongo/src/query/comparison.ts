import { BSONRegExp, Decimal128, ObjectId } from "bson";
import { badValue } from "../errors";
import { isNumeric, toNumber } from "../bson/value";
import type { Value } from "../bson/value";
import { compare } from "../keys/compare";
import { RANK, encodeKey, keyText, rankOf } from "../keys/encode";
import { compileRegex } from "./regex";
import type { Test } from "./path";

/** Tests equality with `wanted`: null equals missing, numbers equal across their types. */
export function equalTo(wanted: Value, collator?: Intl.Collator): Test {
  if (typeof wanted === "string") {
    if (collator) return (v) => typeof v === "string" && collator.compare(v, wanted) === 0;
    return (v) => v === wanted || (rankOf(v) === RANK.string && compare(v, wanted) === 0);
  }
  if (typeof wanted === "boolean") return (v) => v === wanted;
  if (wanted === null || wanted === undefined) return (v) => v === null || v === undefined;
  if (wanted instanceof ObjectId) return (v) => v instanceof ObjectId && v.equals(wanted);
  if (wanted instanceof Date) {
    const time = wanted.getTime();
    return (v) => v instanceof Date && v.getTime() === time;
  }
  if (isNumeric(wanted)) return equalToNumber(wanted);
  const rank = rankOf(wanted);
  const key = encodeKey(wanted);
  return (v) => v !== undefined && rankOf(v) === rank && key.equals(encodeKey(v));
}

function equalToNumber(wanted: Value): Test {
  const n = toNumber(wanted);
  if (Number.isNaN(n)) return (v) => isNumeric(v) && Number.isNaN(toNumber(v));
  const exact = wanted instanceof Decimal128 || !Number.isSafeInteger(n);
  return (v) => {
    if (typeof v === "number" && !exact) return v === n;
    return isNumeric(v) && compare(v, wanted) === 0;
  };
}

function isNaNNumber(v: Value): boolean {
  return isNumeric(v) && Number.isNaN(toNumber(v));
}

/** Tests `v <op> bound` within the type of `bound`: a number is never less than a string. */
export function ordered(bound: Value, holds: (order: number) => boolean, collator?: Intl.Collator): Test {
  if (bound instanceof BSONRegExp) throw badValue("Can't have RegEx as arg to predicate over field.");
  if (typeof bound === "string" && collator) {
    return (v) => typeof v === "string" && holds(collator.compare(v, bound));
  }
  const rank = rankOf(bound);
  if (rank === RANK.null) return (v) => (v === null || v === undefined) && holds(0);
  if (rank === RANK.minKey || rank === RANK.maxKey) return (v) => v !== undefined && holds(compare(v, bound));
  if (isNaNNumber(bound)) return (v) => isNaNNumber(v) && holds(0);
  if (typeof bound === "number") {
    return (v) => {
      if (typeof v === "number") return v === v && holds(v - bound);
      return isNumeric(v) && !isNaNNumber(v) && holds(compare(v, bound));
    };
  }
  return (v) => v !== undefined && rankOf(v) === rank && !isNaNNumber(v) && holds(compare(v, bound));
}

/** Tests text against a pattern; a stored pattern matches the pattern equal to it. */
export function matchesRegex(pattern: RegExp, stored?: BSONRegExp): Test {
  return (v) => {
    if (typeof v === "string") return pattern.test(v);
    if (!stored || !(v instanceof BSONRegExp)) return false;
    return v.pattern === stored.pattern && v.options === stored.options;
  };
}

/** Tests membership in the list of `$in`, whose patterns match and whose null equals missing. */
export function oneOf(list: readonly Value[], collator?: Intl.Collator): Test {
  const keys = new Set(list.map((v) => keyText(v ?? null)));
  const tests: Test[] = [];
  for (const v of list) {
    if (v instanceof BSONRegExp) tests.push(matchesRegex(compileRegex(v.pattern, v.options), v));
    else if (collator && typeof v === "string") tests.push(equalTo(v, collator));
  }
  return (v) => keys.has(keyText(v ?? null)) || tests.some((test) => test(v));
}
