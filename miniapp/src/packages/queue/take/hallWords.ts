import type { Hall } from "@talent/shared/contract/schemas/counters";
import type { Words } from "../../../i18n/useWords";

/** The sentences of this page that these rules choose between. */
interface HallSentences {
  hallWait: (minutes: number) => string;
  hallNoWindow: string;
  hallClosed: (when: string) => string;
  hallClosedPlain: string;
}

type HallGroup = Hall["groups"][number];

/** The line of a hall that takes an item. */
export function groupFor(hall: Pick<Hall, "groups">, itemId: string): HallGroup | undefined {
  return hall.groups.find(({ itemIds }) => itemIds.includes(itemId));
}

/** Minutes to wait; absent = no window serves the line at the moment. */
export function waitWords(minutes: number | undefined, t: HallSentences): string {
  return minutes === undefined ? t.hallNoWindow : t.hallWait(minutes);
}

/** When a closed hall opens next. */
export function openingWords(
  hall: Pick<Hall, "nextOpenOn" | "nextOpenTime">,
  words: Pick<Words, "day">,
  t: HallSentences,
): string {
  if (hall.nextOpenOn === undefined) return t.hallClosedPlain;
  const day = words.day(hall.nextOpenOn);
  const time = hall.nextOpenTime ?? "";
  return t.hallClosed(day.endsWith("）") || time === "" ? `${day}${time}` : `${day} ${time} `);
}
