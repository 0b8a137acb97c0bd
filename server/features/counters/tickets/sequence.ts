import { nextNumber } from "../../../platform/database/counter";

/** The next call of a hall and day. It grows with every call and recall; one that came to nothing leaves a gap. */
export function nextCall(hallId: string, dayOn: string): Promise<number> {
  return nextNumber(`calls-${hallId}-${dayOn}`);
}
