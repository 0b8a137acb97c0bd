import type { OpenDialog, WxWorld } from "./api";
import type { Condition } from "./attention";
import { Attention } from "./attention";
import type { Backend, Box, Person } from "./backends/backend";
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

type Where = Pick<Target, "within" | "nth" | "partial">;

/**
 * A running mini-program, used as a person uses it. Every action first waits for its target, and then until what it
 * started has come to rest. It rejects when a script threw, a template warned, or a function of `wx` was called that
 * the test does not provide.
 */
export class MiniProgram {
  private closed = false;
  private readonly attention: Attention;
  private readonly person: Person;

  constructor(private readonly parts: Parts) {
    const { logic, strict, waitMs } = parts;
    this.person = parts.backend.person;
    this.attention = new Attention({ logic, strict, waitMs, person: this.person });
  }

  /** Taps the first element of a selector. Rejects when there is none, it is a disabled button, or nothing reacts. */
  tap(selector: string, where: Where = {}): Promise<void> {
    return this.tapOn({ selector, ...where });
  }

  /**
   * Taps what reads exactly `text` (or has it as `aria-label`): a choice of the open dialog, something on the page, or a
   * tab of the tab bar. Rejects when several things read alike, unless `within` or `nth` says which.
   */
  async tapText(text: string, where: Where = {}): Promise<void> {
    if (this.dialog()) return this.answerDialog(text);
    const target = { text, ...where };
    await this.attention.until(
      [target, () => this.tabRoute(text) !== undefined],
      `something that reads “${text}”`,
    );
    const tab = this.tabRoute(text);
    if (tab !== undefined && (await this.person.count(target)) === 0) return this.tapTab(tab, text);
    await this.tapOn(target);
  }

  /** Chooses in the open dialog or action sheet; `input` goes into a dialog that asks for text. */
  answerDialog(text: string, input?: string): Promise<void> {
    return this.act(async () => {
      const dialog = this.dialog();
      if (!dialog) throw new Error("no dialog is open");
      dialog.choose(text, input);
    });
  }

  /** Types into the field of a selector, replacing what it held. */
  type(selector: string, text: string, where: Where = {}): Promise<void> {
    const target = { selector, ...where };
    return this.act(() => this.person.type(target, text), target);
  }

  /** Types into the field with this placeholder or `aria-label`, or beside which this text stands. */
  fill(label: string, text: string, where: Where = {}): Promise<void> {
    const target = { text: label, ...where };
    return this.act(() => this.person.type(target, text), target);
  }

  /** Chooses in a picker: by what it shows, by index, or the date, time or region itself; also slider and swiper. */
  pick(selector: string, value: unknown, where: Where = {}): Promise<void> {
    const target = { selector, ...where };
    return this.act(() => this.person.pick(target, value), target);
  }

  /** The same for a picker found by what it reads now, or beside which this text stands. */
  pickText(label: string, value: unknown, where: Where = {}): Promise<void> {
    const target = { text: label, ...where };
    return this.act(() => this.person.pick(target, value), target);
  }

  /** Sends an event that only WeChat can send (`getphonenumber`, `chooseavatar`, `scrolltolower` …). */
  fire(selector: string, type: string, detail: unknown = {}, where: Where = {}): Promise<void> {
    const target = { selector, ...where };
    return this.act(async () => {
      const answered = await this.person.send(target, type, detail);
      if (answered === 0) throw new Error(`nothing listens to ${type} on ${selector}`);
    }, target);
  }

  /** The text of the first element of a selector, or of the whole page. */
  text(selector?: string, where: Where = {}): Promise<string> {
    return this.person.textOf({ selector, ...where });
  }

  /** What the field of a selector holds. */
  value(selector: string, where: Where = {}): Promise<string> {
    return this.person.valueOf({ selector, ...where });
  }

  attr(selector: string, name: string, where: Where = {}): Promise<string | null> {
    return this.person.attribute({ selector, ...where }, name);
  }

  count(selector: string): Promise<number> {
    return this.person.count({ selector });
  }

  /** Place and size of an element (chromium view only: jsdom has no layout). A phone's screen is 390 wide: 1 px is 1.92 rpx. */
  box(selector: string, where: Where = {}): Promise<Box> {
    return this.person.box({ selector, ...where });
  }

  /** Whether something visible reads exactly `text`. */
  async sees(text: string, where: Where = {}): Promise<boolean> {
    return (await this.person.count({ text, ...where })) > 0;
  }

  html(): Promise<string> {
    return this.person.html();
  }

  /** Waits for an element, or until a condition holds. Rejects after `limitMs`. */
  async waitFor(condition: Condition, limitMs?: number): Promise<void> {
    const label = typeof condition === "function" ? "what the condition asks for" : JSON.stringify(condition);
    await this.attention.until([condition], label, limitMs);
    await this.settle();
  }

  /** Waits until the page's text contains `text`. */
  async waitForText(text: string, limitMs?: number): Promise<void> {
    await this.attention.until([async () => (await this.text()).includes(text)], `“${text}”`, limitMs);
    await this.settle();
  }

  /** Waits until the page on top is `route`. */
  async waitForRoute(route: string, limitMs?: number): Promise<void> {
    await this.attention.until([() => this.route() === route], route, limitMs);
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
    return { ...(this.parts.logic.navigation.top.object["options"] as Record<string, string>) };
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
  settle(): Promise<void> {
    return this.attention.settle();
  }

  /** How many timers the scripts have armed now. */
  armedTimers(): number {
    return this.parts.logic.timers.size;
  }

  /** Closes the app: timers and requests end with it. Rejects when it was not clean to the end. */
  async close(): Promise<void> {
    if (this.closed) return;
    await this.abandon();
    this.attention.refuseFaults();
  }

  /** Closes the app whatever its state. */
  async abandon(): Promise<void> {
    if (this.closed) return;
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
      const answered = await this.person.tap(target);
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
    if (target) await this.attention.until([target], JSON.stringify(target));
    await work();
    await this.settle();
  }
}
