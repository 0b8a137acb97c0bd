import { useEffect, useState } from "react";
import { platform } from "../platform";

/** Whether the device says it has a network; true until it says otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    let shown = true;
    platform.isOnline().then(
      (now) => shown && setOnline(now),
      () => undefined,
    );
    const stop = platform.onOnlineChange(setOnline);
    return () => {
      shown = false;
      stop();
    };
  }, []);
  return online;
}
