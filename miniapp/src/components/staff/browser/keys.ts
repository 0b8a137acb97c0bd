import { useEffect, useRef } from "react";
import { create } from "zustand";
import { useShown } from "../../../hooks/useShown";
import { storage } from "../../../platform";

/** What a key does, by its name: `/`, `f`, `ArrowLeft`, `Control+Enter`. Letters are matched in any case. */
export type KeyMap = Readonly<Record<string, () => void>>;

const STORAGE_KEY = "singleKeys";

interface Store {
  on: boolean;
}

/** Single letters may be switched off, for people who dictate. */
export const useSingleKeys = create<Store>(() => ({ on: storage.read<boolean>(STORAGE_KEY) ?? true }));

export function switchSingleKeys(on: boolean): void {
  storage.write(STORAGE_KEY, on);
  useSingleKeys.setState({ on });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Control+${key}` : key;
}

/** Who listens, the last one above the others: a dialog or an open list takes the keys from the page below it. */
const layers: symbol[] = [];

/**
 * Listens to the keyboard of the browser while this page is shown; does nothing in WeChat. Single characters are off
 * while typing. `enabled` is false while a dialog lies above, whose own keys count then.
 */
export function useKeys(keys: KeyMap, enabled = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  const shown = useShown();
  useEffect(() => {
    if (process.env.TARO_ENV !== "h5" || !enabled) return undefined;
    const layer = Symbol("keys");
    layers.push(layer);
    const onKey = (event: KeyboardEvent) => {
      // Taro's text fields emit an event of the same name that is not a key press.
      if (!(event instanceof KeyboardEvent) || event.isComposing || event.altKey) return;
      if (!shown.current || layers[layers.length - 1] !== layer) return;
      const name = nameOf(event);
      const single = event.key.length === 1 && !name.startsWith("Control+");
      if (single && (isTyping(event.target) || !useSingleKeys.getState().on)) return;
      if (isTyping(event.target) && name.startsWith("Arrow")) return;
      const act = latest.current[name];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    // On the way down: Taro's text fields keep the press from coming up again.
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("keydown", onKey, true);
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [enabled, shown]);
}
