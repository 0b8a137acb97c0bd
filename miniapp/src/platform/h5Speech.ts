import type { Speaker } from "./types";

/** A calm pace, so that a number is understood across a hall. */
const RATE = 0.9;
const LANGUAGE = "zh-CN";

/** The browser's own voice; undefined where it has none. */
export function browserSpeaker(): Speaker | undefined {
  if (!("speechSynthesis" in window) || typeof SpeechSynthesisUtterance !== "function") return undefined;
  return {
    say(text) {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = LANGUAGE;
      words.rate = RATE;
      window.speechSynthesis.speak(words);
    },
  };
}
