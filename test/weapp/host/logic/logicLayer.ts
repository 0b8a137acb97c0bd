import type { WxWorld } from "../api";
import type { BuiltPackage } from "../compile/package";
import type { TemplateEvent, ViewCommands, ViewMessage } from "../protocol";
import { Busy } from "./busy";
import type { ComponentDefinition } from "./components";
import { Components, shapeOf } from "./components";
import { Faults, watchRejections } from "./faults";
import { defineHostApis } from "./hostApis";
import { Navigation } from "./navigation";
import { PageInstance } from "./pageInstance";
import { Realm } from "./realm";
import { Scripts } from "./scripts";
import { createSelectorQuery, createSilentObserver } from "./selectorQuery";
import { TapTurn } from "./tapTurn";
import { Timers } from "./timers";
import { WxObject } from "./wxObject";

export interface LogicOptions {
  built: BuiltPackage;
  view: ViewCommands;
  world: WxWorld;
  start: string;
  query: Record<string, string>;
  scene: number;
  oldEngine: boolean;
}

const CONSOLE_METHODS = ["log", "info", "warn", "debug", "group", "groupEnd", "time", "timeEnd", "trace"];

/** The service layer: app and page scripts, the page stack and `wx`, in a realm without a browser. */
export class LogicLayer {
  readonly busy = new Busy();
  readonly faults = new Faults();
  readonly tapTurn = new TapTurn();
  readonly timers = new Timers(this.busy, this.faults);
  readonly scripts: Scripts;
  readonly navigation: Navigation;
  readonly wx: WxObject;
  private readonly realm: Realm;
  private readonly components: Components;
  private readonly view: ViewCommands;
  private readonly stopWatching: () => void;
  private nextPage = 1;
  private readonly shapesSent = new Set<string>();

  constructor(private readonly options: LogicOptions) {
    const { built, world } = options;
    this.view = this.counted(options.view);
    this.scripts = new Scripts(built);
    const globals: Record<string, unknown> = {
      ...this.scripts.globals,
      console: this.console(),
      setTimeout: this.timers.setTimeout,
      clearTimeout: this.timers.clear,
      setInterval: this.timers.setInterval,
      clearInterval: this.timers.clear,
      getCurrentPages: () => this.navigation.stack.map((page) => page.object),
      global: {},
      wx: {},
    };
    this.realm = new Realm({ globals, now: world.now, oldEngine: options.oldEngine });
    this.stopWatching = watchRejections((promise) => this.realm.owns(promise), this.faults);
    const { faults, view } = this;
    this.navigation = new Navigation({
      app: built.app,
      pages: built.pages,
      view,
      faults,
      create: (route, query) => this.createPage(route, query),
    });
    this.components = new Components({
      view,
      faults,
      adopt: this.realm.adopt,
      currentPage: () => this.navigation.top.id,
    });
    this.wx = new WxObject({ realm: this.realm, busy: this.busy, faults, tapTurn: this.tapTurn });
    this.defineApis(globals);
  }

  /** Runs the app and opens its first page. */
  async start(): Promise<void> {
    const { start: path, query, scene } = this.options;
    const launch = { path, query, scene, referrerInfo: {} };
    this.scripts.start(this.realm);
    this.callApp("onLaunch", launch);
    this.callApp("onShow", launch);
    await this.navigation.start(path, query);
  }

  /** Takes one message from the view. */
  receive(message: ViewMessage): void {
    switch (message.kind) {
      case "event":
        return this.handle(message);
      case "navigate":
        return void this.navigate(message).catch(() => undefined);
      case "attached":
        return this.components.attach(message, this.scripts.components.get(message.path));
      case "detached":
        return this.components.detach(message.component);
      case "fault":
        return this.faults.record(new Error(message.message));
    }
  }

  /** Calls a life-cycle function of the app. */
  callApp(name: string, value?: unknown): void {
    const method = this.scripts.app[name];
    if (typeof method !== "function") return;
    this.faults.guard(() =>
      (method as (value: unknown) => unknown).call(this.scripts.app, this.realm.adopt(value)),
    );
  }

  stop(): void {
    this.wx.close();
    this.timers.stop();
    this.stopWatching();
  }

  private defineApis(globals: Record<string, unknown>): void {
    const { world } = this.options;
    world.bind((work) => void this.faults.guard(work));
    for (const [name, value] of Object.entries(world.constants)) this.wx.defineConstant(name, value);
    for (const [name, run] of Object.entries(world.syncApis))
      this.wx.defineSync(name, (...values) => this.realm.adopt(run(...values)));
    for (const [name, run] of Object.entries(world.asyncApis)) this.wx.defineAsync(name, run);
    const { start: path, query, scene } = this.options;
    defineHostApis(this.wx, {
      navigation: this.navigation,
      timers: this.timers,
      view: this.view,
      launch: this.realm.adopt({ path, query, scene, referrerInfo: {} }),
      createSelectorQuery: this.selectorQuery,
    });
    Object.assign(globals["wx"] as object, this.wx.object);
  }

  private createPage(route: string, query: Record<string, string>): PageInstance {
    const definition = this.scripts.loadPage(route);
    this.sendShapes();
    return new PageInstance(this.nextPage++, route, definition, query, {
      view: this.view,
      faults: this.faults,
      adopt: this.realm.adopt,
      createSelectorQuery: this.selectorQuery,
      createObserver: createSilentObserver,
    });
  }

  private readonly selectorQuery = (): object =>
    createSelectorQuery(
      (queries) => this.view.query({ id: this.navigation.top.id, queries }),
      (listener, value) => void this.faults.guard(() => listener?.(this.realm.adopt(value))),
    );

  private sendShapes(): void {
    const fresh = [...this.scripts.components].filter(
      ([path]) => !this.shapesSent.has(path) && !this.options.built.pages.includes(path),
    );
    for (const [path] of fresh) this.shapesSent.add(path);
    const shapes = fresh.map(([path, definition]: [string, ComponentDefinition]) =>
      shapeOf(path, definition),
    );
    if (shapes.length > 0) this.view.define(shapes).catch((cause: unknown) => this.faults.record(cause));
  }

  private handle(message: Extract<ViewMessage, { kind: "event" }>): void {
    const { handler, event } = message;
    const deliver = (): void => {
      if (message.component !== undefined)
        this.components.handle(message.component, handler, event, message.path);
      else this.deliverToPage(message.page, handler, event);
    };
    if (event.type === "tap") this.tapTurn.during(deliver);
    else deliver();
  }

  private deliverToPage(id: number | undefined, handler: string, event: TemplateEvent): void {
    const page = this.navigation.find(id);
    if (!page) return;
    if (page.has(handler)) page.call(handler, event);
    else this.faults.record(new Error(`page "${page.route}" has no handler "${handler}"`));
  }

  private async navigate(message: Extract<ViewMessage, { kind: "navigate" }>): Promise<void> {
    const { type, url, delta } = message;
    if (type === "navigateBack") await this.busy.during("navigator", this.navigation.back(delta));
    else if (type === "switchTab" || type === "reLaunch")
      await this.busy.during("navigator", this.navigation.go(type, { url }));
    else
      await this.busy.during(
        "navigator",
        this.navigation.go(type === "redirect" ? "redirectTo" : "navigateTo", { url }),
      );
  }

  private counted(view: ViewCommands): ViewCommands {
    return new Proxy(view, {
      get: (target, name: keyof ViewCommands) => (value: never) => {
        const answer: Promise<unknown> = target[name](value);
        return this.busy.during(`view.${name}`, answer);
      },
    });
  }

  private console(): Record<string, unknown> {
    const quiet = Object.fromEntries(CONSOLE_METHODS.map((name) => [name, () => undefined]));
    const error = (...values: unknown[]): void => {
      const thrown = values.find((value) => typeof value === "object" && value !== null && "stack" in value);
      this.faults.record(thrown ?? new Error(`console.error: ${values.map(String).join(" ")}`));
    };
    return { ...quiet, error };
  }
}
