import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { Bilingual, LabelLanguage } from "@talent/shared/labels/bilingual";
import { dateText, dayText, momentText, timeText } from "@talent/shared/labels/dateText";
import { serverNow } from "../api/serverClock";
import { useLanguage } from "./texts";

/** Labels, dates and moments in the chosen language, measured from the server's today. */
export interface Words {
  language: LabelLanguage;
  todayOn: string;
  /** The chosen language of a label. */
  say: (text: Bilingual) => string;
  /** `11月27日（周五）` */
  date: (on: string) => string;
  /** 今天, 昨天 or the date. */
  day: (on: string) => string;
  /** `11月3日（周二）16:20` of an instant. */
  moment: (at: string) => string;
  /** `09:41` of an instant. */
  time: (at: string | Date) => string;
}

export function wordsIn(language: LabelLanguage, now: Date): Words {
  const todayOn = dateInShanghai(now);
  return {
    language,
    todayOn,
    say: (text) => text[language],
    date: (on) => dateText(on, todayOn, language),
    day: (on) => dayText(on, todayOn, language),
    moment: (at) => momentText(at, now, language),
    time: timeText,
  };
}

export function useWords(): Words {
  const language = useLanguage();
  return wordsIn(language === "en" ? "en" : "zh", serverNow());
}
