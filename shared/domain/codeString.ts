const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MODULUS = ALPHABET.length;

function residue(body: string): number {
  let product = MODULUS;
  for (const character of body) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`not a digit or capital letter: ${character}`);
    const sum = (product + value) % MODULUS || MODULUS;
    product = (sum * 2) % (MODULUS + 1);
  }
  return product;
}

/**
 * The check character of ISO/IEC 7064 MOD 37,36 for digits and capital letters. It finds every single wrong
 * character and nearly every pair of neighbours that changed places.
 * @throws RangeError for other characters
 */
export function checkCharacter(body: string): string {
  return ALPHABET.charAt((MODULUS + 1 - residue(body)) % MODULUS);
}

/** Digits and letters of a code as people may type it: without separators, in capitals. */
export function normalizeCode(text: string): string {
  return text.replace(/[\s-]/g, "").toUpperCase();
}

/** Whether the last character of a code checks the ones before it. */
export function isCodeString(text: string): boolean {
  const code = normalizeCode(text);
  if (!/^[0-9A-Z]{9,24}$/.test(code)) return false;
  return checkCharacter(code.slice(0, -1)) === code.slice(-1);
}

/**
 * The static code string 人才码 of a running number: `CQ` + eleven digits + check character, in groups for reading
 * (DB50/T 1733 §3.2, §5.2). It says nothing about the person.
 * @param serial 0 … 99,999,999,999
 */
export function codeStringOf(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 99_999_999_999)
    throw new RangeError("a serial is a whole number of at most eleven digits");
  const body = `CQ${String(serial).padStart(11, "0")}`;
  const code = body + checkCharacter(body);
  return [code.slice(0, 2), code.slice(2, 6), code.slice(6, 10), code.slice(10)].join("-");
}
