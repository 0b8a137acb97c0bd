import { checkCharacter, codeStringOf, isCodeString, normalizeCode } from "@talent/shared/domain/codeString";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const CODES = [0, 1, 47_520, 26_041_872, 99_999_999_999].map((serial) => normalizeCode(codeStringOf(serial)));

test("agrees with a published example of ISO/IEC 7064 MOD 37,36 (a Global Release Identifier)", () => {
  expect(checkCharacter("A12425GABC1234002")).toBe("M");
});

test("a code reads in groups and checks, typed with or without them", () => {
  const code = codeStringOf(47_520);
  expect(code).toMatch(/^CQ-\d{4}-\d{4}-\d{3}[0-9A-Z]$/);
  expect(isCodeString(code)).toBe(true);
  expect(isCodeString(code.toLowerCase().replaceAll("-", " "))).toBe(true);
});

test("finds every single wrong character", () => {
  for (const code of CODES)
    for (let place = 0; place < code.length; place += 1)
      for (const wrong of ALPHABET)
        if (wrong !== code[place])
          expect([place, wrong, isCodeString(code.slice(0, place) + wrong + code.slice(place + 1))]).toEqual([
            place,
            wrong,
            false,
          ]);
});

test("finds all but the few exchanges of neighbours that the standard's arithmetic cannot", () => {
  let missed = 0;
  let exchanged = 0;
  for (let serial = 0; serial < 4000; serial += 1) {
    const code = normalizeCode(codeStringOf(serial * 24_999_983));
    for (let place = 0; place + 1 < code.length; place += 1) {
      const [a = "", b = ""] = [code[place], code[place + 1]];
      if (a === b) continue;
      exchanged += 1;
      if (isCodeString(code.slice(0, place) + b + a + code.slice(place + 2))) missed += 1;
    }
  }
  expect(exchanged).toBeGreaterThan(30_000);
  expect(missed / exchanged).toBeLessThan(0.005);
});

test.each(["", "CQ", "CQ-0000-0000-0001", "人才码", `${CODES[0]}0`])(
  "does not take %p for a code",
  (text) => {
    expect(isCodeString(text)).toBe(false);
  },
);

test.each([-1, 1.5, 100_000_000_000])("refuses the serial %p", (serial) => {
  expect(() => codeStringOf(serial)).toThrow(RangeError);
});
