import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, type Input, type Output } from "../api/client";
import { PERSONAL_PREFIX } from "../api/session";
import { serverNow } from "../api/serverClock";
import { storage } from "../platform";

/** Endpoints that answer one page of a list at a time. */
export type ListEndpoint =
  | "items.list"
  | "requests.list"
  | "notices.list"
  | "me.accessLog"
  | "complaints.list"
  | "complaints.desk"
  | "cycles.list"
  | "accounts.list"
  | "talents.list"
  | "board.list"
  | "handovers.list"
  | "handovers.cases"
  | "appointments.list"
  | "counter.checklistHistory";

type Row<N extends ListEndpoint> = Output<N> extends { items: (infer R)[] } ? R : never;

export interface Pages<T> {
  rows: T[];
  loading: boolean;
  loadingMore: boolean;
  error: unknown;
  hasMore: boolean;
  /** Instant of the rows when they come from the device and no newer answer arrived. */
  staleSince: string | undefined;
  refresh: () => Promise<void>;
  more: () => void;
}

interface State<T> {
  key: string;
  rows: T[] | undefined;
  cursor: string | undefined;
  error?: unknown;
  staleSince?: string | undefined;
}

interface Kept<T> {
  rows: T[];
  at: string;
}

function keptState<T>(key: string): State<T> {
  const kept = storage.read<Kept<T>>(key);
  return { key, rows: kept?.rows, cursor: undefined, staleSince: kept?.at };
}

/** What somebody searched for is not kept: there is no end to it, and the device has little room. */
function isSearch(query: object): boolean {
  return "q" in query && query.q !== undefined;
}

/** Reads a list page by page; the first page is kept on the device and shown, with its time, without network. */
export function usePages<N extends ListEndpoint>(
  name: N,
  query: NonNullable<Input<N>["query"]>,
  enabled = true,
  params?: Input<N>["params"],
): Pages<Row<N>> {
  const key = `${PERSONAL_PREFIX}${name}:${JSON.stringify(params === undefined ? query : [params, query])}`;
  const [state, setState] = useState(() => keptState<Row<N>>(key));
  const [loadingMore, setLoadingMore] = useState(false);
  const latest = useRef({ key, query, params });
  latest.current = { key, query, params };
  const shown = state.key === key ? state : keptState<Row<N>>(key);

  const read = useCallback(
    async (cursor: string | undefined) => {
      const input = {
        params: latest.current.params,
        query: { ...latest.current.query, ...(cursor === undefined ? {} : { cursor }) },
      };
      return (await api(name, input as Input<N>)) as { items: Row<N>[]; nextCursor?: string };
    },
    [name],
  );

  const refresh = useCallback(async () => {
    if (!enabled) return;
    try {
      const page = await read(undefined);
      if (latest.current.key !== key) return;
      if (!isSearch(latest.current.query))
        storage.write(key, { rows: page.items, at: serverNow().toISOString() });
      setState({ key, rows: page.items, cursor: page.nextCursor });
    } catch (error) {
      if (latest.current.key === key)
        setState((before) => ({ ...(before.key === key ? before : keptState<Row<N>>(key)), error }));
    }
  }, [read, key, enabled]);

  const more = useCallback(() => {
    if (loadingMore || shown.cursor === undefined) return;
    setLoadingMore(true);
    read(shown.cursor)
      .then((page) => {
        if (latest.current.key !== key) return;
        setState((before) => ({
          key,
          rows: [...(before.rows ?? []), ...page.items],
          cursor: page.nextCursor,
        }));
      })
      .catch((error: unknown) => setState((before) => ({ ...before, error })))
      .finally(() => setLoadingMore(false));
  }, [loadingMore, shown.cursor, read, key]);

  useEffect(() => void refresh(), [refresh]);
  const firstShow = useRef(true);
  useDidShow(() => {
    if (!firstShow.current) void refresh();
    firstShow.current = false;
  });

  return {
    rows: shown.rows ?? [],
    loading: shown.rows === undefined && shown.error === undefined,
    loadingMore,
    error: shown.error,
    hasMore: shown.cursor !== undefined,
    staleSince: shown.error === undefined ? undefined : shown.staleSince,
    refresh,
    more,
  };
}
