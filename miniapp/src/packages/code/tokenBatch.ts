import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import { tokenAt, wantsRefill } from "@talent/shared/domain/talentCode/batch";
import { stepAt } from "@talent/shared/domain/talentCode/steps";
import { api, type Output } from "../../api/client";
import { PERSONAL_PREFIX } from "../../api/session";
import { learnServerTime, serverNow } from "../../api/serverClock";
import { useEvery } from "../../hooks/useEvery";
import { storage } from "../../platform";

export type KeptBatch = Output<"talentCode.issue">;

const STORAGE_KEY = `${PERSONAL_PREFIX}talentCode`;
const REFILL_EVERY_MS = 60_000;
const TURN_EVERY_MS = 500;

export interface TokenSupply {
  batch: KeptBatch | undefined;
  /** Nothing is kept and the server has not answered yet. */
  loading: boolean;
  error: unknown;
  /** Fetches new tokens; what was kept is thrown away first when it is no longer taken. */
  renew: (thrownAway?: boolean) => Promise<void>;
}

/**
 * Tokens for the coming hours, from the device. A new batch is fetched whenever less than half is left and the server
 * answers; the page never waits for it.
 */
export function useTokens(enabled: boolean): TokenSupply {
  const [batch, setBatch] = useState(() => (enabled ? storage.read<KeptBatch>(STORAGE_KEY) : undefined));
  const [error, setError] = useState<unknown>();
  const busy = useRef(false);
  const renew = useCallback(
    async (thrownAway = false) => {
      if (!enabled || busy.current) return;
      busy.current = true;
      if (thrownAway) {
        storage.remove(STORAGE_KEY);
        setBatch(undefined);
      }
      try {
        const fresh = await api("talentCode.issue");
        learnServerTime(fresh.now);
        storage.write(STORAGE_KEY, fresh);
        setBatch(fresh);
        setError(undefined);
      } catch (failure) {
        setError(failure);
      } finally {
        busy.current = false;
      }
    },
    [enabled],
  );
  const refill = useCallback(() => {
    if (wantsRefill(batch, serverNow())) void renew();
  }, [batch, renew]);
  useEffect(refill, [refill]);
  useDidShow(refill);
  useEvery(REFILL_EVERY_MS, refill);
  return { batch, loading: batch === undefined && error === undefined, error, renew };
}

/** What is shown now; it turns with the step of the server's clock. Null when the batch has run out. */
export function useShownToken(batch: KeptBatch): { token: string; code: string } | null {
  const [step, setStep] = useState(() => stepAt(serverNow()));
  useEvery(TURN_EVERY_MS, () => setStep(stepAt(serverNow())));
  const shown = useRef<{ batch: KeptBatch; step: number; value: ReturnType<typeof tokenAt> }>();
  if (shown.current?.batch !== batch || shown.current.step !== step)
    shown.current = { batch, step, value: tokenAt(batch, serverNow()) };
  return shown.current.value;
}
