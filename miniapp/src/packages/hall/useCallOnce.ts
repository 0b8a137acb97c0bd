import { useEffect, useRef, useState } from "react";
import { storage } from "../../platform";
import { callOf, newestCall, unheardCalls, type Announcement, type Call } from "./calls";

/** Older than every call. */
const BEFORE_ALL: Call = { on: "", sequence: 0 };

/**
 * Announces each call once, on this screen for good: what was announced is kept on the device, so that neither polling
 * nor loading the page again repeats it. What was called before the screen knew the place at all is old news.
 * @param place window or hall that the screen shows
 * @returns the newest call that came while the page was open, for the blinking number
 */
export function useCallOnce(
  place: string,
  announcements: readonly Announcement[] | undefined,
  announce: (call: Announcement) => void,
): Announcement | undefined {
  const [fresh, setFresh] = useState<Announcement>();
  const latest = useRef(announce);
  latest.current = announce;
  useEffect(() => {
    if (announcements === undefined) return;
    const key = `lastCall:${place}`;
    const known = storage.read<Call>(key);
    storage.write(key, newestCall(announcements.map(callOf), known ?? BEFORE_ALL));
    if (known === undefined) return;
    const unheard = unheardCalls(announcements, known);
    for (const call of unheard) latest.current(call);
    const last = unheard[unheard.length - 1];
    if (last !== undefined) setFresh(last);
  }, [place, announcements]);
  return fresh;
}
