/** How the functions of `wx` are written for the host. */

export interface ApiCall {
  /** Whether this runs within the turn of a person's tap or a payment's answer, as some functions demand. */
  readonly withinTap: boolean;
  /** What the call returns at once: a request task. */
  returns(task: object): void;
  /** The answer is up to a person (a dialog): the host does not wait for it to fall quiet. */
  waitsForPerson(): void;
  /** Calls back into the mini-program, errors recorded. */
  callBack(listener: ((value: unknown) => void) | undefined, value: unknown): void;
}

/** Answers with `success` (the returned value) or `fail` (what it throws). Parameters are what WeChat documents. */
export type AsyncApi = (options: never, call: ApiCall) => unknown;
export type SyncApi = (...values: never[]) => unknown;

/** A failure with WeChat's own words: `errMsg` becomes `name:fail reason`. */
export class WxFailure extends Error {
  constructor(
    readonly reason: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}

/** A `wx` for one launch. */
export interface WxWorld {
  asyncApis: Record<string, AsyncApi>;
  syncApis: Record<string, SyncApi>;
  /** Plain values: `env`. */
  constants: Record<string, unknown>;
  /** Milliseconds since the epoch as the mini-program's `Date` tells them; real time when left out. */
  now?: () => number;
  /** Runs what the world calls back on its own (network changes, app events); the host sets it. */
  bind(run: (work: () => void) => void): void;
  /** The dialog or action sheet that is open, as a person sees it. */
  dialog(): OpenDialog | undefined;
  /** Bytes of a file that the mini-program knows by a temporary path. */
  readTemporaryFile(path: string): Uint8Array | undefined;
  emit(event: string, value?: unknown): void;
  /** Ends requests under way; nothing calls back afterwards. */
  close(): void;
}

export interface OpenDialog {
  title: string;
  content: string;
  /** The texts that can be tapped. */
  choices: string[];
  choose(text: string, input?: string): void;
}
