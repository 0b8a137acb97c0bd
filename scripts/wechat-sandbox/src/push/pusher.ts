import { setTimeout as sleep } from "node:timers/promises";
import type { Credentials } from "../credentials";
import type { FaultBoard } from "../faults";
import { randomText } from "../identifiers";
import type { SubscribeEvent } from "./events";
import type { PushRequest } from "./pushRequest";
import { checkAddress, pushRequest } from "./pushRequest";
import type { PushSettings } from "./pushSettings";

/** WeChat waits five seconds for an answer and tries three more times. */
const ANSWER_WITHIN = 5000;
const ATTEMPTS = 4;
const PAUSE = 1000;
const AT_ONCE = 8;

export interface Pusher {
  /** Stores the settings and makes WeChat's address check. */
  configure(settings: PushSettings): Promise<{ verified: boolean; reason?: string }>;
  settings(): PushSettings | undefined;
  /** Queues an event; without settings it is dropped, as WeChat does. */
  push(event: SubscribeEvent): void;
  /** Gives up what is still queued. */
  close(): void;
}

async function verify(settings: PushSettings): Promise<{ verified: boolean; reason?: string }> {
  const echostr = randomText(19);
  try {
    const response = await fetch(checkAddress(settings, echostr), {
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    const answer = await response.text();
    if (response.ok && answer === echostr) return { verified: true };
    return { verified: false, reason: `answered ${response.status} without the echostr` };
  } catch (error) {
    return { verified: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function deliver(request: PushRequest, stopped: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(request.url, {
      method: "POST",
      body: request.body,
      headers: { "content-type": request.contentType },
      signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN)]),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function pause(stopped: AbortSignal): Promise<void> {
  await sleep(PAUSE, undefined, { signal: stopped }).catch(() => undefined);
}

/** Sends one event until it is answered, with the faults switched on for `push`. */
async function deliverEvent(
  settings: PushSettings,
  credentials: Credentials,
  event: SubscribeEvent,
  fault: string | undefined,
  stopped: AbortSignal,
): Promise<void> {
  if (fault === "LOST") return;
  const request = pushRequest(settings, credentials, event, fault === "BAD_SIGNATURE");
  if (fault === "DUPLICATE") await deliver(request, stopped);
  for (let attempt = 1; attempt <= ATTEMPTS && !stopped.aborted; attempt += 1) {
    if (await deliver(request, stopped)) return;
    if (fault === "BAD_SIGNATURE") return;
    if (attempt < ATTEMPTS) await pause(stopped);
  }
}

/** Delivers events to the product in order of arrival, several at once. */
export function createPusher(credentials: Credentials, faults: FaultBoard, saved?: PushSettings): Pusher {
  let settings = saved;
  const waiting: SubscribeEvent[] = [];
  const stop = new AbortController();
  let running = 0;

  const work = async () => {
    for (let event = waiting.shift(); event && settings; event = waiting.shift()) {
      const fault = faults.take("push") ?? faults.take(`push:${event.name}`);
      await deliverEvent(settings, credentials, event, fault, stop.signal);
    }
    running -= 1;
  };

  return {
    configure: (next) => {
      settings = next;
      return verify(next);
    },
    settings: () => settings,
    push: (event) => {
      if (!settings || stop.signal.aborted) return;
      waiting.push(event);
      if (running >= AT_ONCE) return;
      running += 1;
      void work();
    },
    close: () => {
      waiting.length = 0;
      stop.abort();
    },
  };
}
