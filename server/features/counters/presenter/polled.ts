import { digestOf } from "../../../platform/database/digest";

const VERSION_LENGTH = 16;

/** Names a content: the same content, the same version. */
export function versionOf(content: unknown): string {
  return digestOf(content).slice(0, VERSION_LENGTH);
}

/** An answer that is asked for again and again: its content only where the caller does not have it yet. */
export function polled<K extends string, T>(key: K, content: T, now: Date, known: string | undefined) {
  const version = versionOf(content);
  const head = { version, changed: version !== known, now: now.toISOString() };
  return (head.changed ? { ...head, [key]: content } : head) as typeof head & { [P in K]?: T };
}
