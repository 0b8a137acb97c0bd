import { pino, type DestinationStream, type Logger } from "pino";

/** Keys whose values never reach a log, wherever they stand in an object. */
const REDACTED = ["token", "refreshToken", "secret", "phone", "idNumber", "openid", "code", "authorization"];

/** One JSON line per event on standard output. Personal data is not logged in the first place; this is the net. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: "talent-one-stop" },
    redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`]), censor: "[removed]" },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
