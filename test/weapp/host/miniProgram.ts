import type { OpenDialog, WxWorld } from "./api";
import type { Backend } from "./backends/backend";
import type { BuiltPackage } from "./compile/package";
import type { LogicLayer } from "./logic/logicLayer";
import type { CallRecord } from "./logic/wxObject";
import type { Target } from "./protocol";

interface Parts {
  built: BuiltPackage;
  backend: Backend;
  logic: LogicLayer;
  world: WxWorld;
  strict: boolean;
  waitMs: number;
}

type Where = Pick<Target, "within" | "nth">;
type Condition = string | Target | (() => boolean | Promise<boolean>);

const SETTLE_MS = 15_000;
const POLL_MS = 25;

/**
 * A running mini-program, used as a person uses it. Every action waits until what it started has come to rest, and
 * rejects when a script threw, a template warned, or a function of `wx` was called that the test does not provide.
 */
export class MiniProgram {
  private closed = false;

  constructor(private readonly parts: Parts) {}

  /** Taps the first element of a selector. Rejects when there is none, it is a disabled button, or nothing reacts. */
  tap(selector: string, where: Where = {}): Promise<void> {
    return this.tapOn({ selector, ...where });
  }

  /**
   * Taps what reads exactly `text` (or has it as `aria-label`): a choice of the open dialog, something on the page, or a
   * tab of the tab bar.
   */
  async tapText(text: string, where: Where = {}): Promise<void> {
    const dialog = this.dialog();
    if (dialog) return this.act(async () => dialog.choose(text));
    const target = { text, ...where };
    await this.waitForAny(
      [target, () => this.tabRoute(text) !== undefined],
      `something that reads “${text}”`,
    );
    const tab = this.tabRoute(text);
    if (tab !== undefined && (await this.parts.backend.person.count(target)) === 0)
      return this.tapTab(tab, text);
    await this.tapOn(target);
  }

  /** Types into the field of a selector, replacing what it held. */
  type(selector: string, text: string, where: Where = {}): Promise<void> {
    return this.act(() => this.parts.backend.person.type({ selector, ...where }, text), {
      selector,
      ...where,
    });
  }

  /** Types into the field with this placeholder, `aria-label` or label. */
  fill(label: string, text: string, where: Where = {}): Promise<void> {
    const target = { text: label, ...where };
    return this.act(() => this.parts.backend.person.type(target, text), target);
  }

  /** Chooses in a picker: by what it shows, by index, or the date, time or region itself; also slider and swiper. */
  pick(selector: string, value: unknown, where: Where = {}): Promise<void> {
    return this.act(() => this.parts.backend.person.pick({ selector, ...where }, value), {
      selector,
      ...where,
    });
  }

  /** The same for a picker found by what it reads now. */
  pickText(label: string, value: unknown, where: Where = {}): Promise<void> {
    const target = { text: label, ...where };
    return this.act(() => this.parts.backend.person.pick(target, value), target);
  }

  /** Sends an event that only WeChat can send (`getphonenumber`, `chooseavatar`, `scrolltolower` …). */
  fire(selector: string, type: string, detail: unknown = {}): Promise<void> {
    return this.act(
      async () => {
        const answered = await this.parts.backend.person.send({ selector }, type, detail);
        if (answered === 0) throw new Error(`nothing listens to ${type} on ${selector}`);
      },
      { selector },
    );
  }

  /** The text of the first element of a selector, or of the whole page. */
  text(selector?: string, where: Where = {}): Promise<string> {
    return this.parts.backend.person.textOf({ selector, ...where });
  }

  value(selector: string, where: Where = {}): Promise<string> {
    return this.parts.backend.person.valueOf({ selector, ...where });
  }

  attr(selector: string, name: string, where: Where = {}): Promise<string | null> {
    return this.parts.backend.person.attribute({ selector, ...where }, name);
  }

  count(selector: string): Promise<number> {
    return this.parts.backend.person.count({ selector });
  }

  /** Whether something visible reads exactly `text`. */
  async sees(text: string, where: Where = {}): Promise<boolean> {
    return (await this.parts.backend.person.count({ text, ...where })) > 0;
  }

  html(): Promise<string> {
    return this.parts.backend.person.html();
  }

  /** Waits for an element, or until a condition holds. Rejects after `limitMs`. */
  async waitFor(condition: Condition, limitMs = this.parts.waitMs): Promise<void> {
    const label = typeof condition === "function" ? "the condition" : JSON.stringify(condition);
    await this.waitForAny([condition], label, limitMs);
    await this.settle();
  }

  /** Waits until the page's text contains `text`. */
  async waitForText(text: string, limitMs = this.parts.waitMs): Promise<void> {
    await this.waitForAny([async () => (await this.text()).includes(text)], `text “${text}”`, limitMs);
    await this.settle();
  }

  /** Route of the page on top. */
  route(): string {
    return this.parts.logic.navigation.top.route;
  }

  /** Routes of the open pages, the one on top last. */
  stack(): string[] {
    return this.parts.logic.navigation.stack.map((page) => page.route);
  }

  /** Query of the page on top, as written. */
  query(): Record<string, string> {
    return this.parts.logic.navigation.top.object["options"] as Record<string, string>;
  }

  /** The back gesture. */
  back(): Promise<void> {
    return this.act(() => this.parts.logic.navigation.back(1));
  }

  /** Calls a function of the page on top that WeChat calls (`onPullDownRefresh`, `onReachBottom`, `onShareAppMessage`). */
  async call(name: string, ...values: unknown[]): Promise<unknown> {
    let result: unknown;
    await this.act(async () => {
      const page = this.parts.logic.navigation.top;
      if (!page.has(name)) throw new Error(`page "${page.route}" has no ${name}`);
      result = await page.call(name, ...values);
    });
    return result;
  }

  /** The person leaves for another app. */
  hide(): Promise<void> {
    return this.act(async () => {
      this.parts.logic.navigation.top.call("onHide");
      this.parts.logic.callApp("onHide");
      this.parts.world.emit("appHide");
    });
  }

  /** The person comes back. */
  show(): Promise<void> {
    return this.act(async () => {
      const options = { path: this.route(), query: {}, scene: 1001, referrerInfo: {} };
      this.parts.logic.callApp("onShow", options);
      this.parts.world.emit("appShow", options);
      this.parts.logic.navigation.top.call("onShow");
    });
  }

  /** The dialog or action sheet that is open. */
  dialog(): OpenDialog | undefined {
    return this.parts.world.dialog();
  }

  /** Every call of `wx`, in order. */
  calls(name?: string): CallRecord[] {
    return this.parts.logic.wx.calls.filter((call) => name === undefined || call.name === name);
  }

  /** A picture of the page on top (chromium view only). */
  screenshot(path: string): Promise<void> {
    return this.parts.backend.screenshot(path);
  }

  /** What WeChat's tools would refuse or warn about in the package. */
  problems(): string[] {
    return [...this.parts.built.problems];
  }

  /** What went wrong while running. */
  errors(): Error[] {
    return this.parts.logic.faults.all();
  }

  /** Hands over the errors and forgets them: for a test that provokes one. */
  takeErrors(): Error[] {
    return this.parts.logic.faults.take();
  }

  /** Waits until requests, short timers and drawing have come to rest. */
  async settle(): Promise<void> {
    await this.parts.logic.busy.settle(SETTLE_MS);
    this.refuseFaults();
  }

  /** Timers that the scripts have armed now. */
  armedTimers(): number {
    return this.parts.logic.timers.size;
  }

  /** Closes the app: timers and requests end with it. Rejects when it was not clean to the end. */
  async close(): Promise<void> {
    if (this.closed) return;
    await this.abandon();
    this.refuseFaults();
  }

  /** Closes the app whatever its state. */
  async abandon(): Promise<void> {
    this.closed = true;
    this.parts.world.close();
    this.parts.logic.stop();
    await this.parts.backend.close();
  }

  /** Starts the app; `launch` does this. */
  async open(): Promise<void> {
    await this.parts.logic.start();
    await this.settle();
  }

  private tapOn(target: Target): Promise<void> {
    return this.act(async () => {
      const dialog = this.dialog();
      if (dialog) throw new Error(`the dialog “${dialog.title || dialog.content}” covers the page`);
      const answered = await this.parts.backend.person.tap(target);
      if (answered === 0) throw new Error(`nothing reacts to a tap on ${JSON.stringify(target)}`);
    }, target);
  }

  private tapTab(route: string, text: string): Promise<void> {
    return this.act(async () => {
      await this.parts.logic.navigation.go("switchTab", { url: `/${route}` });
      this.parts.logic.navigation.top.call("onTabItemTap", { pagePath: route, text });
    });
  }

  private tabRoute(text: string): string | undefined {
    const { tabBar } = this.parts.built.app;
    if (!tabBar || tabBar.custom || !this.parts.logic.navigation.isTab(this.route())) return undefined;
    return tabBar.list.find((tab) => tab.text === text)?.pagePath;
  }

  private async act(work: () => Promise<unknown>, target?: Target): Promise<void> {
    if (this.closed) throw new Error("the mini-program is closed");
    if (target) await this.waitForAny([target], JSON.stringify(target));
    await work();
    await this.settle();
  }

  private async waitForAny(
    conditions: Condition[],
    label: string,
    limitMs = this.parts.waitMs,
  ): Promise<void> {
    const end = Date.now() + limitMs;
    for (;;) {
      this.refuseFaults();
      for (const condition of conditions) if (await this.holds(condition)) return;
      if (Date.now() > end)
        throw new Error(`${label} did not appear on ${this.route()} within ${limitMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  private async holds(condition: Condition): Promise<boolean> {
    if (typeof condition === "function") return condition();
    const target = typeof condition === "string" ? { selector: condition } : condition;
    return (await this.parts.backend.person.count(target)) > (target.nth ?? 0);
  }

  private refuseFaults(): void {
    if (!this.parts.strict) return;
    const found = this.errors().map((error) => error.stack ?? error.message);
    if (found.length > 0) throw new Error(`the mini-program is not clean:\n${found.join("\n")}`);
  }
}
