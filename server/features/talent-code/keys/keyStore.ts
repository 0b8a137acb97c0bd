import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import type { CheckingKeys } from "@talent/shared/domain/talentCode/check";
import type { Keyring } from "../../../platform/crypto/keyring";
import { createShortCache } from "../../../platform/database/shortCache";
import { ensureDayKeys, findDayKeys, openDayKeys, type OpenDayKeys } from "./dayKeys";
import type { SigningKey } from "./model";
import { SEALED_PRIVATE_KEY, renewSigningKey, signingKeys } from "./signingKeys";

/** Keys in the form that signs and checks, kept in memory for a moment. */
export interface KeyStore {
  /** The key that signs now; the first one is made when it is needed. */
  signer(now: Date): Promise<{ id: number; privateKey: KeyObject }>;
  /** Made on first use. */
  dayKeys(on: string): Promise<OpenDayKeys>;
  /** Keys for checking tokens of these days; days whose keys are gone are missing. */
  checking(days: readonly string[]): Promise<CheckingKeys<KeyObject>>;
  /** After a change in this process; others see it within seconds. */
  forget(): void;
}

interface LoadedKeys {
  newest: SigningKey | undefined;
  publicKeys: ReadonlyMap<number, KeyObject>;
}

/** DER in front of a raw Ed25519 public key (RFC 8410 §4). */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");
const KEYS = "keys";

export function publicKeyOf(raw: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([SPKI_HEAD, Buffer.from(raw, "base64url")]),
    format: "der",
    type: "spki",
  });
}

async function load(): Promise<LoadedKeys> {
  const keys = await signingKeys();
  return {
    newest: keys[0],
    publicKeys: new Map(keys.map((key) => [key._id, publicKeyOf(key.publicKey)])),
  };
}

export function createKeyStore(keyring: Keyring): KeyStore {
  const recent = createShortCache<LoadedKeys>(load, { ttlMs: 5_000, size: 1 });
  const days = createShortCache<OpenDayKeys>(
    async (on) => {
      const found = await findDayKeys(on);
      return found === null ? null : openDayKeys(keyring, found);
    },
    { ttlMs: 600_000, size: 20 },
  );
  const loaded = async (): Promise<LoadedKeys> =>
    (await recent.get(KEYS)) ?? { newest: undefined, publicKeys: new Map<number, KeyObject>() };

  return {
    async signer(now) {
      let { newest } = await loaded();
      if (newest === undefined) {
        await renewSigningKey(keyring, now);
        recent.forget(KEYS);
        ({ newest } = await loaded());
      }
      if (newest === undefined) throw new Error("there is no signing key");
      const pkcs8 = Buffer.from(keyring.open(SEALED_PRIVATE_KEY, newest.privateKey), "base64");
      return {
        id: newest._id,
        privateKey: createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }),
      };
    },
    async dayKeys(on) {
      return (await days.get(on)) ?? openDayKeys(keyring, await ensureDayKeys(keyring, on));
    },
    async checking(wanted) {
      const [{ publicKeys }, ...found] = await Promise.all([loaded(), ...wanted.map((on) => days.get(on))]);
      const reading = new Map(wanted.map((on, index) => [on, found[index]?.readingKey]));
      return { publicKey: (id) => publicKeys.get(id), readingKey: (on) => reading.get(on) };
    },
    forget: () => recent.forget(KEYS),
  };
}
