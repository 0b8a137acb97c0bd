import { SOURCES } from "./sources";

/** The server's settings for asking the sandbox's sources; they know the server by the account's secret. */
export function verificationSettings(sandbox: { uri: string; secret: string }): Record<string, string> {
  return Object.fromEntries(
    SOURCES.flatMap(({ setting, path }) => [
      [`SOURCE_${setting}_URL`, `${sandbox.uri}${path}`],
      [`SOURCE_${setting}_SECRET`, sandbox.secret],
    ]),
  );
}
