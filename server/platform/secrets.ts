import { createHash } from "node:crypto";
import { ConfigError } from "./configError";
import type { KeyringKeys } from "./crypto/keyring";

export interface Secrets extends KeyringKeys {
  /** Signs access tokens. */
  tokenSecret: Buffer;
}

interface GivenSecrets {
  tokenSecret: string | undefined;
  /** `id:base64` separated by commas; the first key seals, the others only open. */
  fieldKeys: string | undefined;
  blindIndexKey: string | undefined;
}

/** Keys that everybody can compute: good enough for demonstration data, refused everywhere else. */
function tryOutKey(purpose: string): Buffer {
  return createHash("sha256").update(`try-out ${purpose}`).digest();
}

/** Settings of the message push while trying out, the same in every process. */
export function derivedPushSecrets(): { token: string; aesKey: string } {
  const letters = (purpose: string) => tryOutKey(purpose).toString("hex");
  return { token: letters("push token").slice(0, 24), aesKey: letters("push key").slice(0, 43) };
}

function decode(name: string, text: string, exactBytes?: number): Buffer {
  const bytes = Buffer.from(text, "base64");
  const wrong = exactBytes === undefined ? bytes.length < 32 : bytes.length !== exactBytes;
  if (wrong) throw new ConfigError(`${name}: ${exactBytes ?? "at least 32"} bytes in base64 are needed`);
  return bytes;
}

function parseFieldKeys(text: string): Map<string, Buffer> {
  return new Map(
    text.split(",").map((part) => {
      const [id = "", key = ""] = part.trim().split(/:(.*)/s);
      if (!/^[A-Za-z0-9_-]{1,16}$/.test(id))
        throw new ConfigError("FIELD_KEYS: write id:base64, separated by commas");
      return [id, decode("FIELD_KEYS", key, 32)] as const;
    }),
  );
}

/**
 * Keys of the process. Missing ones are derived only while trying out.
 * @throws ConfigError naming the missing or malformed secret
 */
export function keysFrom(given: GivenSecrets, tryOut: boolean): Secrets {
  const missing = Object.entries({
    TOKEN_SECRET: given.tokenSecret,
    FIELD_KEYS: given.fieldKeys,
    BLIND_INDEX_KEY: given.blindIndexKey,
  }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0 && !tryOut)
    throw new ConfigError(
      `${missing.join(", ")}: secrets are missing; create each with "openssl rand -base64 32"`,
    );
  return {
    tokenSecret:
      given.tokenSecret === undefined ? tryOutKey("tokens") : decode("TOKEN_SECRET", given.tokenSecret),
    fieldKeys:
      given.fieldKeys === undefined
        ? new Map([["tryout", tryOutKey("fields")]])
        : parseFieldKeys(given.fieldKeys),
    blindIndexKey:
      given.blindIndexKey === undefined
        ? tryOutKey("blind index")
        : decode("BLIND_INDEX_KEY", given.blindIndexKey),
  };
}
