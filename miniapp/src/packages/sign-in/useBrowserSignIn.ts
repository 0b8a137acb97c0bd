import { useCallback, useEffect, useState } from "react";
import { api, type Output } from "../../api/client";
import { ApiError } from "../../api/errors";
import { keepSession } from "../../api/session";

const ASK_EVERY_MS = 2000;

type Waiting = Output<"browserSignIns.create">;

/** Shows a code and asks every two seconds whether a phone confirmed it; `onEntered` follows the session. */
export function useBrowserSignIn(onEntered: () => void) {
  const [waiting, setWaiting] = useState<Waiting>();
  const [expired, setExpired] = useState(false);
  const [error, setError] = useState<unknown>();

  const begin = useCallback(() => {
    setError(undefined);
    setExpired(false);
    api("browserSignIns.create").then(setWaiting, setError);
  }, []);

  useEffect(() => {
    if (waiting === undefined) return undefined;
    const lapse = () => {
      setWaiting(undefined);
      setExpired(true);
    };
    const ask = async () => {
      try {
        const input = { params: { id: waiting.id }, body: { secret: waiting.secret } };
        const { session } = await api("browserSignIns.claim", input);
        if (session === undefined) return;
        keepSession(session);
        setWaiting(undefined);
        onEntered();
      } catch (failure) {
        // Without network the next question may succeed; a refusal ends this code, as when its time is over.
        if (failure instanceof ApiError) lapse();
      }
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [waiting, onEntered]);

  return { waiting, expired, error, begin };
}
