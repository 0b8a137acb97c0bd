import path from "node:path";
import { WxFailure } from "../api";
import type { AppConfig } from "../compile/package";
import type { ViewCommands } from "../protocol";
import { parseUrl } from "./dataPath";
import { EventChannel } from "./eventChannel";
import type { Faults } from "./faults";
import type { PageInstance } from "./pageInstance";

export type NavigationKind = "navigateTo" | "redirectTo" | "switchTab" | "reLaunch";

interface Destination {
  url: string;
  events?: Record<string, (...values: unknown[]) => void>;
}

interface NavigationParts {
  app: AppConfig;
  pages: string[];
  view: ViewCommands;
  faults: Faults;
  create: (route: string, query: Record<string, string>) => PageInstance;
}

/** WeChat holds at most ten pages. */
const MAX_PAGES = 10;

/** The page stack and the tabs that stay alive beside it. */
export class Navigation {
  readonly stack: PageInstance[] = [];
  private readonly openTabs = new Map<string, PageInstance>();
  private readonly tabs: Set<string>;

  constructor(private readonly parts: NavigationParts) {
    this.tabs = new Set(parts.app.tabBar?.list.map((tab) => tab.pagePath));
  }

  get top(): PageInstance {
    const page = this.stack.at(-1);
    if (!page) throw new Error("no page is open");
    return page;
  }

  find(id: number | undefined): PageInstance | undefined {
    return [...this.stack, ...this.openTabs.values()].find((page) => page.id === id);
  }

  isTab(route: string): boolean {
    return this.tabs.has(route);
  }

  async start(route: string, query: Record<string, string>): Promise<void> {
    await this.enter(this.resolve("reLaunch", route), query);
  }

  async go(kind: NavigationKind, { url, events }: Destination): Promise<Record<string, unknown>> {
    const { path: place, query } = parseUrl(url);
    const route = this.resolve(kind, place);
    switch (kind) {
      case "navigateTo":
        return this.push(route, query, events);
      case "redirectTo":
        await this.discard(this.stack.pop());
        await this.enter(route, query);
        return {};
      case "reLaunch":
        await this.discardAll();
        await this.enter(route, query);
        return {};
      case "switchTab":
        await this.switchTab(route);
        return {};
    }
  }

  async back(delta: number): Promise<void> {
    if (this.stack.length < 2) throw new WxFailure("cannot navigate back at first page");
    for (let left = Math.min(delta, this.stack.length - 1); left > 0; left--)
      await this.discard(this.stack.pop());
    await this.show(this.top);
  }

  private resolve(kind: NavigationKind, place: string): string {
    const base = this.stack.length === 0 ? "" : path.posix.dirname(this.top.route);
    const route = (
      place.startsWith("/") || base === "" ? place.replace(/^\//, "") : path.posix.join(base, place)
    ).replace(/\.html$/, "");
    const refuse = (reason: string): never => {
      const failure = new WxFailure(reason);
      this.parts.faults.record(new Error(`${kind}:fail ${reason}`));
      throw failure;
    };
    if (!this.parts.pages.includes(route)) refuse(`page "${route}" is not found`);
    if (this.tabs.has(route) && (kind === "navigateTo" || kind === "redirectTo"))
      refuse(`can not ${kind} a tabbar page`);
    if (!this.tabs.has(route) && kind === "switchTab") refuse("can not switch to no-tabBar page");
    if (kind === "navigateTo" && this.stack.length >= MAX_PAGES) refuse(`webview count limit exceed`);
    return route;
  }

  private async push(
    route: string,
    query: Record<string, string>,
    events: Destination["events"],
  ): Promise<Record<string, unknown>> {
    const page = this.parts.create(route, query);
    page.channel = new EventChannel(events, (work) => void this.parts.faults.guard(work));
    this.top.call("onHide");
    this.stack.push(page);
    await this.load(page, query);
    return { eventChannel: page.channel };
  }

  private async enter(route: string, query: Record<string, string>): Promise<void> {
    const page = this.parts.create(route, query);
    this.stack.push(page);
    if (this.tabs.has(route)) this.openTabs.set(route, page);
    await this.load(page, query);
  }

  private async switchTab(route: string): Promise<void> {
    const known = this.openTabs.get(route);
    if (known && known === this.top) return;
    const before = this.top;
    for (const page of this.stack.splice(0).reverse()) {
      if (!this.tabs.has(page.route)) await this.discard(page);
      else if (page === before) page.call("onHide");
    }
    if (!known) return this.enter(route, {});
    this.stack.push(known);
    await this.show(known);
  }

  private async load(page: PageInstance, query: Record<string, string>): Promise<void> {
    page.call("onLoad", query);
    page.call("onShow");
    await page.open();
  }

  private async show(page: PageInstance): Promise<void> {
    await this.parts.view.bringToTop({ id: page.id });
    page.call("onShow");
  }

  private async discard(page: PageInstance | undefined): Promise<void> {
    if (!page) return;
    page.call("onUnload");
    this.openTabs.delete(page.route);
    await this.parts.view.close({ id: page.id });
  }

  private async discardAll(): Promise<void> {
    const pages = new Set([...this.stack.splice(0).reverse(), ...this.openTabs.values()]);
    for (const page of pages) await this.discard(page);
  }
}
