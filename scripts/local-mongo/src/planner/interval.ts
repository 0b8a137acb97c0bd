import { RANK, encodeKey, rankOf } from "../keys/encode";
import { EXACT_KEY_BYTES, after } from "../store/keyspace";
import type { Value } from "../bson/value";

/** A range of encoded values; `…Inclusive` means everything that begins with the bound as well. */
export interface Interval {
  low: Buffer;
  lowInclusive: boolean;
  high: Buffer;
  highInclusive: boolean;
}

const BRACKET = 0x0f;

/** The first number after NaN, which sorts below every number but is less than none. */
const AFTER_NAN = Buffer.concat([Buffer.from([RANK.number]), Buffer.alloc(8), Buffer.from([1])]);

/** All values of one type: comparisons never leave the type of their bound. */
export function bracket(rank: number): Interval {
  return {
    low: rank === RANK.number ? AFTER_NAN : Buffer.from([rank]),
    lowInclusive: true,
    high: Buffer.from([rank + BRACKET]),
    highInclusive: false,
  };
}

/** Everything an index can hold. */
export const EVERYTHING: Interval = {
  low: Buffer.from([0]),
  lowInclusive: true,
  high: Buffer.from([0xff]),
  highInclusive: true,
};

/** The values that `{$gt | $gte | $lt | $lte: bound}` selects. */
export function comparison(operator: string, bound: Value): Interval {
  const key = encodeKey(bound);
  const all = bracket(rankOf(bound));
  switch (operator) {
    case "$gt":
      return { ...all, low: key, lowInclusive: false };
    case "$gte":
      return { ...all, low: key, lowInclusive: true };
    case "$lt":
      return { ...all, high: key, highInclusive: false };
    default:
      return { ...all, high: key, highInclusive: true };
  }
}

/** All strings that begin with `text`. */
export function beginningWith(text: string): Interval {
  const key = encodeKey(text).subarray(0, -2);
  return { low: key, lowInclusive: true, high: key, highInclusive: true };
}

/** What both intervals hold, or a little more where a bound is the beginning of another. */
export function intersect(a: Interval, b: Interval): Interval {
  const low = Buffer.compare(a.low, b.low);
  const high = Buffer.compare(a.high, b.high);
  return {
    low: low >= 0 ? a.low : b.low,
    lowInclusive: low === 0 ? a.lowInclusive && b.lowInclusive : low > 0 ? a.lowInclusive : b.lowInclusive,
    high: high <= 0 ? a.high : b.high,
    highInclusive:
      high === 0 ? a.highInclusive && b.highInclusive : high < 0 ? a.highInclusive : b.highInclusive,
  };
}

export function inverted(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = ~(bytes[i] ?? 0) & 0xff;
  return out;
}

export function isExact(interval: Interval): boolean {
  return interval.low.length <= EXACT_KEY_BYTES && interval.high.length <= EXACT_KEY_BYTES;
}

/**
 * The bytes between which an interval lies in an index field.
 * @returns first key (inclusive) and end (exclusive); bounds too long for a key are cut, which only widens them
 */
export function byteRange(interval: Interval, direction: number, room: number): readonly [Buffer, Buffer] {
  let { low, lowInclusive, high, highInclusive } = interval;
  if (low.length > room) [low, lowInclusive] = [low.subarray(0, room), true];
  if (high.length > room) [high, highInclusive] = [high.subarray(0, room), true];
  if (direction > 0) {
    return [lowInclusive ? low : after(low), highInclusive ? after(high) : high];
  }
  const [first, end] = [inverted(high), inverted(low)];
  return [highInclusive ? first : after(first), lowInclusive ? after(end) : end];
}
