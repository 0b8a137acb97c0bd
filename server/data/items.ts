import type * as z from "zod/mini";
import { addDays } from "@talent/shared/calendar/dates";
import archives from "./items/archives.json";
import checkup from "./items/checkup.json";
import company from "./items/company.json";
import employment from "./items/employment.json";
import exitEntry from "./items/exit-entry.json";
import finance from "./items/finance.json";
import household from "./items/household.json";
import housing from "./items/housing.json";
import insurance from "./items/insurance.json";
import medical from "./items/medical.json";
import school from "./items/school.json";
import science from "./items/science.json";
import titleReview from "./items/title-review.json";
import transport from "./items/transport.json";
import venture from "./items/venture.json";
import { itemFileSchema, type ItemVersionData } from "./schema";

/** A service item of the demonstration catalogue with all its versions, the oldest first. */
export interface ItemData {
  code: string;
  sample: boolean;
  versions: ItemVersionData[];
}

const FILES: readonly unknown[] = [
  household,
  school,
  medical,
  employment,
  titleReview,
  venture,
  finance,
  science,
  housing,
  exitEntry,
  insurance,
  company,
  archives,
  checkup,
  transport,
];

function firstDay(text: string, startOn: string): string {
  const later = /^start\+(\d+)d$/.exec(text);
  return later ? addDays(startOn, Number(later[1])) : text;
}

/** All versions of an item's file, later ones filled up from the one before. */
export function wholeVersions(
  { versions }: Pick<z.output<typeof itemFileSchema>, "versions">,
  startOn: string,
): ItemVersionData[] {
  const [first, ...changes] = versions;
  const whole: ItemVersionData[] = [first];
  for (const change of changes) whole.push({ ...(whole.at(-1) ?? first), ...change });
  return whole.map((version) => ({
    ...version,
    effectiveFromOn: firstDay(version.effectiveFromOn, startOn),
  }));
}

/**
 * The catalogue as it is loaded on the day `startOn`: later versions are filled up from the one before.
 * @throws ZodError when a file is not an item
 */
export function catalogueItems(startOn: string): ItemData[] {
  return FILES.map((file) => {
    const item = itemFileSchema.parse(file);
    return { code: item.code, sample: item.sample, versions: wholeVersions(item, startOn) };
  });
}
