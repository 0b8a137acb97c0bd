import { randomBytes } from "node:crypto";
import {
  DAY_CODE_LENGTH,
  dayCodeOf,
  groupedDayCode,
  isDayCode,
  normalizeDayCode,
  pseudonymOfDayCode,
} from "@talent/shared/domain/talentCode/dayCode";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODES = [
  dayCodeOf(new Uint8Array(7)),
  dayCodeOf(new Uint8Array(7).fill(255)),
  ...Array.from({ length: 40 }, () => dayCodeOf(randomBytes(7))),
];

const withAt = (code: string, at: number, symbol: string) => code.slice(0, at) + symbol + code.slice(at + 1);

test("has twelve symbols of which the last one checks the others", () => {
  for (const code of CODES) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(isDayCode(code)).toBe(true);
  }
});

test("a code gives its pseudonym back", () => {
  for (let i = 0; i < 50; i += 1) {
    const pseudonym = Uint8Array.from(randomBytes(7));
    pseudonym[0] = (pseudonym[0] ?? 0) & 127;
    expect(pseudonymOfDayCode(dayCodeOf(pseudonym))).toEqual(pseudonym);
  }
});

test("different pseudonyms give different codes", () => {
  const pseudonym = Buffer.alloc(7);
  const seen = new Set([dayCodeOf(pseudonym)]);
  for (let bit = 1; bit < 56; bit += 1) {
    const other = Buffer.alloc(7);
    other[bit >> 3] = 128 >> (bit & 7);
    seen.add(dayCodeOf(other));
  }
  expect(seen.size).toBe(56);
});

test("finds every single wrong symbol at every place", () => {
  let tried = 0;
  for (const code of CODES)
    for (let at = 0; at < DAY_CODE_LENGTH; at += 1)
      for (const symbol of ALPHABET) {
        if (symbol === code.charAt(at)) continue;
        tried += 1;
        if (isDayCode(withAt(code, at, symbol))) throw new Error(`${code} at ${at} as ${symbol}`);
      }
  expect(tried).toBe(CODES.length * 12 * 31);
});

test("finds every exchange of two different symbols, neighbours or not, whatever they are", () => {
  let tried = 0;
  for (let i = 0; i < DAY_CODE_LENGTH; i += 1)
    for (let j = i + 1; j < DAY_CODE_LENGTH; j += 1)
      for (const a of ALPHABET)
        for (const b of ALPHABET) {
          if (a === b) continue;
          const code = codeWith(i, a, j, b);
          const exchanged = withAt(withAt(code, i, b), j, a);
          tried += 1;
          if (isDayCode(exchanged)) throw new Error(`${code}: ${i} and ${j}`);
        }
  expect(tried).toBe(66 * 32 * 31);
});

/** A valid code with these symbols at two places: one of the other places makes it valid. */
function codeWith(i: number, a: string, j: number, b: string): string {
  const base = withAt(withAt(CODES[5] ?? "", i, a), j, b);
  const free = [0, 1, 2].find((at) => at !== i && at !== j) ?? 0;
  const valid = [...ALPHABET].map((symbol) => withAt(base, free, symbol)).filter(isDayCode);
  expect(valid).toHaveLength(1);
  return valid[0] ?? "";
}

test("is read as people type it", () => {
  const code = CODES[7] ?? "";
  expect(normalizeDayCode(groupedDayCode(code).toLowerCase())).toBe(code);
  expect(normalizeDayCode(` ${code.slice(0, 4)}-${code.slice(4, 8)}.${code.slice(8)} `)).toBe(code);
  expect(normalizeDayCode("ilO0")).toBe("1100");
});

test.each(["", "8R3K", "8R3KX7M2WT4U", "八R3KX7M2WT4E", "8R3KX7M2WT4E0"])("%s is no code", (text) => {
  expect(isDayCode(text)).toBe(false);
});

test("a pseudonym of another length is a mistake of the caller", () => {
  expect(() => dayCodeOf(new Uint8Array(6))).toThrow(RangeError);
});
