import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useDidHide } from "@tarojs/taro";
import { useRef, useState } from "react";
import { api, type Input } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import { newIdempotencyKey } from "../../../api/idempotencyKey";
import { announce } from "../../../hooks/useAnnouncement";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { useTexts } from "../../../i18n/texts";
import { CASE_ENDPOINTS, type CaseAction } from "./caseActs";

export type CaseBody<A extends CaseAction> = Input<(typeof CASE_ENDPOINTS)[A]>["body"];

export interface CaseAct {
  busy: CaseAction | undefined;
  /** What was done last, until it is taken away or something else is done. */
  done: CaseAction | undefined;
  error: unknown;
  /** Somebody else was first: the page shows the new state and keeps what was typed. */
  conflict: boolean;
  /** Resolves true when it was done. A second call while one is on its way does nothing. */
  run: <A extends CaseAction>(action: A, body: CaseBody<A>) => Promise<boolean>;
  clear: () => void;
}

/**
 * Does something to a case. One intent keeps one `Idempotency-Key`: trying again after a lost answer repeats it
 * harmlessly. On `state_changed` the present state is read anew.
 */
export function useCaseAct(
  id: string,
  onDone: (request: RequestDetail) => void,
  onConflict: () => Promise<void>,
): CaseAct {
  const t = useTexts(caseTexts);
  const [busy, setBusy] = useState<CaseAction | undefined>(undefined);
  const [done, setDone] = useState<CaseAction | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [conflict, setConflict] = useState(false);
  const running = useRef(false);
  const intent = useRef<{ input: string; key: string }>();

  // Whoever comes back to the case later sees how it stands, not what was done before.
  useDidHide(() => setDone(undefined));

  const clear = () => {
    setDone(undefined);
    setError(undefined);
    setConflict(false);
  };

  const run: CaseAct["run"] = async (action, body) => {
    if (running.current) return false;
    running.current = true;
    clear();
    setBusy(action);
    const input = JSON.stringify([action, body]);
    if (intent.current?.input !== input) intent.current = { input, key: newIdempotencyKey() };
    try {
      const request = await api(
        CASE_ENDPOINTS[action],
        { params: { id }, ...(body === undefined ? {} : { body }) } as Input<
          (typeof CASE_ENDPOINTS)[typeof action]
        >,
        intent.current.key,
      );
      intent.current = undefined;
      onDone(request as RequestDetail);
      setDone(action);
      announce(t.did[action]);
      return true;
    } catch (failure) {
      const changed = failure instanceof ApiError && failure.code === "state_changed";
      if (changed) {
        intent.current = undefined;
        setConflict(true);
        await onConflict();
      } else {
        setError(failure);
      }
      return false;
    } finally {
      running.current = false;
      setBusy(undefined);
    }
  };
  return { busy, done, error, conflict, run, clear };
}
