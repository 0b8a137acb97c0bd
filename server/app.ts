import type Koa from "koa";
import type { Logger } from "pino";
import { databaseTokenStore } from "./clients/wechat/tokenStore";
import { createWechatClient } from "./clients/wechat/createClient";
import { createAccessRecorder } from "./features/audit/index";
import { createCalendarReader } from "./features/calendars/index";
import { createFeatures, type Features } from "./features";
import { systemClock, type Clock } from "./platform/clock";
import type { Config } from "./platform/config";
import { createKeyring } from "./platform/crypto/keyring";
import { closeDatabase, databaseAnswers, openDatabase } from "./platform/database/connection";
import { prepareDatabase } from "./platform/database/prepare";
import { createFileStore } from "./platform/files/createFileStore";
import { orphanFilesJob } from "./platform/files/orphanFiles";
import { unfinishedUploadsJob } from "./platform/files/unfinishedUploads";
import { serve, type HttpServer } from "./platform/http/httpServer";
import { createWebApp } from "./platform/http/webApp";
import { createScheduler, type Scheduler } from "./platform/jobs/scheduler";
import { createLogger } from "./platform/logging/logger";
import { createMetrics } from "./platform/metrics/metrics";
import type { Platform } from "./platform/platform";
import { withSandboxAccount } from "./sandboxAccount";

export interface ServerOptions {
  config: Config;
  /** Business time. */
  clock: Clock;
  /** Technical time; only tests give another than the system's. */
  realTime?: Clock;
  log?: Logger;
  /** See `createScheduler`. */
  jobLockMs?: number;
}

export interface TalentServer {
  /** Connects, prepares the database and starts the roles of the configuration. */
  start(): Promise<{ port: number }>;
  /** Stops accepting, finishes what is in hand within ten seconds, and leaves the database. */
  stop(): Promise<void>;
  /** Present once started with the role `web`. */
  readonly app: Koa | undefined;
  /** 0 without the role `web`. */
  readonly port: number;
}

type Stoppable = () => Promise<void>;

interface Running {
  stops: Stoppable[];
  app: Koa | undefined;
  http: HttpServer | undefined;
}

async function startRoles(
  platform: Platform,
  features: Features,
  running: Running,
  jobLockMs: number | undefined,
): Promise<void> {
  const { config, clock, log } = platform;
  if (config.roles.has("worker")) {
    const jobs = [
      unfinishedUploadsJob(platform.realTime),
      orphanFilesJob(
        platform.files,
        features.parts.flatMap((part) => part.ownedFiles ?? []),
        platform.realTime,
      ),
      ...features.parts.flatMap((part) => part.jobs ?? []),
    ];
    const scheduler: Scheduler = createScheduler(jobs, clock, log, jobLockMs);
    running.stops.unshift(() => scheduler.stop());
    await scheduler.start();
    for (const part of features.parts) await part.startWork?.();
  }
  if (!config.roles.has("web")) return;
  let stopping = false;
  running.app = createWebApp({
    platform,
    handlers: features.handlers,
    rawRoutes: features.parts.flatMap((part) => part.rawRoutes ?? []),
    authenticate: features.authenticate,
    notReady: async () => [
      ...((await databaseAnswers()) ? [] : ["database"]),
      ...(stopping ? ["stopping"] : []),
    ],
  });
  const http = await serve(running.app, config.port, config.host);
  running.http = http;
  running.stops.unshift(async () => {
    stopping = true;
    await http.close();
  });
  for (const part of features.parts) await part.startServing?.(http.port);
}

async function startAll(options: ServerOptions, running: Running): Promise<void> {
  const log = options.log ?? createLogger(options.config.logLevel);
  const realTime = options.realTime ?? systemClock;
  const config = await withSandboxAccount(options.config);
  await openDatabase(config.mongodbUri);
  running.stops.unshift(closeDatabase);
  const wechat = createWechatClient({ ...config.wechat, store: databaseTokenStore, clock: realTime });
  running.stops.unshift(() => wechat.close());
  const access = createAccessRecorder(log);
  running.stops.unshift(() => access.stop());
  const calendar = createCalendarReader(log);
  running.stops.unshift(() => calendar.stop());
  const listeners = new Set<() => void>();
  const platform: Platform = {
    config,
    clock: options.clock,
    calendar,
    realTime,
    log,
    metrics: createMetrics({ processMetrics: config.production }),
    keyring: createKeyring(config.secrets),
    files: createFileStore(),
    wechat,
    access,
    outbox: {
      nudge: () => listeners.forEach((listener) => listener()),
      onNudge: (listener) => void listeners.add(listener),
    },
  };
  const features = createFeatures(platform);
  for (const part of features.parts)
    if (part.stop) running.stops.unshift(() => part.stop?.() ?? Promise.resolve());
  await prepareDatabase(
    features.parts.flatMap((part) => part.models ?? []),
    log,
  );
  await calendar.start();
  await startRoles(platform, features, running, options.jobLockMs);
}

/** One process of the product: web, worker, or both. */
export function createServer(options: ServerOptions): TalentServer {
  const running: Running = { stops: [], app: undefined, http: undefined };
  async function stop(): Promise<void> {
    for (const end of running.stops.splice(0)) await end();
  }
  return {
    async start() {
      try {
        await startAll(options, running);
      } catch (error) {
        await stop();
        throw error;
      }
      return { port: running.http?.port ?? 0 };
    },
    stop,
    get app() {
      return running.app;
    },
    get port() {
      return running.http?.port ?? 0;
    },
  };
}
