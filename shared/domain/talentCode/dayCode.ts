import { readNumber } from "./bytes";

/**
 * The code string of a day (DB50/T 1733 §3.2): eleven symbols that only the key of that day ties to a person, and a
 * check symbol. Digits and letters without I, L, O and U, as they are read to somebody at a counter.
 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SYMBOLS = 11;
/** Length of the whole string. */
export const DAY_CODE_LENGTH = SYMBOLS + 1;
/** Bytes behind the eleven symbols: 55 bits. */
export const PSEUDONYM_BYTES = 7;

/** x^5 + x^2 + 1, which is primitive over GF(2): the powers of x are all 31 elements but zero. */
const POLYNOMIAL = 0b100101;

/** The product with x in GF(32). */
function timesX(element: number): number {
  const shifted = element << 1;
  return shifted & 32 ? shifted ^ POLYNOMIAL : shifted;
}

/**
 * The check symbol: the sum of the symbols, each weighted with another power of a primitive element of GF(32), the
 * check symbol itself with 1. A single wrong symbol changes the sum, and so does every exchange of two different
 * symbols, neighbours or not, because no two weights are equal.
 */
function checkSymbol(symbols: readonly number[]): number {
  let sum = 0;
  for (const symbol of symbols) sum = timesX(sum ^ symbol);
  return sum;
}

/** The code string of a pseudonym; its topmost bit is not used. */
export function dayCodeOf(pseudonym: Uint8Array): string {
  if (pseudonym.length !== PSEUDONYM_BYTES) throw new RangeError("a pseudonym has seven bytes");
  const symbols: number[] = [];
  for (let bit = 1; bit <= SYMBOLS * 5; bit += 5)
    symbols.push((readNumber(pseudonym, bit >> 3, 2) >> (11 - (bit & 7))) & 31);
  return [...symbols, checkSymbol(symbols)].map((symbol) => ALPHABET.charAt(symbol)).join("");
}

/** The pseudonym of a valid code string. */
export function pseudonymOfDayCode(code: string): Uint8Array {
  const pseudonym = new Uint8Array(PSEUDONYM_BYTES);
  [...code.slice(0, SYMBOLS)].forEach((character, index) => {
    const bit = 1 + index * 5;
    const shifted = ALPHABET.indexOf(character) << (11 - (bit & 7));
    pseudonym[bit >> 3] = (pseudonym[bit >> 3] ?? 0) | (shifted >> 8);
    pseudonym[(bit >> 3) + 1] = (pseudonym[(bit >> 3) + 1] ?? 0) | (shifted & 255);
  });
  return pseudonym;
}

/** A code string as people type it: capitals, no separators, and the letters that look like digits as those. */
export function normalizeDayCode(text: string): string {
  return text
    .replace(/[\s\-–—·.]/g, "")
    .toUpperCase()
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
}

/** Whether a normalized text is a code string whose check symbol is right. */
export function isDayCode(code: string): boolean {
  if (code.length !== DAY_CODE_LENGTH) return false;
  const symbols = [...code].map((character) => ALPHABET.indexOf(character));
  if (symbols.includes(-1)) return false;
  return checkSymbol(symbols.slice(0, -1)) === symbols[SYMBOLS];
}

/** `8R3K X7M2 WT4E`, as it is shown and read aloud. */
export function groupedDayCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}
