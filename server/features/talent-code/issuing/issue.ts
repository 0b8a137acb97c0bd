import { setImmediate as pause } from "node:timers/promises";
import type { KeyObject } from "node:crypto";
import { toBase64url } from "@talent/shared/domain/talentCode/bytes";
import type { BatchDay, TokenBatch } from "@talent/shared/domain/talentCode/batch";
import { dayCodeOf } from "@talent/shared/domain/talentCode/dayCode";
import { packHolder } from "@talent/shared/domain/talentCode/holder";
import { BATCH_LEAD, BATCH_STEPS, dayOfStep, stepAt } from "@talent/shared/domain/talentCode/steps";
import { signedBytes } from "@talent/shared/domain/talentCode/token";
import { notFound } from "../../../platform/errors";
import { findTalent, type TalentDocument } from "../../talents/index";
import type { CodeContext } from "../context";
import { pseudonymOf, sealHolder, signBytes } from "../keys/primitives";
import { codeStateOf, type CodeState } from "../losses/state";
import { rememberDayCode } from "./dayCodes";

/** Signatures made before other calls get their turn: about three milliseconds. */
const SLICE = 64;

type SealedDay = BatchDay & { saltBytes: Uint8Array; sealedBytes: Uint8Array };

async function sealDay(
  { platform, keys }: CodeContext,
  talent: TalentDocument,
  on: string,
  generation: number,
): Promise<SealedDay> {
  const dayKeys = await keys.dayKeys(on);
  const talentId = talent._id.toHexString();
  const pseudonym = pseudonymOf(dayKeys.linkingKey, talentId, generation);
  await rememberDayCode(platform.keyring, pseudonym, { talentId, on, generation });
  const holder = packHolder({
    pseudonym,
    category: talent.category,
    districtCode: talent.districtCode,
    cycleStartsOn: talent.cycle.startsOn,
    cycleEndsOn: talent.cycle.endsOn,
    maskedName: talent.maskedName,
  });
  const { salt, sealed } = sealHolder(dayKeys, holder);
  return {
    on,
    code: dayCodeOf(pseudonym),
    salt: toBase64url(salt),
    sealed: toBase64url(sealed),
    saltBytes: salt,
    sealedBytes: sealed,
  };
}

/**
 * Seals these days for the phones that are not lost. A loss that is reported meanwhile marks the codes it finds; codes
 * that were made around it are thrown away and made anew.
 */
async function sealDays(
  context: CodeContext,
  talent: TalentDocument,
  dates: readonly string[],
): Promise<{ state: CodeState; days: SealedDay[] }> {
  const talentId = talent._id.toHexString();
  for (let state = await codeStateOf(talentId); ;) {
    const { generation } = state;
    const days = await Promise.all(dates.map((on) => sealDay(context, talent, on, generation)));
    state = await codeStateOf(talentId);
    if (state.generation === generation) return { state, days };
  }
}

async function signSteps(
  key: { id: number; privateKey: KeyObject },
  days: readonly SealedDay[],
  firstStep: number,
  count: number,
): Promise<string> {
  const signatures: string[] = [];
  for (let i = 0; i < count; i += 1) {
    if (i % SLICE === SLICE - 1) await pause();
    const step = firstStep + i;
    const day = days.find(({ on }) => on === dayOfStep(step));
    if (day === undefined) throw new Error(`the day of step ${step} is not sealed`);
    const { saltBytes: salt, sealedBytes: sealed } = day;
    const signed = signedBytes({ keyId: key.id, step, salt, sealed });
    signatures.push(signBytes(signed, key.privateKey).toString("base64url"));
  }
  return signatures.join("");
}

/**
 * Signs the tokens of a talent's coming hours. The phone only shows them, so the code opens without network.
 * @param steps how many; fewer than a batch only where nobody shows them for long
 * @throws AppError `not_found` when there is no such record
 */
export async function issueTokens(
  context: CodeContext,
  talentId: string,
  now: Date,
  steps: number = BATCH_STEPS,
): Promise<{ talent: TalentDocument; cardLost: boolean; batch: TokenBatch }> {
  const talent = await findTalent(talentId);
  if (talent === null) throw notFound("talent");
  const firstStep = stepAt(now) - BATCH_LEAD;
  const dates = new Set([dayOfStep(firstStep), dayOfStep(firstStep + steps - 1)]);
  const { state, days } = await sealDays(context, talent, [...dates]);
  const key = await context.keys.signer(now);
  const signatures = await signSteps(key, days, firstStep, steps);
  return {
    talent,
    cardLost: state.cardLost,
    batch: {
      keyId: key.id,
      firstStep,
      days: days.map(({ on, code, salt, sealed }) => ({ on, code, salt, sealed })),
      signatures,
    },
  };
}
