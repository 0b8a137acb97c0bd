import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from "bson";
import { MongoError } from "../errors";
import { double, setField } from "./value";
import type { Doc, Value } from "./value";

const LATIN_LIMIT = 24;

/** Documents nested deeper than this are refused, as MongoDB does. */
const MAX_DEPTH = 200;

/**
 * Reads BSON into the memory form of `Value`. The bson library's own reader cannot tell 5 from 5.0 without
 * wrapping every number, and reads fields nobody asked for; this one does neither.
 */
class Reader {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  private depth = 0;

  document(): Doc {
    const out: Doc = {};
    const end = this.begin();
    for (;;) {
      const type = this.bytes[this.at++];
      if (type === 0 || type === undefined) break;
      const name = this.cstring();
      setField(out, name, this.value(type));
    }
    this.finish(end);
    return out;
  }

  /** Reads only the wanted top-level fields and steps over the rest. */
  fields(wanted: ReadonlySet<string>): Doc {
    const out: Doc = {};
    const end = this.begin();
    let left = wanted.size;
    while (left > 0) {
      const type = this.bytes[this.at++];
      if (type === 0 || type === undefined) return out;
      const name = this.cstring();
      if (wanted.has(name)) {
        setField(out, name, this.value(type));
        left--;
      } else {
        this.skip(type);
      }
    }
    this.at = end;
    return out;
  }

  private begin(): number {
    const start = this.at;
    const length = this.bytes.readInt32LE(start);
    if (length < 5 || start + length > this.bytes.length) throw new MongoError(22, "invalid BSON length");
    if (++this.depth > MAX_DEPTH)
      throw new MongoError(15, `BSONObj exceeded maximum nested object depth: ${MAX_DEPTH}`);
    this.at = start + 4;
    return start + length;
  }

  private finish(end: number): void {
    this.depth--;
    if (this.at !== end) throw new MongoError(22, "BSON document length does not match its fields");
  }

  private array(): Value[] {
    const out: Value[] = [];
    const end = this.begin();
    for (;;) {
      const type = this.bytes[this.at++];
      if (type === 0 || type === undefined) break;
      while (this.bytes[this.at++] !== 0);
      out.push(this.value(type));
    }
    this.finish(end);
    return out;
  }

  private cstring(): string {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    let ascii = true;
    for (let byte = bytes[at]; byte !== 0 && byte !== undefined; byte = bytes[++at])
      if (byte > 127) ascii = false;
    this.at = at + 1;
    if (!ascii || at - start > LATIN_LIMIT) return bytes.toString("utf8", start, at);
    return bytes.toString("latin1", start, at);
  }

  private string(): string {
    const length = this.bytes.readInt32LE(this.at);
    const start = this.at + 4;
    this.at = start + length;
    if (length < 1 || this.at > this.bytes.length) throw new MongoError(22, "invalid BSON string length");
    return this.bytes.toString("utf8", start, this.at - 1);
  }

  private int64(): Long {
    const low = this.bytes.readInt32LE(this.at);
    const high = this.bytes.readInt32LE(this.at + 4);
    this.at += 8;
    return new Long(low, high);
  }

  private take(length: number): Buffer {
    const start = this.at;
    this.at += length;
    if (length < 0 || this.at > this.bytes.length)
      throw new MongoError(22, "BSON value runs over its document");
    return Buffer.from(this.bytes.subarray(start, this.at));
  }

  private value(type: number): Value {
    switch (type) {
      case 0x01: {
        const n = this.bytes.readDoubleLE(this.at);
        this.at += 8;
        return double(n);
      }
      case 0x02:
        return this.string();
      case 0x03:
        return this.document();
      case 0x04:
        return this.array();
      case 0x07:
        return new ObjectId(this.take(12));
      case 0x08:
        return this.bytes[this.at++] === 1;
      case 0x09:
        return new Date(this.int64().toNumber());
      case 0x06:
      case 0x0a:
        return null;
      case 0x10:
        this.at += 4;
        return this.bytes.readInt32LE(this.at - 4);
      case 0x12:
        return this.int64();
      default:
        return this.rareValue(type);
    }
  }

  private rareValue(type: number): Value {
    switch (type) {
      case 0x05:
        return this.binary();
      case 0x0b: {
        const pattern = this.cstring();
        return new BSONRegExp(pattern, this.cstring());
      }
      case 0x0d:
        return new Code(this.string());
      case 0x0e:
        return new BSONSymbol(this.string());
      case 0x0f: {
        this.at += 4;
        const code = this.string();
        return new Code(code, this.document());
      }
      case 0x11:
        return new Timestamp(this.int64());
      case 0x13:
        return new Decimal128(this.take(16));
      case 0x7f:
        return new MaxKey();
      case 0xff:
        return new MinKey();
      default:
        throw new MongoError(22, `Unrecognized BSON type ${type}`);
    }
  }

  private binary(): Binary {
    let length = this.bytes.readInt32LE(this.at);
    const subType = this.bytes[this.at + 4] ?? 0;
    this.at += 5;
    if (subType === 2) {
      length = this.bytes.readInt32LE(this.at);
      this.at += 4;
    }
    return new Binary(this.take(length), subType);
  }

  private skip(type: number): void {
    const { bytes } = this;
    switch (type) {
      case 0x01:
      case 0x09:
      case 0x11:
      case 0x12:
        this.at += 8;
        return;
      case 0x02:
      case 0x0d:
      case 0x0e:
        this.at += 4 + bytes.readInt32LE(this.at);
        return;
      case 0x03:
      case 0x04:
      case 0x0f:
        this.at += bytes.readInt32LE(this.at);
        return;
      case 0x05:
        this.at += 5 + bytes.readInt32LE(this.at);
        return;
      case 0x07:
        this.at += 12;
        return;
      case 0x08:
        this.at += 1;
        return;
      case 0x10:
        this.at += 4;
        return;
      case 0x13:
        this.at += 16;
        return;
      case 0x0b:
        this.cstring();
        this.cstring();
        return;
      default:
        return;
    }
  }
}

/** @throws MongoError 22 when the bytes are no BSON document */
export function decode(bytes: Buffer, at = 0): Doc {
  return new Reader(bytes, at).document();
}

/** The wanted top-level fields of a document; the others are neither read nor present. */
export function decodeFields(bytes: Buffer, wanted: ReadonlySet<string>): Doc {
  return new Reader(bytes, 0).fields(wanted);
}
