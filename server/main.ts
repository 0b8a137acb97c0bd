import { createServer } from "./app";
import { createMovableClock, systemClock } from "./platform/clock";
import { readConfig } from "./platform/config";
import { ConfigError } from "./platform/configError";
import { bufferedOutput, createLogger } from "./platform/logging/logger";

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.logLevel, bufferedOutput());
  const clock = config.tryOut ? createMovableClock() : systemClock;
  const server = createServer({ config, clock, log });
  const { port } = await server.start();
  const roles = [...config.roles];
  log.info({ port, roles }, "ready");
  process.stdout.write(`${JSON.stringify({ ready: true, port, roles })}\n`);

  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, "did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

run().catch((error: unknown) => {
  const sentence =
    error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
