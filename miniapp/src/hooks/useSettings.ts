import type { Language, TextSize } from "@talent/shared/domain/preferences";
import { create } from "zustand";
import { platform, storage } from "../platform";

/** Steps that are drawn; `auto` becomes one of them. */
export type DrawnSize = Exclude<TextSize, "auto">;

/** WeChat's font size from which `auto` is drawn one step larger, and from which the elder step is offered once. */
const LARGE_FROM_SCALE = 1.15;
const OFFER_FROM_SCALE = 1.3;
const STORAGE_KEY = "settings";

interface Kept {
  textSize: TextSize;
  /** The elder step was offered and answered. */
  elderAnswered: boolean;
  language: Language;
}

interface Settings extends Kept {
  chooseSize: (textSize: TextSize) => void;
  declineElder: () => void;
  chooseLanguage: (language: Language) => void;
}

const DEFAULTS: Kept = { textSize: "auto", elderAnswered: false, language: "zh-CN" };

/** What the person set for themselves on this device. Their choice wins over WeChat's font size. */
export const useSettings = create<Settings>((set, get) => {
  const keep = (change: Partial<Kept>) => {
    set(change);
    const { textSize, elderAnswered, language } = get();
    storage.write(STORAGE_KEY, { textSize, elderAnswered, language });
  };
  return {
    ...DEFAULTS,
    ...storage.read<Partial<Kept>>(STORAGE_KEY),
    chooseSize: (textSize) => keep({ textSize, elderAnswered: true }),
    declineElder: () => keep({ elderAnswered: true }),
    chooseLanguage: (language) => keep({ language }),
  };
});

/** The step to draw: what was chosen, or what WeChat's font size asks for. */
export function drawnSize(textSize: TextSize, fontScale: number): DrawnSize {
  if (textSize !== "auto") return textSize;
  return fontScale >= LARGE_FROM_SCALE ? "large" : "standard";
}

export function useDrawnSize(): DrawnSize {
  return drawnSize(
    useSettings((settings) => settings.textSize),
    platform.fontScale(),
  );
}

/** Whether the elder step should be offered now: WeChat's type is large and nobody has answered yet. */
export function useElderOffer(): boolean {
  return useSettings((settings) => !settings.elderAnswered && platform.fontScale() >= OFFER_FROM_SCALE);
}
