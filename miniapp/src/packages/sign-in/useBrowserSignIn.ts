import { useCallback, useState } from "react";
import { api, type Output } from "../../api/client";
import { ApiError } from "../../api/errors";
import { keepSession } from "../../api/session";
import { useEvery } from "../../hooks/useEvery";

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

  const ask = async (code: Waiting) => {
    try {
      const input = { params: { id: code.id }, body: { secret: code.secret } };
      const { session } = await api("browserSignIns.claim", input);
      if (session === undefined) return;
      keepSession(session);
      setWaiting(undefined);
      onEntered();
    } catch (failure) {
      // Without network the next question may succeed; a refusal ends this code, as when its time is over.
      if (!(failure instanceof ApiError)) return;
      setWaiting(undefined);
      setExpired(true);
    }
  };
  useEvery(ASK_EVERY_MS, () => {
    if (waiting !== undefined) void ask(waiting);
  });

  return { waiting, expired, error, begin };
}
