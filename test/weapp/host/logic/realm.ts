import vm from "node:vm";

/** Names that WeChat's module wrapper shadows, so that scripts see them as undefined. */
const SHADOWED = [
  "window",
  "document",
  "frames",
  "self",
  "location",
  "navigator",
  "localStorage",
  "history",
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
];

/** What the logic layer of WeChat lacks, or forbids, beyond what a bare V8 context already leaves out. */
const HARDEN = `
for (const name of ["Intl", "WebAssembly", "SharedArrayBuffer", "Atomics"]) delete globalThis[name];
`;

/** What iOS 13 and Chrome 80, the oldest engines that the build promises, do not have yet. */
const AGE = `
for (const name of ["WeakRef", "FinalizationRegistry", "AggregateError"]) delete globalThis[name];
for (const [owner, names] of [
  [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"]],
  [String.prototype, ["at", "replaceAll", "isWellFormed", "toWellFormed"]],
  [Object, ["hasOwn", "groupBy"]],
  [Promise, ["any", "withResolvers", "try"]],
  [Array, ["fromAsync"]],
]) for (const name of names) delete owner[name];
`;

const CLOCK = `
(function (now) {
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...parts) { if (parts.length === 0) super(now()); else super(...parts); }
    static now() { return now(); }
  };
})`;

const ADOPT = `
(function adopt(value) {
  if (value === null || typeof value !== "object") return value;
  if (Object.prototype.toString.call(value) === "[object ArrayBuffer]") {
    const copy = new Uint8Array(value.byteLength);
    copy.set(new Uint8Array(value));
    return copy.buffer;
  }
  if (Array.isArray(value)) return Array.from(value, (item) => adopt(item));
  const copy = {};
  for (const key of Object.keys(value)) copy[key] = adopt(value[key]);
  return copy;
})`;

const DEFER = `(function (start) { return new Promise(start); })`;

export interface RealmOptions {
  globals: Record<string, unknown>;
  /** Milliseconds since the epoch, as the mini-program's `Date` tells them. */
  now?: () => number;
  /** Take away what the oldest supported phones lack. */
  oldEngine?: boolean;
}

/** The bare world in which the mini-program's scripts run: no browser, no Node, no code from strings. */
export class Realm {
  private readonly context: vm.Context;
  /** Rebuilds a plain value out of this realm's own objects, so that `instanceof` tells the truth inside. */
  readonly adopt: (value: unknown) => unknown;
  private readonly defer: (
    start: (resolve: (value: unknown) => void, reject: (cause: unknown) => void) => void,
  ) => Promise<unknown>;
  private readonly promiseClass: new () => object;

  constructor(options: RealmOptions) {
    this.context = vm.createContext(
      { ...options.globals },
      { name: "mini-program", codeGeneration: { strings: false, wasm: false } },
    );
    vm.runInContext(HARDEN, this.context);
    if (options.oldEngine) vm.runInContext(AGE, this.context);
    if (options.now) (vm.runInContext(CLOCK, this.context) as (now: () => number) => void)(options.now);
    this.adopt = vm.runInContext(ADOPT, this.context) as (value: unknown) => unknown;
    this.defer = vm.runInContext(DEFER, this.context) as typeof this.defer;
    this.promiseClass = vm.runInContext("Promise", this.context) as new () => object;
  }

  /** A promise of this realm: unhandled, it counts as the mini-program's fault. */
  promise(work: Promise<unknown>): Promise<unknown> {
    return this.defer((resolve, reject) => void work.then(resolve, reject));
  }

  owns(promise: object): boolean {
    return promise instanceof this.promiseClass;
  }

  /** Compiles one file as WeChat wraps it: CommonJS, the browser's names shadowed. */
  compile(
    source: string,
    filename: string,
  ): (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void {
    return vm.compileFunction(source, ["require", "module", "exports", ...SHADOWED], {
      filename,
      parsingContext: this.context,
    }) as ReturnType<Realm["compile"]>;
  }
}
