import { dateInShanghai } from "@talent/shared/calendar/dates";
import { versionOn } from "@talent/shared/domain/entitlement";
import { answerAtDesk, deskOf, type DeskAnswer } from "@talent/shared/domain/talentCode/desk";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { Reader } from "../../../platform/auth/reader";
import { invalidField } from "../../../platform/errors";
import { readCatalogue, type ItemVersion } from "../../catalogue/index";
import type { TalentDocument } from "../../talents/index";

/** What is asked about, as it stands on that day. */
export interface AskedItem {
  id: string;
  version: ItemVersion;
}

/** @throws AppError `invalid_input` naming `body.itemId` */
export async function askedItem(itemId: string | undefined, now: Date): Promise<AskedItem | undefined> {
  if (itemId === undefined) return undefined;
  const item = (await readCatalogue()).item(itemId);
  if (item === undefined) throw invalidField("body.itemId", "unknown_item");
  return { id: itemId, version: versionOn(item.versions, dateInShanghai(now)) };
}

export function answerFor(
  reader: Reader,
  talent: TalentDocument,
  item: AskedItem | undefined,
  now: Date,
): DeskAnswer {
  const holder = {
    category: talent.category,
    districtCode: talent.districtCode,
    cycleStartsOn: talent.cycle.startsOn,
    cycleEndsOn: talent.cycle.endsOn,
  };
  return answerAtDesk(holder, item?.version, deskOf(reader.grants), dateInShanghai(now));
}

/** What the talent reads about a scan: the item, and the desk where it has a name. */
export function subjectOf(
  item: { name: Bilingual } | undefined,
  desk: string | undefined,
): string | undefined {
  const parts = [item?.name.zh, desk].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" · ");
}
