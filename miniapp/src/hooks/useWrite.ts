import { useCallback, useRef, useState } from "react";
import type { EndpointName } from "@talent/shared/contract/index";
import { api, type Input, type Output } from "../api/client";
import { newIdempotencyKey } from "../api/idempotencyKey";

export interface Write<N extends EndpointName> {
  busy: boolean;
  error: unknown;
  /** The answer in `data`, or undefined after a failure, which is then in `error`. A second call while busy does nothing. */
  run: (input: Input<N>) => Promise<{ data: Output<N> } | undefined>;
  clearError: () => void;
}

/**
 * A write of the person. One intent keeps one `Idempotency-Key`: trying the same input again after a failure repeats
 * it harmlessly; other input, or anything after a success, is a new intent.
 */
export function useWrite<N extends EndpointName>(name: N): Write<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const running = useRef(false);
  const intent = useRef<{ input: string; key: string }>();

  const run = useCallback(
    async (input: Input<N>) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setError(undefined);
      const text = JSON.stringify(input);
      if (intent.current?.input !== text) intent.current = { input: text, key: newIdempotencyKey() };
      try {
        const data = await api(name, input, intent.current.key);
        intent.current = undefined;
        return { data };
      } catch (failure) {
        setError(failure);
        return undefined;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [name],
  );
  return { busy, error, run, clearError: useCallback(() => setError(undefined), []) };
}
