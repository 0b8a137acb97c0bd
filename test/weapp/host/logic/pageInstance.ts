import type { JsonObject, ViewCommands } from "../protocol";
import { throughJson } from "../protocol";
import { setAtPath } from "./dataPath";
import type { EventChannel } from "./eventChannel";
import type { Faults } from "./faults";

export type Method = (this: unknown, ...values: unknown[]) => unknown;
export type PageDefinition = Record<string, unknown> & { data?: JsonObject };

/** WeChat refuses a `setData` above this many characters. */
const SET_DATA_LIMIT = 1024 * 1024;

export interface PageParts {
  view: ViewCommands;
  faults: Faults;
  adopt: (value: unknown) => unknown;
  createSelectorQuery: () => unknown;
  createObserver: () => unknown;
}

/** One open page: the object that page scripts know as `this`. */
export class PageInstance {
  readonly object: Record<string, unknown>;
  channel?: EventChannel;
  private shown = false;
  private readonly waiting: (() => void)[] = [];

  constructor(
    readonly id: number,
    readonly route: string,
    definition: PageDefinition,
    query: Record<string, string>,
    private readonly parts: PageParts,
  ) {
    const { data = {}, ...members } = definition;
    this.object = {
      ...members,
      route,
      __route__: route,
      is: route,
      options: parts.adopt(query),
      data: parts.adopt(throughJson(data)),
      setData: (patch: JsonObject, done?: () => void) => this.setData(patch, done),
      getPageId: () => id,
      selectComponent: () => null,
      selectAllComponents: () => [],
      createSelectorQuery: parts.createSelectorQuery,
      createIntersectionObserver: parts.createObserver,
      getOpenerEventChannel: () => this.channel,
      getTabBar: () => null,
    };
  }

  get data(): JsonObject {
    return this.object["data"] as JsonObject;
  }

  has(name: string): boolean {
    return typeof this.object[name] === "function";
  }

  /** Calls one of the page's own functions; a page without it is not asked. */
  call(name: string, ...values: unknown[]): unknown {
    const method = this.object[name];
    if (typeof method !== "function") return undefined;
    return this.parts.faults.guard(() =>
      (method as Method).call(this.object, ...values.map((value) => this.parts.adopt(value))),
    );
  }

  /** Draws the page. Whatever `onLoad` and `onShow` have set is part of the first picture. */
  async open(): Promise<void> {
    const opened = this.parts.view.open({ id: this.id, path: this.route, data: throughJson(this.data) });
    this.shown = true;
    await opened;
    for (const done of this.waiting.splice(0)) this.parts.faults.guard(done);
    this.call("onReady");
  }

  private setData(patch: JsonObject, done?: () => void): void {
    const text = JSON.stringify(patch);
    if (text.length > SET_DATA_LIMIT)
      this.parts.faults.record(new Error(`setData of ${text.length} characters on ${this.route}`));
    const plain = JSON.parse(text) as JsonObject;
    for (const [path, value] of Object.entries(plain)) setAtPath(this.data, path, this.parts.adopt(value));
    const finish = (): void => done?.call(this.object);
    if (!this.shown) {
      this.waiting.push(finish);
      return;
    }
    this.parts.view.update({ id: this.id, patch: plain }).then(
      () => this.parts.faults.guard(finish),
      (cause: unknown) => this.parts.faults.record(cause),
    );
  }
}
