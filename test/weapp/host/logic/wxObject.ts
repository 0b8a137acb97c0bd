import type { ApiCall, AsyncApi, SyncApi } from "../api";
import { WxFailure } from "../api";
import { KNOWN_APIS } from "./apiNames";
import type { Busy } from "./busy";
import type { Faults } from "./faults";
import type { Realm } from "./realm";
import type { TapTurn } from "./tapTurn";

type Listener = ((value: unknown) => void) | undefined;

interface Callbacks {
  success?: Listener;
  fail?: Listener;
  complete?: Listener;
}

export interface CallRecord {
  name: string;
  values: unknown[];
}

interface WxObjectParts {
  realm: Realm;
  busy: Busy;
  faults: Faults;
  tapTurn: TapTurn;
}

/** The `wx` that scripts see: callbacks or promises as WeChat offers both, every call recorded. */
export class WxObject {
  readonly object: Record<string, unknown> = {};
  readonly calls: CallRecord[] = [];
  private closed = false;

  constructor(private readonly parts: WxObjectParts) {
    for (const name of KNOWN_APIS) this.object[name] = (...values: unknown[]) => this.refuse(name, values);
  }

  defineConstant(name: string, value: unknown): void {
    this.object[name] = this.parts.realm.adopt(value);
  }

  defineSync(name: string, run: SyncApi): void {
    this.object[name] = (...values: unknown[]) => {
      this.calls.push({ name, values });
      return run(...(values as never[]));
    };
  }

  defineAsync(name: string, run: AsyncApi): void {
    this.object[name] = (options: unknown = {}) => this.invoke(name, run, options);
  }

  /** From here on nothing calls back into the scripts. */
  close(): void {
    this.closed = true;
  }

  private refuse(name: string, values: unknown[]): unknown {
    this.calls.push({ name, values });
    const error = new Error(`wx.${name} was called, and the test's wx does not provide it`);
    this.parts.faults.record(error);
    return this.invoke(
      name,
      () => Promise.reject(new WxFailure("not provided by the test")),
      values[0] ?? {},
      false,
    );
  }

  private invoke(name: string, run: AsyncApi, options: unknown, recorded = true): unknown {
    if (recorded) this.calls.push({ name, values: [options] });
    const callbacks = (typeof options === "object" && options !== null ? options : {}) as Callbacks;
    const end = this.parts.busy.begin(`wx.${name}`);
    let task: object | undefined;
    const call: ApiCall = {
      withinTap: this.parts.tapTurn.open,
      returns: (value) => void (task = value),
      waitsForPerson: end,
      callBack: (listener, value) => this.callBack(listener, value),
    };
    const answer = runNow(() => run(options as never, call)).then(
      (value) => this.parts.realm.adopt({ errMsg: `${name}:ok`, ...(value as object | undefined) }),
      (cause: unknown) => {
        throw this.parts.realm.adopt(failure(name, cause));
      },
    );
    const usesCallbacks = Boolean(callbacks.success ?? callbacks.fail ?? callbacks.complete);
    if (!usesCallbacks && task === undefined) return this.parts.realm.promise(answer.finally(end));
    void answer
      .then(
        (value) => this.callBoth(callbacks.success, callbacks.complete, value, name),
        (cause: unknown) => this.callBoth(callbacks.fail, callbacks.complete, cause, name),
      )
      .finally(end);
    return task;
  }

  private callBoth(first: Listener, second: Listener, value: unknown, name: string): void {
    const run = (): void => {
      this.callBack(first, value);
      this.callBack(second, value);
    };
    // WeChat lets a payment's answer ask for subscription consent, as a tap does.
    if (name === "requestPayment") this.parts.tapTurn.during(run);
    else run();
  }

  private callBack(listener: Listener, value: unknown): void {
    if (this.closed || !listener) return;
    this.parts.faults.guard(() => listener(this.parts.realm.adopt(value)));
  }
}

/** Starts at once, so that a task can be returned, and turns a throw into a rejection. */
async function runNow(run: () => unknown): Promise<unknown> {
  return run();
}

function failure(name: string, cause: unknown): Record<string, unknown> {
  if (cause instanceof WxFailure) return { errMsg: `${name}:fail ${cause.reason}`, ...cause.fields };
  return { errMsg: `${name}:fail ${cause instanceof Error ? cause.message : String(cause)}` };
}
