import * as z from "zod/mini";
import { VERIFICATION_SOURCES, type VerificationSource } from "@talent/shared/domain/cycles";
import { ConfigError } from "./configError";

/** Where a verification source is asked, and the secret that it knows us by. */
export interface SourceConnection {
  url: string;
  secret: string;
}
export type SourceConnections = Readonly<Record<VerificationSource, SourceConnection | undefined>>;

const address = z.optional(z.string().check(z.regex(/^https?:\/\/[^\s/]+(\/.*)?$/)));
const secret = z.optional(z.string().check(z.minLength(16)));

/** Settings of the environment: an address and a secret for each source of `VERIFICATION_SOURCES`. */
export const sourceSettings = {
  SOURCE_SOCIAL_INSURANCE_URL: address,
  SOURCE_SOCIAL_INSURANCE_SECRET: secret,
  SOURCE_REGISTERED_EMPLOYER_URL: address,
  SOURCE_REGISTERED_EMPLOYER_SECRET: secret,
  SOURCE_DISCREDIT_LIST_URL: address,
  SOURCE_DISCREDIT_LIST_SECRET: secret,
};
type SourceSettings = Readonly<Partial<Record<keyof typeof sourceSettings, string | undefined>>>;

/** How the environment names a source: `socialInsurance` is `SOURCE_SOCIAL_INSURANCE`. */
function settingOf(source: VerificationSource): string {
  return `SOURCE_${source.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;
}

/**
 * Sources without an address are not connected.
 * @throws ConfigError for an address without a secret, or without TLS in production
 */
export function sourceConnections(settings: SourceSettings, production: boolean): SourceConnections {
  const given = new Map(Object.entries(settings));
  const connectionOf = (source: VerificationSource): SourceConnection | undefined => {
    const name = settingOf(source);
    const url = given.get(`${name}_URL`);
    const bearer = given.get(`${name}_SECRET`);
    if (url === undefined) return undefined;
    if (bearer === undefined) throw new ConfigError(`${name}_SECRET is needed beside ${name}_URL`);
    if (production && !url.startsWith("https://"))
      throw new ConfigError(`${name}_URL must begin with https:// in production`);
    return { url, secret: bearer };
  };
  return Object.fromEntries(VERIFICATION_SOURCES.map((source) => [source, connectionOf(source)])) as Record<
    VerificationSource,
    SourceConnection | undefined
  >;
}
