import { useEffect } from "react";

const REACHABLE = '[tabindex="0"], input, textarea';

/** Puts the keyboard's focus on an element and brings it into view. Nothing in WeChat. */
export function focusOn(id: string): void {
  if (process.env.TARO_ENV !== "h5") return;
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Puts the focus into the text field inside an element. */
export function focusField(id: string): void {
  if (process.env.TARO_ENV !== "h5") return;
  document.getElementById(id)?.querySelector<HTMLElement>("input, textarea")?.focus();
}

/** Moves the focus among what can be reached inside an element, without leaving its ends. */
export function stepInside(id: string, step: 1 | -1): void {
  if (process.env.TARO_ENV !== "h5") return;
  const all = [...(document.getElementById(id)?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[Math.min(Math.max(0, at + step), all.length - 1)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

/** Keeps the Tab key inside a dialog and gives the focus back where it was when the dialog closes. */
export function useFocusInside(id: string): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== "h5") return undefined;
    const before = document.activeElement;
    const inside = () => [...(document.getElementById(id)?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
    const opening = setTimeout(() => {
      if (document.getElementById(id)?.contains(document.activeElement)) return;
      const [closing, first] = inside();
      (first ?? closing)?.focus();
    }, 0);
    const onTab = (event: KeyboardEvent) => {
      if (event.key !== "Tab") return;
      const all = inside();
      const index = all.indexOf(document.activeElement as HTMLElement);
      const next = all.at((index + (event.shiftKey ? -1 : 1)) % Math.max(1, all.length));
      event.preventDefault();
      next?.focus();
    };
    // On the way down, because Taro's text fields keep the press from coming up again.
    document.addEventListener("keydown", onTab, true);
    return () => {
      clearTimeout(opening);
      document.removeEventListener("keydown", onTab, true);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [id]);
}
