import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { DeskKit } from "@talent/shared/contract/schemas/talentCode";
import { SIGNING_KEY_DAYS } from "@talent/shared/domain/talentCode/rules";
import { readCatalogue, type ItemDocument } from "../../catalogue/index";
import type { CodeContext } from "../context";
import { signingKeys } from "../keys/signingKeys";
import { lostPseudonyms } from "../losses/lostCodes";

function kitItem(item: ItemDocument, todayOn: string): DeskKit["items"][number] {
  const versions = item.versions.map(({ version, effectiveFromOn, levels, categories }) => ({
    version,
    effectiveFromOn,
    levels,
    categories,
  }));
  const named = item.versions.findLast((version) => version.effectiveFromOn <= todayOn) ?? item.versions[0];
  return {
    id: item._id.toHexString(),
    name: named?.name ?? { zh: "", en: "" },
    sample: item.sample,
    versions,
  };
}

/** What a desk keeps to verify without network until tomorrow evening. */
export async function deskKit(context: CodeContext, now: Date): Promise<DeskKit> {
  const { keys } = context;
  const todayOn = dateInShanghai(now);
  const dates = [todayOn, addDays(todayOn, 1)];
  await keys.signer(now);
  const [signing, dayKeys, lost, catalogue] = await Promise.all([
    signingKeys(),
    Promise.all(dates.map((on) => keys.dayKeys(on))),
    lostPseudonyms(keys, dates, now),
    readCatalogue(),
  ]);
  return {
    at: now.toISOString(),
    keys: signing.map(({ _id, publicKey, signsFrom, signedUntil }) => ({
      id: _id,
      publicKey,
      goodUntilOn: addDays(dateInShanghai(signedUntil ?? signsFrom), signedUntil ? 1 : SIGNING_KEY_DAYS),
    })),
    days: dates.map((on, index) => ({
      on,
      readingKey: dayKeys[index]?.readingKey.toString("base64url") ?? "",
    })),
    lost,
    items: catalogue.items.map((item) => kitItem(item, todayOn)),
  };
}
