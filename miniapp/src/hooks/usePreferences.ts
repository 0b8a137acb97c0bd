import type { Language, TextSize } from "@talent/shared/domain/preferences";
import { api } from "../api/client";
import { useSession } from "../api/session";
import { useSettings } from "./useSettings";

/** The choice holds on this device at once; the account learns it when it can be reached. */
function tell(change: { language?: Language; textSize?: TextSize }): void {
  if (useSession.getState().session === undefined) return;
  api("me.updatePreferences", { body: change }).catch(() => undefined);
}

export function chooseTextSize(textSize: TextSize): void {
  useSettings.getState().chooseSize(textSize);
  tell({ textSize });
}

export function chooseLanguage(language: Language): void {
  useSettings.getState().chooseLanguage(language);
  tell({ language });
}

/** A device on which nothing was chosen yet takes over what the account has. */
export function adoptPreferences(preferences: { language: Language; textSize: TextSize }): void {
  const settings = useSettings.getState();
  if (settings.textSize === "auto" && !settings.elderAnswered && preferences.textSize !== "auto") {
    settings.chooseSize(preferences.textSize);
  }
  if (settings.language === "zh-CN") settings.chooseLanguage(preferences.language);
}
