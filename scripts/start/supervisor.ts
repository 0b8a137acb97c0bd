import { join } from "node:path";
import { startChild, type Child } from "./children";
import { forgetRunning, noteRunning } from "./leftovers";

/** A part to run: its command line, and the word of it by which it is known again after a crash. */
export interface Part {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  program: string;
}

export interface Supervisor {
  logDir: string;
  start(part: Part): Child;
  /** Stops every part, the last one first. Further calls do nothing. */
  stopAll(): Promise<void>;
}

/**
 * Runs the parts of the product together: when one ends by itself the others are stopped, for half a product helps
 * nobody.
 * @param onLoss told what ended after everything else has been stopped
 */
export function createSupervisor(dataDir: string, onLoss: (sentence: string) => void): Supervisor {
  const logDir = join(dataDir, "logs");
  const running: { child: Child; program: string }[] = [];
  let stopping: Promise<void> | undefined;

  async function stopParts(): Promise<void> {
    for (const { child } of running.toReversed()) await child.stop();
    if (running.length > 0) forgetRunning(dataDir);
  }

  function stopAll(): Promise<void> {
    stopping ??= stopParts();
    return stopping;
  }

  return {
    logDir,
    stopAll,
    start({ program, ...part }) {
      const child = startChild({ ...part, logDir });
      running.push({ child, program });
      noteRunning(
        dataDir,
        running.map((one) => ({ pid: one.child.pid, program: one.program })),
      );
      void child.ended.then((how) => {
        if (stopping !== undefined) return;
        const sentence = `The ${child.name} ended by itself (${how ?? "it could not be started"}), so everything was stopped. Its last words are in ${join(logDir, `${child.name}.log`)}`;
        void stopAll().then(() => onLoss(sentence));
      });
      return child;
    },
  };
}
