import { useReducer } from "react";
import { serverNow } from "../../api/serverClock";
import { useEvery } from "../../hooks/useEvery";

const SECOND_MS = 1_000;

/** The present instant by the server's clock as last heard, moving every second. */
export function useClock(): Date {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEvery(SECOND_MS, tick);
  return serverNow();
}
