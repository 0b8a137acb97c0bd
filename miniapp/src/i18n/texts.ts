import type { Language } from "@talent/shared/domain/preferences";
import { useSettings } from "../hooks/useSettings";

/** The words of one area in both languages; the second has exactly the shape of the first. */
export type Texts<T> = Readonly<Record<Language, T>>;

/** Declares the words of one area: sentences, or functions that make a sentence. */
export function defineTexts<T extends object>(zh: T, en: NoInfer<T>): Texts<T> {
  return { "zh-CN": zh, en };
}

/** The words in the chosen language; the component is drawn anew when it changes. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage()];
}

/** The words in the chosen language, outside components. */
export function textsNow<T>(texts: Texts<T>): T {
  return texts[useSettings.getState().language];
}

export function useLanguage(): Language {
  return useSettings((settings) => settings.language);
}
