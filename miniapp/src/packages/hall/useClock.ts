import { useState } from "react";
import { serverNow } from "../../api/serverClock";
import { useEvery } from "../../hooks/useEvery";

const SECOND_MS = 1_000;

/** The present instant by the server's clock, moving every second. */
export function useClock(): Date {
  const [now, setNow] = useState(serverNow);
  useEvery(SECOND_MS, () => setNow(serverNow()));
  return now;
}
