import vm from "node:vm";

/** Everything that went wrong in the mini-program's scripts or its screens, in order. */
export class Faults {
  private readonly list: Error[] = [];

  record(cause: unknown): void {
    this.list.push(asError(cause));
  }

  /** Runs a piece of the mini-program; what it throws is recorded, as WeChat reports it and goes on. */
  guard<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (cause) {
      this.record(cause);
      return undefined;
    }
  }

  all(): Error[] {
    return [...this.list];
  }

  /** Hands over what was recorded and starts afresh: for a test that provokes a fault. */
  take(): Error[] {
    return this.list.splice(0);
  }
}

function asError(cause: unknown): Error {
  if (cause instanceof Error) return cause;
  if (typeof cause === "object" && cause !== null) {
    const { message, errMsg, stack } = cause as { message?: unknown; errMsg?: unknown; stack?: unknown };
    const error = new Error(
      typeof message === "string" ? message : typeof errMsg === "string" ? errMsg : JSON.stringify(cause),
    );
    if (typeof stack === "string") error.stack = stack;
    return error;
  }
  return new Error(String(cause));
}

/** Jest hands tests a copy of `process` that receives no events; the real one is asked for here. */
const realProcess = vm.runInThisContext("process") as NodeJS.Process;

/**
 * Records rejections that the mini-program left unhandled. Only promises made in its own realm are taken; they are then
 * marked as handled, so that the test runner does not report them a second time.
 */
export function watchRejections(owns: (promise: object) => boolean, faults: Faults): () => void {
  const listener = (cause: unknown, promise: Promise<unknown>): void => {
    if (!owns(promise)) return;
    promise.catch(() => undefined);
    const { message, stack } = asError(cause);
    const error = new Error(`unhandled rejection: ${message}`);
    error.stack = `unhandled rejection: ${stack ?? message}`;
    faults.record(error);
  };
  realProcess.on("unhandledRejection", listener);
  return () => void realProcess.off("unhandledRejection", listener);
}
