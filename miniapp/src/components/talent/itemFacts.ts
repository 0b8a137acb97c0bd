import type { ItemSummary } from "@talent/shared/contract/schemas/catalogue";
import { feeLabel } from "@talent/shared/labels/catalogue";
import { NOT_ENTITLED_LABELS } from "@talent/shared/labels/people";
import { SERVICE_LEVEL_LABELS } from "@talent/shared/labels/people";
import { talentTexts } from "../../i18n/talentTexts";
import { textsNow } from "../../i18n/texts";
import type { Words } from "../../i18n/useWords";
import type { IconName } from "../../theme/iconShapes";
import type { FactValue } from "../list/Fact";

/** Every icon of the catalogue is drawn under its own name. */
export function itemIcon(icon: ItemSummary["icon"]): IconName {
  return icon;
}

/** Limit, who serves and fee of an item, as figures and words. */
export function itemFacts(item: ItemSummary, words: Words): FactValue[] {
  const t = textsNow(talentTexts);
  const levels = item.levels.map((level) => words.say(SERVICE_LEVEL_LABELS[level]));
  return [
    { label: t.limit, figure: String(item.limitDays), words: t.workingDays(item.limitDays) },
    { label: t.channel, words: levels.join(words.language === "zh" ? "、" : ", ") },
    { label: t.fee, words: words.say(feeLabel(item.feeFen)) },
  ];
}

/** Why the reader may not ask for the item, in a few words; absent when they may or nobody is signed in. */
export function whyNot(item: ItemSummary, words: Words): string | undefined {
  const { entitled, reason } = item.entitlement;
  if (entitled || reason === undefined || reason === "notRecognised") return undefined;
  return words.say(NOT_ENTITLED_LABELS[reason]);
}
