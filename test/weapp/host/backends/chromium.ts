import fs from "node:fs";
import path from "node:path";
import type { Browser, ElementHandle, Page, Route } from "playwright-core";
import { chromium } from "playwright-core";
import type { Target, ViewMessage } from "../protocol";
import type { Backend, BackendOptions, Person } from "./backend";
import { commandsThrough } from "./backend";
import { viewScript } from "./bundle";

const ORIGIN = "http://mini-program.test";
const PAGE =
  '<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width,initial-scale=1"><body></body></html>';
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const ACTION_TIMEOUT_MS = 5000;

export function chromiumPath(): string {
  return process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
}

/** Starts a browser that several launches can share. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS });
}

/** Serves the package's own files and the phone's temporary files; of the network, only pictures from loopback. */
async function serve(route: Route, { dist, readTemporaryFile }: BackendOptions): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin === ORIGIN && url.pathname === "/")
    return route.fulfill({ contentType: "text/html", body: PAGE });
  if (url.origin === ORIGIN) {
    const file = path.join(dist, decodeURIComponent(url.pathname));
    return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  }
  const temporary = readTemporaryFile(url.href);
  if (temporary) return route.fulfill({ body: Buffer.from(temporary) });
  if (url.protocol === "data:" || url.hostname === "127.0.0.1") return route.continue();
  return route.abort();
}

/** Draws with layout, real touches and pictures. `browser` stays open when it was passed in. */
export async function openChromium(options: BackendOptions, shared?: Browser): Promise<Backend> {
  const browser = shared ?? (await launchBrowser());
  const context = await browser.newContext({
    viewport: options.screen,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "zh-CN",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(ACTION_TIMEOUT_MS);
  page.on("pageerror", (error) => options.emit({ kind: "fault", message: `view: ${error.message}` }));
  await page.route("**/*", (route) => serve(route, options));
  await page.goto(`${ORIGIN}/`);
  await page.exposeFunction("sendToLogic", (message: ViewMessage | null) => {
    if (message) options.emit(message);
  });
  await page.addScriptTag({ content: await viewScript() });
  await page.addScriptTag({ content: `window.miniProgramTemplates = ${options.templates};` });
  const send = "(message) => void window.sendToLogic(message)";
  await run(page, `window.miniProgramView.boot(value, window.miniProgramTemplates, ${send})`, options.built);
  return {
    view: commandsThrough((name, value) =>
      run(page, `window.miniProgramView.commands.${name}(value)`, value),
    ),
    person: touchPerson(page),
    screenshot: async (file) => void (await page.screenshot({ path: file })),
    close: async () => {
      await context.close();
      if (!shared) await browser.close();
    },
  };
}

/** Evaluates `code` in the page with `value` in scope. */
function run<T>(page: Page, code: string, value?: unknown): Promise<T> {
  return page.evaluate(`(() => { const value = ${JSON.stringify(value ?? null)}; return ${code}; })()`);
}

function touchPerson(page: Page): Person {
  const ask = <T>(name: string, ...values: unknown[]): Promise<T> =>
    run(page, `window.miniProgramView.person.${name}(...value)`, values);
  const reactions = (): Promise<number> => run(page, "window.miniProgramView.reactionCount()");
  const handle = async (name: string, target: Target): Promise<ElementHandle> => {
    const code = `window.miniProgramView.person.${name}(${JSON.stringify(target)})`;
    const element = (await page.evaluateHandle(code)).asElement();
    if (!element) throw new Error("the element is gone");
    return element;
  };
  // A round trip through the same channel: when it returns, all messages sent before it have been delivered.
  const flush = (): Promise<unknown> => page.evaluate("window.sendToLogic(null)");
  const counting = async (work: () => Promise<unknown>): Promise<number> => {
    const before = await reactions();
    await work();
    await flush();
    return (await reactions()) - before;
  };
  return {
    tap: (target) => counting(async () => (await handle("touchable", target)).tap()),
    type: async (target, text) => {
      await (await handle("field", target)).fill(text);
      await flush();
    },
    pick: async (target, value) => {
      await ask("pick", target, value);
      await flush();
    },
    send: (target, name, detail) => counting(() => ask("send", target, name, detail)),
    textOf: (target) => ask("textOf", target),
    valueOf: (target) => ask("valueOf", target),
    attribute: (target, name) => ask("attribute", target, name),
    count: (target) => ask("count", target),
    box: (target) => ask("box", target),
    html: () => ask("html"),
  };
}
