import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { EndpointName } from "@talent/shared/contract/index";
import type { WechatClient } from "../clients/wechat/client";
import type { AccessRecorder } from "./auth/accessRecorder";
import type { CalendarSource } from "./calendar";
import type { Clock } from "./clock";
import type { Config } from "./config";
import type { Keyring } from "./crypto/keyring";
import type { OutboxNudge, OutboxSource } from "./database/outbox";
import type { FileStore } from "./files/fileStore";
import type { Handlers } from "./http/handler";
import type { JobDefinition } from "./jobs/job";
import type { Metrics } from "./metrics/metrics";

/** What the process offers to every feature. Made once in `app.ts`; features never reach around it. */
export interface Platform {
  config: Config;
  /** Business time: the clock that can be moved while trying out. */
  clock: Clock;
  /** Technical time, never moved: lives of tokens, leases, retries. */
  realTime: Clock;
  /** Working days, as published last. */
  calendar: CalendarSource;
  log: Logger;
  metrics: Metrics;
  keyring: Keyring;
  files: FileStore;
  wechat: WechatClient;
  /** Writes the lines of "谁看过我的信息". */
  access: AccessRecorder;
  /** Told after a write that left something in an outbox, so that a worker in this process does not wait. */
  outbox: OutboxNudge;
}

/** What the process needs of a mongoose model: to create its indexes. */
export interface IndexedModel {
  modelName: string;
  createIndexes(): Promise<unknown>;
}

/** A route outside the contract: WeChat's push address. It answers by itself. */
export interface RawRoute {
  method: "GET" | "POST";
  path: string;
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
}

/**
 * What a feature gives to the process. A feature's `index.ts` exports `create<Feature>(platform): FeatureParts<…>`
 * with the names of the endpoints it serves.
 */
export interface FeatureParts<Names extends EndpointName = EndpointName> {
  handlers: Handlers<Names>;
  /** Every model of the feature; their indexes are created at start. */
  models?: readonly IndexedModel[];
  /** Aggregates whose outbox the relay empties. */
  outboxes?: readonly OutboxSource[];
  jobs?: readonly JobDefinition[];
  rawRoutes?: readonly RawRoute[];
  /** Begins work that is not a job; called in a worker once the database is ready. */
  startWork?(): Promise<void>;
  /** Called in a web process once it listens on `port`. */
  startServing?(port: number): Promise<void>;
  /** Which of these stored files belong to something of the feature; all others may be swept. */
  ownedFiles?(ids: readonly string[]): Promise<readonly string[]>;
  /** Flushes what is still in memory before the database is closed. */
  stop?(): Promise<void>;
}
