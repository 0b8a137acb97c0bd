import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import type { EndpointName } from "@talent/shared/contract/index";
import { api, type Input, type Output } from "../api/client";
import { PERSONAL_PREFIX } from "../api/session";
import { serverNow } from "../api/serverClock";
import { storage } from "../platform";

export interface Query<T> {
  data: T | undefined;
  error: unknown;
  /** Nothing to show yet. */
  loading: boolean;
  /** Instant of the shown data when it comes from the device and no newer answer arrived. */
  staleSince: string | undefined;
  refresh: () => Promise<void>;
  /** Puts a newer answer in place, for instance the one of a write. */
  replace: (data: T) => void;
}

interface Kept<T> {
  data: T;
  at: string;
}

export interface QueryOptions {
  /** False = do not ask yet. */
  enabled?: boolean;
  /** Keep the last answer on the device and show it while there is no network. */
  keep?: boolean;
}

/**
 * Reads an endpoint and again whenever the page is shown. With `keep` the last answer is shown at once and stays,
 * with its time, when the network fails.
 */
export function useQuery<N extends EndpointName>(
  name: N,
  input: Input<N> = {},
  options: QueryOptions = {},
): Query<Output<N>> {
  const { enabled = true, keep = false } = options;
  const key = `${PERSONAL_PREFIX}${name}:${JSON.stringify(input)}`;
  const kept = keep ? storage.read<Kept<Output<N>>>(key) : undefined;
  const [state, setState] = useState<{ key: string; data?: Output<N>; error?: unknown; staleSince?: string }>(
    () => ({
      key,
      ...(kept === undefined ? {} : { data: kept.data, staleSince: kept.at }),
    }),
  );
  const latest = useRef({ key, input });
  latest.current = { key, input };

  const accept = useCallback(
    (data: Output<N>) => {
      if (keep) storage.write(key, { data, at: serverNow().toISOString() });
      setState({ key, data });
    },
    [key, keep],
  );

  const refresh = useCallback(async () => {
    if (!enabled) return;
    try {
      const data = await api(name, latest.current.input);
      if (latest.current.key === key) accept(data);
    } catch (error) {
      if (latest.current.key === key)
        setState((before) => ({ ...(before.key === key ? before : { key }), error }));
    }
  }, [name, key, enabled, accept]);

  useEffect(() => void refresh(), [refresh]);
  const firstShow = useRef(true);
  useDidShow(() => {
    if (!firstShow.current) void refresh();
    firstShow.current = false;
  });

  const shown =
    state.key === key
      ? state
      : { key, ...(kept === undefined ? {} : { data: kept.data, staleSince: kept.at }) };
  const error = "error" in shown ? shown.error : undefined;
  return {
    data: shown.data,
    error,
    loading: shown.data === undefined && error === undefined,
    staleSince: error === undefined ? undefined : shown.staleSince,
    refresh,
    replace: accept,
  };
}
