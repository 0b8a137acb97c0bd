import { randomBytes } from "node:crypto";
import { fromBase45, toBase45 } from "@talent/shared/domain/talentCode/base45";
import { fromBase64url, readText, textBytes, toBase64url } from "@talent/shared/domain/talentCode/bytes";
import { packHolder, readHolder } from "@talent/shared/domain/talentCode/holder";
import { TOKEN_LENGTH, packToken, unpackToken } from "@talent/shared/domain/talentCode/token";

const HOLDER = {
  pseudonym: new Uint8Array([1, 2, 3, 4, 5, 6, 7]),
  category: "F",
  districtCode: "500243",
  cycleStartsOn: "2025-06-01",
  cycleEndsOn: "2028-05-31",
  maskedName: "欧阳**",
} as const;

test.each([
  ["AB", "BB8"],
  ["Hello!!", "%69 VD92EX0"],
  ["base-45", "UJCLQE7W581"],
  ["ietf!", "QED8WEX0"],
])("Base45 writes %s as RFC 9285 does", (text, expected) => {
  expect(toBase45(Buffer.from(text))).toBe(expected);
  expect(Buffer.from(fromBase45(expected) ?? []).toString()).toBe(text);
});

test.each(["A", "ABCD", ":::", "GGX", "abc", "::"])("%s is no Base45", (text) => {
  expect(fromBase45(text)).toBeNull();
});

test("bytes survive base64url and Base45 at every length", () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = randomBytes(length);
    expect(toBase64url(bytes)).toBe(bytes.toString("base64url"));
    expect(Buffer.from(fromBase64url(bytes.toString("base64url")))).toEqual(bytes);
    expect(Buffer.from(fromBase45(toBase45(bytes)) ?? [])).toEqual(bytes);
  }
  expect(() => fromBase64url("A")).toThrow(RangeError);
  expect(() => fromBase64url("A+==")).toThrow(RangeError);
});

test("UTF-8 is written like everybody writes it, and cut between characters", () => {
  for (const text of ["周*", "é**", "A** B**", "𠮷**", ""]) {
    const whole = textBytes(text, 20);
    expect(Buffer.from(whole).toString().replaceAll("\0", "")).toBe(text);
    expect(readText(whole)).toBe(text);
  }
  expect(readText(textBytes("欧阳**", 4))).toBe("欧");
});

test("a holder survives packing", () => {
  expect(readHolder(packHolder(HOLDER))).toEqual(HOLDER);
  expect(readHolder(new Uint8Array(3))).toBeNull();
  expect(readHolder(new Uint8Array(24).fill(255))).toBeNull();
  expect(() => packHolder({ ...HOLDER, districtCode: "110101" })).toThrow(RangeError);
});

test("a sealed holder has one length, whatever the name", () => {
  const names = ["王*", "欧阳**", "A** B** C** D** E**"];
  expect(new Set(names.map((maskedName) => packHolder({ ...HOLDER, maskedName }).length)).size).toBe(1);
});

test("a token survives packing and fits a QR code of 45 modules", () => {
  const parts = {
    keyId: 200,
    step: 59_700_123,
    salt: randomBytes(8),
    sealed: randomBytes(40),
    signature: randomBytes(64),
  };
  const text = packToken(parts);
  expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  expect(text).toHaveLength(TOKEN_LENGTH);
  // Alphanumeric capacity of version 7 at error correction M.
  expect(TOKEN_LENGTH).toBeLessThanOrEqual(178);
  const read = unpackToken(text);
  expect(read?.keyId).toBe(200);
  expect(read?.step).toBe(59_700_123);
  expect(Buffer.from(read?.signature ?? [])).toEqual(parts.signature);
  expect(unpackToken(text.slice(3))).toBeNull();
  const bytes = fromBase45(text) ?? new Uint8Array();
  bytes[0] = 2;
  expect(unpackToken(toBase45(bytes))).toBeNull();
});
