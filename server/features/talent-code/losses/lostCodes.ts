import { toBase64url } from "@talent/shared/domain/talentCode/bytes";
import { BATCH_STEPS, STEP_MS } from "@talent/shared/domain/talentCode/steps";
import { DESK_KIT_HOURS } from "@talent/shared/domain/talentCode/rules";
import type { KeyStore } from "../keys/keyStore";
import { pseudonymOf } from "../keys/primitives";
import { CodeStateModel, type CodeState } from "./state";

const HOUR_MS = 3_600_000;
/** No phone has tokens for longer, and no desk keeps this list for longer. */
const LOSS_MATTERS_MS = BATCH_STEPS * STEP_MS + DESK_KIT_HOURS * HOUR_MS;

/** States with a phone lost lately. */
export function recentLosses(now: Date) {
  return CodeStateModel.find({
    lastPhoneLossAt: { $gte: new Date(now.getTime() - LOSS_MATTERS_MS) },
  }).lean<CodeState[]>();
}

/** The state with the newest loss of all. */
export function newestLoss() {
  return CodeStateModel.findOne().sort({ lastLossNumber: -1 }).lean<CodeState>();
}

/** Pseudonyms of these days that a desk must refuse, with the number of the last loss they include. */
export async function lostPseudonyms(
  keys: KeyStore,
  days: readonly string[],
  now: Date,
): Promise<{ version: number; pseudonyms: string[] }> {
  const newest = await newestLoss().exec();
  const states = await recentLosses(now).exec();
  const since = now.getTime() - LOSS_MATTERS_MS;
  const pseudonyms: string[] = [];
  for (const on of days) {
    const { linkingKey } = await keys.dayKeys(on);
    for (const { _id, losses } of states)
      for (const { generation, at } of losses)
        if (generation !== undefined && at.getTime() >= since)
          pseudonyms.push(toBase64url(pseudonymOf(linkingKey, _id.toHexString(), generation)));
  }
  return { version: newest?.lastLossNumber ?? 0, pseudonyms };
}
