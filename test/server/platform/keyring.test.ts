import { createKeyring, type KeyringKeys } from "../../../server/platform/crypto/keyring";

const key = (fill: number) => Buffer.alloc(32, fill);
const keys = (fieldKeys: [string, Buffer][]): KeyringKeys => ({
  fieldKeys: new Map(fieldKeys),
  blindIndexKey: key(9),
});
const keyring = createKeyring(keys([["k1", key(1)]]));
const FIELD = "talents.idNumber";

test("opens what it sealed, never twice in the same form", () => {
  const [first, second] = [
    keyring.seal(FIELD, "500101199001011234"),
    keyring.seal(FIELD, "500101199001011234"),
  ];
  expect(first).not.toBe(second);
  expect(first).not.toContain("5001");
  expect(keyring.open(FIELD, first)).toBe("500101199001011234");
});

test("keeps any text, the empty one included", () => {
  for (const text of ["", "欧阳娜娜", "a".repeat(5000)])
    expect(keyring.open(FIELD, keyring.seal(FIELD, text))).toBe(text);
});

test("refuses a value that was changed in any byte", () => {
  const [version, id, body = ""] = keyring.seal(FIELD, "13800002047").split(".");
  const bytes = Buffer.from(body, "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => keyring.open(FIELD, `${version}.${id}.${changed.toString("base64url")}`)).toThrow();
  }
});

test("refuses a value that was moved to another field", () => {
  const sealed = keyring.seal(FIELD, "13800002047");
  expect(() => keyring.open("talents.phone", sealed)).toThrow();
});

test("refuses what is not a sealed value", () => {
  for (const text of [
    "",
    "plain",
    "g1.k1.",
    "g1.k1.AAAA",
    "g2.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ])
    expect(() => keyring.open(FIELD, text)).toThrow();
});

test("after a rotation the old key still opens and the new one seals", () => {
  const old = keyring.seal(FIELD, "500101199001011234");
  const rotated = createKeyring(
    keys([
      ["k2", key(2)],
      ["k1", key(1)],
    ]),
  );
  expect(rotated.open(FIELD, old)).toBe("500101199001011234");
  expect(rotated.seal(FIELD, "x")).toMatch(/^g1\.k2\./);
  expect(() => keyring.open(FIELD, rotated.seal(FIELD, "x"))).toThrow("unknown field key k2");
});

test("a key id cannot be swapped for another one", () => {
  const both = createKeyring(
    keys([
      ["k1", key(1)],
      ["k2", key(1)],
    ]),
  );
  const sealed = both.seal(FIELD, "x");
  expect(() => both.open(FIELD, sealed.replace(".k1.", ".k2."))).toThrow();
});

test("the blind index is the same for the same text and differs by field, text and key", () => {
  const other = createKeyring({ fieldKeys: new Map([["k1", key(1)]]), blindIndexKey: key(8) });
  const index = keyring.blindIndex(FIELD, "500101199001011234");
  expect(keyring.blindIndex(FIELD, "500101199001011234")).toBe(index);
  expect(keyring.blindIndex("talents.phone", "500101199001011234")).not.toBe(index);
  expect(keyring.blindIndex(FIELD, "500101199001011235")).not.toBe(index);
  expect(other.blindIndex(FIELD, "500101199001011234")).not.toBe(index);
});

test("refuses keys of a wrong length and no keys at all", () => {
  expect(() => createKeyring(keys([["k1", Buffer.alloc(16)]]))).toThrow("16 bytes");
  expect(() => createKeyring(keys([]))).toThrow("no field key");
  expect(() => createKeyring({ ...keys([["k1", key(1)]]), blindIndexKey: Buffer.alloc(8) })).toThrow(
    "blind index",
  );
});
