import { isKnownSourceFault, isSourcePath } from "./verification/sources";

/** A fault that the next calls of a path meet. */
interface Fault {
  /** A WeChat path such as `/cgi-bin/message/subscribe/send`, `push`, or `push:` and an event name. */
  path: string;
  /** WeChat's error code as text, one of `CALL_FAULTS` or `PUSH_FAULTS`, or a fault of a verification source. */
  fault: string;
  /** How many calls are still to meet it. */
  times: number;
}

/** `TIMEOUT`: no effect and never an answer; `ANSWER_LOST`: the call has its effect, the connection breaks. */
const CALL_FAULTS = ["TIMEOUT", "ANSWER_LOST"];
const PUSH_FAULTS = ["BAD_SIGNATURE", "DUPLICATE", "LOST"];

/** Whether the fault exists for calls of this path. Answers of WeChat's server API carry no signature. */
export function isKnownFault(path: string, fault: string): boolean {
  if (path === "push" || path.startsWith("push:")) return PUSH_FAULTS.includes(fault);
  if (isSourcePath(path)) return isKnownSourceFault(fault);
  return path.startsWith("/") && (CALL_FAULTS.includes(fault) || /^-?\d+$/.test(fault));
}

export interface FaultBoard {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The fault that this call meets, counted down; in the order in which they were switched on. */
  take(path: string): string | undefined;
}

export function createFaults(): FaultBoard {
  let faults: Fault[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    clear: () => {
      faults = [];
    },
    list: () => faults,
    take: (path) => {
      if (faults.length === 0) return undefined;
      const met = faults.find((fault) => fault.path === path);
      if (!met) return undefined;
      met.times -= 1;
      if (met.times <= 0) faults = faults.filter((fault) => fault !== met);
      return met.fault;
    },
  };
}
