import type { Target } from "../protocol";
import type { Backend, BackendOptions, Person, ViewGlobal } from "./backend";
import { commandsThrough } from "./backend";
import { viewScript } from "./bundle";

interface DomWindow {
  eval(script: string): unknown;
  close(): void;
  miniProgramView: ViewGlobal;
}

interface DomModule {
  JSDOM: new (html: string, options: object) => { window: DomWindow };
  VirtualConsole: new () => { on(event: string, listener: (error: Error) => void): void };
}

/** jsdom's types would bring the browser's globals into every file of the product. */
const DOM_MODULE: string = "jsdom";

/** Draws without layout: fast, for journeys that read and tap. */
export async function openJsdom(options: BackendOptions): Promise<Backend> {
  const { JSDOM, VirtualConsole } = (await import(DOM_MODULE)) as DomModule;
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => {
    if (!/Not implemented/.test(error.message))
      options.emit({ kind: "fault", message: `view: ${error.message}` });
  });
  const html = "<!doctype html><html><head></head><body></body></html>";
  const dom = new JSDOM(html, {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    url: "http://mini-program.test/",
    virtualConsole,
  });
  const { window } = dom;
  window.eval(await viewScript());
  const view = window.miniProgramView;
  // Messages arrive in a later turn, as they do between WeChat's two threads.
  view.boot(options.built, window.eval(options.templates), (message) =>
    queueMicrotask(() => options.emit(message)),
  );
  return {
    view: commandsThrough(async (name, value) => view.commands[name](value)),
    person: domPerson(view),
    screenshot: () => Promise.reject(new Error("jsdom has no layout: use the chromium view for pictures")),
    close: async () => window.close(),
  };
}

function domPerson({ person, reactionCount }: ViewGlobal): Person {
  const ask = async <T>(name: string, ...values: unknown[]): Promise<T> => {
    const run = person[name];
    if (!run) throw new Error(`the view cannot ${name}`);
    return run(...values) as T;
  };
  const counting = async (name: string, ...values: unknown[]): Promise<number> => {
    const before = reactionCount();
    await ask(name, ...values);
    return reactionCount() - before;
  };
  return {
    tap: (target: Target) => counting("tap", target),
    type: (target, text) => ask("type", target, text),
    pick: (target, value) => ask("pick", target, value),
    send: (target, name, detail) => counting("send", target, name, detail),
    textOf: (target) => ask("textOf", target),
    valueOf: (target) => ask("valueOf", target),
    attribute: (target, name) => ask("attribute", target, name),
    count: (target) => ask("count", target),
    box: (target) => ask("box", target),
    html: () => ask("html"),
  };
}
