import type * as z from "zod/mini";
import type { signingKeysSchema } from "@talent/shared/contract/schemas/talentCode";
import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { Handlers } from "../../../platform/http/handler";
import type { JobDefinition } from "../../../platform/jobs/job";
import type { CodeContext } from "../context";
import { markLost } from "../issuing/dayCodes";
import { recentLosses } from "../losses/lostCodes";
import { dropOldDayKeys } from "./dayKeys";
import { dropDeadSigningKeys, renewSigningKey, rotateSigningKey, signingKeys } from "./signingKeys";

async function presentKeys(): Promise<z.output<typeof signingKeysSchema>> {
  const keys = await signingKeys();
  return {
    keys: keys.map(({ _id, publicKey, signsFrom, signedUntil }) => ({
      id: _id,
      publicKey,
      signsFrom: signsFrom.toISOString(),
      ...(signedUntil === undefined ? {} : { signedUntil: signedUntil.toISOString() }),
    })),
  };
}

export function keyHandlers({
  platform,
  keys,
}: CodeContext): Handlers<"talentCode.keys" | "talentCode.rotateKeys"> {
  return {
    "talentCode.keys": presentKeys,
    "talentCode.rotateKeys": async ({ reader, now, commandKey }) => {
      const callKey = commandKey === undefined ? undefined : `${reader.accountId}:${commandKey}`;
      await rotateSigningKey(platform.keyring, now, callKey);
      keys.forget();
      return presentKeys();
    },
  };
}

/**
 * Renews the signing key in time, makes tomorrow's keys today, marks codes of a loss whose report was cut short, and
 * removes what nobody needs any more.
 */
export function keyJob({ platform, keys }: CodeContext): JobDefinition {
  return {
    name: "talentCode.keys",
    every: "1 hour",
    async run(now) {
      await renewSigningKey(platform.keyring, now);
      keys.forget();
      const todayOn = dateInShanghai(now);
      for (const on of [todayOn, addDays(todayOn, 1)]) await keys.dayKeys(on);
      for (const state of await recentLosses(now)) await markLost(state._id.toHexString(), state.generation);
      await dropDeadSigningKeys(now);
      await dropOldDayKeys(now);
    },
  };
}
