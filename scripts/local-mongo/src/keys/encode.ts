import { BSONRegExp, BSONSymbol, Binary, Code, Decimal128, ObjectId, Timestamp } from "bson";
import { compareWithDouble, scientific } from "../bson/decimal";
import type { Scientific } from "../bson/decimal";
import { TYPE, isLong, toNumber, typeOf } from "../bson/value";
import type { Doc, Numeric, Value } from "../bson/value";

/**
 * An encoding of BSON values whose byte order is MongoDB's value order. Comparison, equality, grouping, sort keys
 * and index keys all come from it. Every encoding ends itself, so that encodings can be joined.
 */

/** First byte of an encoding: the place of the type in MongoDB's order. Between ranks there is room for bounds. */
export const RANK = {
  minKey: 0x04,
  undefined: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binData: 0x60,
  objectId: 0x70,
  bool: 0x80,
  date: 0x90,
  timestamp: 0xa0,
  regex: 0xb0,
  code: 0xc0,
  codeWithScope: 0xd0,
  maxKey: 0xf0,
} as const;

const RANK_OF_TYPE = new Map<number, number>([
  [TYPE.missing, RANK.null],
  [TYPE.null, RANK.null],
  [TYPE.double, RANK.number],
  [TYPE.int, RANK.number],
  [TYPE.long, RANK.number],
  [TYPE.decimal, RANK.number],
  [TYPE.string, RANK.string],
  [TYPE.symbol, RANK.string],
  [TYPE.object, RANK.object],
  [TYPE.array, RANK.array],
  [TYPE.binData, RANK.binData],
  [TYPE.objectId, RANK.objectId],
  [TYPE.bool, RANK.bool],
  [TYPE.date, RANK.date],
  [TYPE.timestamp, RANK.timestamp],
  [TYPE.regex, RANK.regex],
  [TYPE.javascript, RANK.code],
  [TYPE.javascriptWithScope, RANK.codeWithScope],
  [TYPE.minKey, RANK.minKey],
  [TYPE.maxKey, RANK.maxKey],
]);

/** The place of a value's type in MongoDB's order. */
export function rankOf(v: Value): number {
  if (typeof v === "string") return RANK.string;
  if (typeof v === "number") return RANK.number;
  return RANK_OF_TYPE.get(typeOf(v)) ?? RANK.object;
}

/** The BSON types that share a place in the order. */
export function typesOfRank(rank: number): number[] {
  return [...RANK_OF_TYPE].flatMap(([type, place]) =>
    place === rank && type !== TYPE.missing ? [type] : [],
  );
}

/** Exactness marks that follow the nearest double of a number. */
const BELOW = 0x7f;
const EXACT = 0x80;
const ABOVE = 0x81;
const EXPONENT_BIAS = 0x4000;

/** Collects bytes; one instance serves the whole process, because encoding never waits. */
class KeyWriter {
  private bytes = Buffer.allocUnsafe(1 << 14);
  private at = 0;

  reset(): void {
    this.at = 0;
  }

  get length(): number {
    return this.at;
  }

  result(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.at));
  }

  latin1(): string {
    return this.bytes.toString("latin1", 0, this.at);
  }

  /** Turns the order of everything written since `from` around. */
  invert(from: number): void {
    for (let i = from; i < this.at; i++) this.bytes[i] = ~(this.bytes[i] ?? 0) & 0xff;
  }

  private need(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + count));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }

  byte(n: number): void {
    this.need(1);
    this.bytes[this.at++] = n;
  }

  private raw(bytes: Uint8Array): void {
    this.need(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  private uint32(n: number): void {
    this.need(4);
    this.at = this.bytes.writeUInt32BE(n >>> 0, this.at);
  }

  /** UTF-8 with a two-byte end; zero bytes inside are escaped. */
  private text(s: string): void {
    this.need(s.length * 3 + 2);
    const start = this.at;
    this.at += this.bytes.write(s, start, "utf8");
    if (s.includes("\0")) {
      const plain = Buffer.from(this.bytes.subarray(start, this.at));
      this.at = start;
      this.need(plain.length * 2 + 2);
      for (const byte of plain) {
        this.bytes[this.at++] = byte;
        if (byte === 0) this.bytes[this.at++] = 0xff;
      }
    }
    this.bytes[this.at++] = 0;
    this.bytes[this.at++] = 0;
  }

  private double(n: number, mark: number): void {
    this.need(9);
    const { bytes, at } = this;
    if (Number.isNaN(n)) {
      bytes.fill(0, at, at + 9);
      this.at += 9;
      return;
    }
    bytes.writeDoubleBE(n === 0 ? 0 : n, at);
    const first = bytes[at] ?? 0;
    if (first & 0x80) for (let i = at; i < at + 8; i++) bytes[i] = ~(bytes[i] ?? 0) & 0xff;
    else bytes[at] = first | 0x80;
    bytes[at + 8] = mark;
    this.at += 9;
  }

  private number(v: Numeric): void {
    const n = toNumber(v);
    if (typeof v === "number" || !Number.isFinite(n)) return this.double(n, EXACT);
    if (isLong(v) ? Number.isSafeInteger(n) : !(v instanceof Decimal128)) return this.double(n, EXACT);
    const exact = scientific(v);
    const order = exact ? compareWithDouble(exact, n) : 0;
    if (!exact || order === 0) return this.double(n, EXACT);
    this.double(n, order < 0 ? BELOW : ABOVE);
    this.digits(exact);
  }

  /** Orders numbers that share a nearest double: exponent of the first digit, then the digits. */
  private digits(value: Scientific): void {
    const negative = value.digits < 0n;
    const digits = (negative ? -value.digits : value.digits).toString();
    const start = this.at;
    this.need(4);
    this.at = this.bytes.writeUInt16BE(EXPONENT_BIAS + value.exponent + digits.length, this.at);
    this.text(digits.replace(/0+$/, ""));
    if (negative) this.invert(start);
  }

  private date(time: number): void {
    const high = Math.floor(time / 0x100000000);
    this.uint32(high ^ 0x80000000);
    this.uint32(time - high * 0x100000000);
  }

  private fields(doc: Doc): void {
    for (const name of Object.keys(doc)) {
      const value = doc[name];
      if (value === undefined) continue;
      this.byte(rankOf(value));
      this.text(name);
      this.value(value);
    }
    this.byte(0);
  }

  private binary(v: Binary): void {
    this.uint32(v.position);
    this.byte(v.sub_type);
    this.raw(v.buffer.subarray(0, v.position));
  }

  value(v: Value): void {
    const rank = rankOf(v);
    this.byte(rank);
    if (typeof v === "number") return this.double(v, EXACT);
    if (typeof v === "string") return this.text(v);
    if (typeof v === "boolean") return this.byte(v ? 1 : 0);
    if (v === null || v === undefined || rank === RANK.minKey || rank === RANK.maxKey) return;
    if (v instanceof ObjectId) return this.raw(v.id);
    if (v instanceof Date) return this.date(v.getTime());
    if (Array.isArray(v)) {
      for (const element of v) this.value(element ?? null);
      return this.byte(0);
    }
    this.object(v, rank);
  }

  private object(
    v: Exclude<Value, undefined | null | boolean | number | string | Date | Value[]>,
    rank: number,
  ) {
    if (v instanceof Timestamp) {
      this.uint32(v.high);
      this.uint32(v.low);
    } else if (rank === RANK.number) this.number(v as Numeric);
    else if (v instanceof Binary) this.binary(v);
    else if (v instanceof BSONSymbol) this.text(v.value);
    else if (v instanceof BSONRegExp) {
      this.text(v.pattern);
      this.text(v.options);
    } else if (v instanceof Code) {
      this.text(v.code);
      if (v.scope) this.fields(v.scope);
    } else this.fields(v as Doc);
  }
}

const writer = new KeyWriter();

/** The order-preserving bytes of one value. */
export function encodeKey(v: Value): Buffer {
  writer.reset();
  writer.value(v);
  return writer.result();
}

/** The order-preserving bytes as a string, for maps and sets. Equal values have equal strings. */
export function keyText(v: Value): string {
  if (typeof v === "string") return `s${v}`;
  if (typeof v === "number") return `n${v === 0 ? 0 : v}`;
  writer.reset();
  writer.value(v);
  if (rankOf(v) === RANK.number && writer.length === 10) {
    const n = toNumber(v);
    return `n${n === 0 ? 0 : n}`;
  }
  return rankOf(v) === RANK.string && v instanceof BSONSymbol ? `s${v.value}` : writer.latin1();
}

/** Stands for an empty array in an index: it sorts below null, and equals no value. */
export const EMPTY_ARRAY = Symbol("empty array");
export type KeyPart = Value | typeof EMPTY_ARRAY;

/** Joined encodings of several values; those with a negative direction sort backwards. */
export function encodeCompound(values: readonly KeyPart[], directions: readonly number[]): Buffer {
  writer.reset();
  for (let i = 0; i < values.length; i++) {
    const from = writer.length;
    const value = values[i];
    if (value === EMPTY_ARRAY) writer.byte(RANK.undefined);
    else writer.value(value);
    if ((directions[i] ?? 1) < 0) writer.invert(from);
  }
  return writer.result();
}
