import { createHash } from "node:crypto";

/** What a developer reads in the WeChat console of this sandbox's mini-program. */
export interface Credentials {
  appid: string;
  secret: string;
  /** The account's original id: `ToUserName` of every pushed event. */
  originalId: string;
}

/** The same instance name always gives the same credentials, so a product's settings survive restarts. */
export function credentialsOf(instance: string): Credentials {
  const hex = (purpose: string) => createHash("sha256").update(`${purpose}:${instance}`).digest("hex");
  return {
    appid: `wx${hex("appid").slice(0, 16)}`,
    secret: hex("secret").slice(0, 32),
    originalId: `gh_${hex("original-id").slice(0, 12)}`,
  };
}
