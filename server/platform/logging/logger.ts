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

/**
 * Standard output, written in blocks at least five times a second instead of once per line.
 * Whatever is left is written when the process exits by itself.
 */
export function bufferedOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 200 });
  process.on("exit", () => {
    try {
      output.flushSync();
    } catch {
      // Nothing was written yet, or the reader of our output has gone.
    }
  });
  return output;
}
