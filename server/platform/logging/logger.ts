import { pino, type DestinationStream, type Logger } from "pino";

/** Keys whose values never reach a log, wherever they stand in an object. */
const REDACTED = ["token", "refreshToken", "secret", "phone", "idNumber", "openid", "code", "authorization"];

/** Lines are gathered, so that a busy server does not stop for each; at exit the rest is written. */
const GATHERED_BYTES = 4096;
const WRITTEN_EVERY_MS = 200;

function standardOutput(): DestinationStream {
  return pino.destination({ sync: false, minLength: GATHERED_BYTES, periodicFlush: WRITTEN_EVERY_MS });
}

/** One JSON line per event on standard output. Personal data is not logged in the first place; this is the net. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: "talent-one-stop" },
    redact: { paths: REDACTED.flatMap((key) => [key, `*.${key}`]), censor: "[removed]" },
  };
  return pino(options, destination ?? standardOutput());
}
