import type { Browser } from "playwright-core";
import type { WxWorld } from "./api";
import type { Backend } from "./backends/backend";
import { openChromium } from "./backends/chromium";
import { openJsdom } from "./backends/jsdom";
import { readPackage } from "./compile/package";
import { LogicLayer } from "./logic/logicLayer";
import { MiniProgram } from "./miniProgram";
import type { ViewMessage } from "./protocol";
import { createLocalWx } from "./wx/local";

export interface LaunchOptions {
  /** Folder of the built mini-program. */
  dist: string;
  /** `jsdom` is fast and has no layout; `chromium` has real touches, layout and pictures. */
  view?: "jsdom" | "chromium";
  /** What answers the functions of `wx`; by default a phone without network. */
  wx?: WxWorld;
  /** First page, without a leading slash; by default the first that `app.json` lists. */
  start?: string;
  query?: Record<string, string>;
  /** WeChat's number of the way in (1001 from the list, 1047 by a mini-program code, 1107 by a notice). */
  scene?: number;
  /** A browser to share between launches of the chromium view. */
  browser?: Browser;
  screen?: { width: number; height: number };
  /** Take away what the oldest phones' engines lack. */
  oldEngine?: boolean;
  /** How long to wait for what does not appear; 8 s by default. */
  waitMs?: number;
  /** Only collect faults instead of failing the action that met them: for tests of the host itself. */
  tolerant?: boolean;
}

const WAIT_MS = 8_000;
const PHONE = { width: 390, height: 844 };

/** Opens the built mini-program as a person opens it on the phone. Rejects when it does not come up clean. */
export async function launch(options: LaunchOptions): Promise<MiniProgram> {
  const built = readPackage(options.dist);
  if (!options.tolerant && built.problems.length > 0)
    throw new Error(`the package is not clean:\n${built.problems.join("\n")}`);
  const world = options.wx ?? createLocalWx();
  const early: ViewMessage[] = [];
  let deliver = (message: ViewMessage): void => void early.push(message);
  const backendOptions = {
    dist: options.dist,
    built: built.view,
    templates: built.templates,
    emit: (message: ViewMessage) => deliver(message),
    screen: options.screen ?? PHONE,
    readTemporaryFile: (path: string) => world.readTemporaryFile(path),
  };
  const backend: Backend =
    options.view === "chromium"
      ? await openChromium(backendOptions, options.browser)
      : await openJsdom(backendOptions);
  const logic = new LogicLayer({
    built,
    view: backend.view,
    world,
    start: options.start ?? built.app.pages[0] ?? "",
    query: options.query ?? {},
    scene: options.scene ?? 1001,
    oldEngine: options.oldEngine ?? false,
  });
  deliver = (message) => logic.receive(message);
  early.forEach(deliver);
  const miniProgram = new MiniProgram({
    built,
    backend,
    logic,
    world,
    strict: !options.tolerant,
    waitMs: options.waitMs ?? WAIT_MS,
  });
  try {
    await miniProgram.open();
    return miniProgram;
  } catch (cause) {
    await miniProgram.abandon();
    throw cause;
  }
}
