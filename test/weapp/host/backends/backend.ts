import type { Emit, Target, ViewCommands, ViewPackage } from "../protocol";

/** Place and size in CSS pixels of the screen. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a person does to the page on top, or sees on it. Each waits for nothing and throws when it cannot be done. */
export interface Person {
  /** Resolves to how many handlers or built-in behaviours answered. */
  tap(target: Target): Promise<number>;
  type(target: Target, text: string): Promise<void>;
  pick(target: Target, value: unknown): Promise<void>;
  send(target: Target, name: string, detail: unknown): Promise<number>;
  textOf(target: Target): Promise<string>;
  valueOf(target: Target): Promise<string>;
  attribute(target: Target, name: string): Promise<string | null>;
  count(target: Target): Promise<number>;
  box(target: Target): Promise<Box>;
  html(): Promise<string>;
}

/** A place to draw: jsdom or Chromium. */
export interface Backend {
  view: ViewCommands;
  person: Person;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface BackendOptions {
  dist: string;
  built: ViewPackage;
  /** A script expression: the compiled templates by path. */
  templates: string;
  emit: Emit;
  /** Size of the phone's screen in CSS pixels. */
  screen: { width: number; height: number };
  readTemporaryFile: (path: string) => Uint8Array | undefined;
}

/** The global that the view script leaves in its window. */
export interface ViewGlobal {
  boot(built: ViewPackage, templates: unknown, send: Emit): void;
  commands: Record<keyof ViewCommands, (value: unknown) => unknown>;
  person: Record<string, (...values: unknown[]) => unknown>;
  reactionCount(): number;
}

const COMMAND_NAMES: (keyof ViewCommands)[] = [
  "define",
  "open",
  "update",
  "updateComponent",
  "triggerFrom",
  "bringToTop",
  "close",
  "query",
  "scrollTo",
];

/** Builds the command set from one function that delivers a command by name. */
export function commandsThrough(
  deliver: (name: keyof ViewCommands, value: unknown) => Promise<unknown>,
): ViewCommands {
  const commands = COMMAND_NAMES.map((name) => [name, (value: unknown) => deliver(name, value)]);
  return Object.fromEntries(commands);
}
