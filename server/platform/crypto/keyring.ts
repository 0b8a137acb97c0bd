import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** Encrypts single fields of documents, and finds them by equality without decrypting. */
export interface Keyring {
  /** @param field `collection.field`: bound to the text, so a sealed value moved elsewhere does not open */
  seal(field: string, text: string): string;
  /** @throws Error when the value was changed, belongs to another field or to an unknown key */
  open(field: string, sealed: string): string;
  /** Keyed hash for equality search: the same field and text always give the same value. */
  blindIndex(field: string, text: string): string;
}

export interface KeyringKeys {
  /** Key id → 32 bytes, the first one seals. */
  fieldKeys: ReadonlyMap<string, Buffer>;
  blindIndexKey: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "g1";

function checkKeys({ fieldKeys, blindIndexKey }: KeyringKeys): string {
  for (const [id, key] of fieldKeys) {
    if (!/^[A-Za-z0-9_-]{1,16}$/.test(id)) throw new Error(`key id ${id}: 1 to 16 letters or digits`);
    if (key.length !== 32) throw new Error(`field key ${id} has ${key.length} bytes instead of 32`);
  }
  if (blindIndexKey.length < 32) throw new Error("the blind index key has fewer than 32 bytes");
  const current = fieldKeys.keys().next().value;
  if (current === undefined) throw new Error("no field key");
  return current;
}

/**
 * AES-256-GCM per field. A sealed value reads `g1.<key id>.<base64url of nonce, ciphertext and tag>`; the field's
 * name is authenticated with it. Rotation: put the new key first and keep the old ones, which only open.
 * @throws Error when a key has the wrong length
 */
export function createKeyring(keys: KeyringKeys): Keyring {
  const current = checkKeys(keys);
  const keyOf = (id: string): Buffer => {
    const key = keys.fieldKeys.get(id);
    if (key === undefined) throw new Error(`unknown field key ${id}`);
    return key;
  };
  return {
    seal(field, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyOf(current), nonce);
      cipher.setAAD(Buffer.from(`${VERSION}.${current}.${field}`));
      const body = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `${VERSION}.${current}.${body.toString("base64url")}`;
    },
    open(field, sealed) {
      const [version, id, text] = sealed.split(".");
      if (version !== VERSION || id === undefined || text === undefined)
        throw new Error("not a sealed value");
      const body = Buffer.from(text, "base64url");
      if (body.length < NONCE_BYTES + TAG_BYTES) throw new Error("not a sealed value");
      const decipher = createDecipheriv("aes-256-gcm", keyOf(id), body.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(`${VERSION}.${id}.${field}`));
      decipher.setAuthTag(body.subarray(-TAG_BYTES));
      const plain = decipher.update(body.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([plain, decipher.final()]).toString("utf8");
    },
    blindIndex(field, text) {
      return createHmac("sha256", keys.blindIndexKey).update(`${field}\u0000${text}`).digest("base64url");
    },
  };
}
