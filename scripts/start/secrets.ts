import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Secrets of this installation, as the server's environment names them. */
export type LocalSecrets = Record<
  | "TOKEN_SECRET"
  | "FIELD_KEYS"
  | "BLIND_INDEX_KEY"
  | "METRICS_TOKEN"
  | "WECHAT_PUSH_TOKEN"
  | "WECHAT_PUSH_AES_KEY",
  string
>;

function fresh(): LocalSecrets {
  const key = () => randomBytes(32).toString("base64");
  return {
    TOKEN_SECRET: key(),
    FIELD_KEYS: `k1:${key()}`,
    BLIND_INDEX_KEY: key(),
    METRICS_TOKEN: randomBytes(24).toString("hex"),
    WECHAT_PUSH_TOKEN: randomBytes(12).toString("hex"),
    WECHAT_PUSH_AES_KEY: randomBytes(32).toString("hex").slice(0, 43),
  };
}

/**
 * Secrets are made once and kept in the data directory, readable by their owner alone: whoever loses them loses what
 * is sealed with them.
 */
export function localSecrets(dataDir: string): LocalSecrets {
  const path = join(dataDir, "secrets.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as LocalSecrets;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secrets = fresh();
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
  return secrets;
}
