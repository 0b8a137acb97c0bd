import { useCallback, useRef, useState } from "react";
import { PERSONAL_PREFIX } from "../api/session";
import { serverNow } from "../api/serverClock";
import { storage } from "../platform";

export interface Draft<T extends object> {
  values: T;
  /** Instant of the last saving; absent for an untouched draft. */
  savedAt: string | undefined;
  set: <K extends keyof T>(field: K, value: T[K]) => void;
  clear: () => void;
}

interface Kept<T> {
  values: Partial<T>;
  at: string;
}

/** What is typed is saved per field at once, so closing the app or losing the network loses nothing. */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const key = `${PERSONAL_PREFIX}draft:${name}`;
  const [state, setState] = useState<{ values: T; savedAt: string | undefined }>(() => {
    const kept = storage.read<Kept<T>>(key);
    return { values: { ...empty, ...kept?.values }, savedAt: kept?.at };
  });
  const blank = useRef(empty);
  const set = useCallback(
    <K extends keyof T>(field: K, value: T[K]) => {
      setState((before) => {
        const values = { ...before.values, [field]: value };
        const at = serverNow().toISOString();
        const saved = storage.write(key, { values, at });
        return { values, savedAt: saved ? at : before.savedAt };
      });
    },
    [key],
  );
  const clear = useCallback(() => {
    storage.remove(key);
    setState({ values: blank.current, savedAt: undefined });
  }, [key]);
  return { ...state, set, clear };
}
