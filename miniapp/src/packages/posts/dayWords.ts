import type { DaySpan } from "@talent/shared/domain/posts";
import type { Words } from "../../i18n/useWords";

/** `11月30日（周一）至12月2日（周三）`; several spans one after the other. */
export function spansText(spans: readonly DaySpan[], words: Words, to: string): string {
  const and = words.language === "zh" ? "、" : ", ";
  return spans
    .map(({ fromOn, toOn }) =>
      fromOn === toOn ? words.date(fromOn) : `${words.date(fromOn)}${to}${words.date(toOn)}`,
    )
    .join(and);
}
