import type { Logger } from "pino";
import type { AccessEntryInput, AccessRecorder } from "../../platform/auth/accessRecorder";
import { appendEntries } from "./append";

const FLUSH_AFTER_MS = 500;
/** Beyond this the buffer is written at once. */
const LARGE_BUFFER = 200;

function byTalent(entries: readonly AccessEntryInput[]): AccessEntryInput[][] {
  const groups = new Map<string, AccessEntryInput[]>();
  for (const entry of entries) {
    const group = groups.get(entry.talentId);
    if (group === undefined) groups.set(entry.talentId, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** An access recorder with a buffer. Entries that could not be written stay in it. */
export function createAccessRecorder(log: Logger): AccessRecorder & { stop(): Promise<void> } {
  let waiting: AccessEntryInput[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function write(entries: AccessEntryInput[]): Promise<void> {
    for (const group of byTalent(entries)) {
      try {
        await appendEntries(group);
      } catch (error) {
        log.error({ err: error, entries: group.length }, "access entries were not written yet");
        waiting.push(...group);
        plan();
      }
    }
  }
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const entries = waiting;
    waiting = [];
    writing = writing.then(() => write(entries));
    return writing;
  }
  function plan(): void {
    timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS);
  }

  return {
    recordRead(entry) {
      waiting.push(entry);
      if (waiting.length >= LARGE_BUFFER) void flush();
      else plan();
    },
    recordReadNow: (entry) => appendEntries([entry]),
    async stop() {
      await flush();
      clearTimeout(timer);
    },
  };
}
