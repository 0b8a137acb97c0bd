import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { PushSettings } from "./push/pushSettings";
import type { ServiceNotice } from "./subscribe/inbox";
import type { LedgerSnapshot } from "./subscribe/ledger";
import type { TokenSnapshot } from "./tokens";

/** What outlives a restart. Login codes do not: they are gone within minutes anyway. */
export interface SavedState {
  ledger: LedgerSnapshot;
  notices: Record<string, ServiceNotice[]>;
  tokens: TokenSnapshot;
  push?: PushSettings;
}

export interface StateFile {
  /** Writes soon; calls in between are joined. */
  touch(): void;
  /** Writes what is outstanding now. */
  close(): void;
}

const JOIN_WITHIN = 300;
/** Writing a large state may take at most this part of the time: 1 / 25. */
const SHARE = 25;

export function readState(path: string | undefined): Partial<SavedState> {
  if (!path || !existsSync(path)) return {};
  return JSON.parse(readFileSync(path, "utf8")) as Partial<SavedState>;
}

/** Keeps the state in one JSON file, replaced as a whole; without a path it keeps nothing. */
export function createStateFile(path: string | undefined, snapshot: () => SavedState): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let wait = JOIN_WITHIN;
  const write = () => {
    timer = undefined;
    if (!path) return;
    const began = performance.now();
    writeFileSync(`${path}.new`, JSON.stringify(snapshot()), { mode: 0o600 });
    renameSync(`${path}.new`, path);
    wait = Math.max(JOIN_WITHIN, SHARE * (performance.now() - began));
  };
  return {
    touch: () => {
      if (path) timer ??= setTimeout(write, wait);
    },
    close: () => {
      if (!timer) return;
      clearTimeout(timer);
      write();
    },
  };
}
