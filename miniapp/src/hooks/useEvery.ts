import { useEffect, useRef } from "react";
import { useShown } from "./useShown";

/** Does something again and again while the page is shown; not while it lies under another one. */
export function useEvery(milliseconds: number, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  const shown = useShown();
  useEffect(() => {
    const timer = setInterval(() => {
      if (shown.current) latest.current();
    }, milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, shown]);
}
