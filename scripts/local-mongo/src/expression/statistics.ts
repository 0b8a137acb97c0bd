import { Decimal128 } from "bson";
import { decimalArithmetic } from "../bson/decimal";
import { WIDTH, arithmetic, widthOf } from "../bson/numbers";
import { double, isNullish, isNumeric, toNumber } from "../bson/value";
import type { Numeric, Value } from "../bson/value";
import { compare } from "../keys/compare";

/** Takes values one by one and says what they come to. */
export interface Accumulator {
  add(v: Value): void;
  result(): Value;
}

/** Adds numbers exactly as long as they are whole, and with Kahan's compensation otherwise. */
export class Sum implements Accumulator {
  private total: Numeric = 0;
  private carry = 0;
  private isDouble = false;

  add(v: Value): void {
    if (!isNumeric(v)) return;
    if (!this.isDouble) {
      const next = arithmetic(this.total, v, "+");
      if (next instanceof Decimal128 || !isReal(next)) {
        this.total = next;
        return;
      }
      this.isDouble = true;
      this.addReal(toNumber(this.total), toNumber(v));
      return;
    }
    if (v instanceof Decimal128) {
      this.total = arithmetic(this.total, v, "+");
      this.isDouble = false;
    } else this.addReal(toNumber(this.total), toNumber(v));
  }

  private addReal(total: number, n: number): void {
    const sum = total + n;
    if (Number.isFinite(sum))
      this.carry += Math.abs(total) >= Math.abs(n) ? total - sum + n : n - sum + total;
    this.total = double(sum);
  }

  result(): Numeric {
    return this.isDouble ? double(toNumber(this.total) + this.carry) : this.total;
  }
}

function isReal(v: Numeric): boolean {
  return widthOf(v) === WIDTH.double;
}

export class Average implements Accumulator {
  private readonly sum = new Sum();
  private count = 0;

  add(v: Value): void {
    if (!isNumeric(v)) return;
    this.sum.add(v);
    this.count++;
  }

  result(): Value {
    if (this.count === 0) return null;
    const total = this.sum.result();
    if (total instanceof Decimal128) return decimalArithmetic(total, this.count, "/");
    return double(toNumber(total) / this.count);
  }
}

/** The least or the greatest value; null and missing do not count. */
export class Extremum implements Accumulator {
  private best: Value;

  constructor(private readonly direction: 1 | -1) {}

  add(v: Value): void {
    if (isNullish(v)) return;
    if (this.best === undefined || compare(v, this.best) * this.direction < 0) this.best = v;
  }

  result(): Value {
    return this.best ?? null;
  }
}

/** Standard deviation by Welford's method. */
export class Deviation implements Accumulator {
  private count = 0;
  private mean = 0;
  private squares = 0;

  constructor(private readonly sample: boolean) {}

  add(v: Value): void {
    if (!isNumeric(v)) return;
    const n = toNumber(v);
    this.count++;
    const delta = n - this.mean;
    this.mean += delta / this.count;
    this.squares += delta * (n - this.mean);
  }

  result(): Value {
    const divisor = this.sample ? this.count - 1 : this.count;
    return divisor <= 0 ? null : double(Math.sqrt(this.squares / divisor));
  }
}
