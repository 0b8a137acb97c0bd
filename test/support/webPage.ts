import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { picturePath } from "./browser";
import type { TestServer } from "./testServer";
import { until } from "./until";

export const SCREENS = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
} as const;
export type Screen = keyof typeof SCREENS;

/** A window of the browser build, used by what can be seen in it. */
export interface WebPage {
  page: Page;
  /** Console errors, uncaught errors and answers of 500 and above so far. */
  faults: string[];
  /** Opens a route of the app, `pages/home/index?x=1`. */
  go(route: string): Promise<void>;
  /** Clicks what reads exactly this, or is called so by a screen reader. `within` narrows to a part of the page. */
  tap(text: string, within?: string): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  /** Waits until this can be read. */
  reads(text: string | RegExp): Promise<void>;
  /** Waits until the address names this page. */
  isAt(route: string): Promise<void>;
  close(): Promise<void>;
}

/** Taro keeps the pages below the present one in the document, hidden. */
function seen(locator: Locator): Locator {
  return locator.filter({ visible: true }).first();
}

/** Addresses of the pages that can be seen: two while one gives way to the next. */
const PAGES = `[...document.querySelectorAll(".taro_page")].filter((node) => node.getClientRects().length).map((node) => node.id)`;

function listen(page: Page, faults: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("response", (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
}

/** Does something on the page; a failure leaves a picture of what stood there instead. */
async function pictured<T>(page: Page, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = what.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
    await page.screenshot({ path: picturePath("failed", `${name}.png`) }).catch(() => undefined);
    throw error;
  }
}

function webPageOf(page: Page, context: BrowserContext, baseUrl: string): WebPage {
  const faults: string[] = [];
  listen(page, faults);
  const place = (within: string | undefined) => (within === undefined ? page : seen(page.locator(within)));
  return {
    page,
    faults,
    async go(route) {
      await page.goto(`${baseUrl}/#/${route}`);
    },
    async tap(text, within) {
      const root = place(within);
      const found = root.getByText(text, { exact: true }).or(root.getByLabel(text, { exact: true }));
      await pictured(page, `tap ${text}`, () => seen(found).click());
    },
    fill: (label, value) =>
      pictured(page, `fill ${label}`, () =>
        seen(page.locator("input,textarea").and(page.getByLabel(label))).fill(value),
      ),
    choose: async (label, option) =>
      void (await seen(page.locator("select").and(page.getByLabel(label))).selectOption({ label: option })),
    reads: (text) => pictured(page, `reads ${String(text)}`, () => seen(page.getByText(text)).waitFor()),
    isAt: (route) =>
      pictured(page, `isAt ${route}`, async () => {
        await page.waitForURL((url) => url.hash.startsWith(`#/${route}`));
        await until(async () => {
          const shown = await page.evaluate<string[]>(PAGES);
          return shown.length > 0 && shown.every((id) => id.includes(route)) ? true : undefined;
        }, 20_000);
      }),
    close: () => context.close(),
  };
}

/** A fresh browser window on the web page that the server serves. */
export async function openWeb(browser: Browser, server: TestServer, screen: Screen): Promise<WebPage> {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    ...(screen === "phone" ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return webPageOf(page, context, server.baseUrl);
}

/** Signs in as somebody of the sandbox through the page on which one chooses who to be. */
export async function becomePersona(web: WebPage, label: string, landsOn: string): Promise<void> {
  await web.go("packages/sign-in/index");
  await web.tap(label);
  await web.isAt(landsOn);
}
