import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import type { EndpointName } from "@talent/shared/contract/index";
import type { Input, Output } from "../api/client";
import { learnServerTime } from "../api/serverClock";
import { storage } from "../platform";
import { LIVE_MS, LOST_MS } from "./useLive";
import { useEvery } from "./useEvery";

/** Endpoints that answer `changed: false` while the version on the screen still holds. */
export type PolledEndpoint = Extract<
  EndpointName,
  "tickets.read" | "counter.desk" | "displays.window" | "displays.hall"
>;

/** What every polled answer carries. */
interface Versioned {
  version: string;
  changed: boolean;
  now: string;
}

export interface Polled<T> {
  /** The last answer with content. */
  answer: T | undefined;
  error: unknown;
  /** Nothing to show yet. */
  loading: boolean;
  /** Server's instant at which the content was last known to hold. */
  heardAt: string | undefined;
  refresh: () => Promise<void>;
  /** Puts the answer of a write in place; a question that is still on its way no longer counts. */
  replace: (answer: T) => void;
}

export interface PolledOptions<N extends PolledEndpoint> {
  id: string;
  call: (name: N, input: Input<N>) => Promise<Output<N>>;
  /** Storage key under which the last content stays on the device. */
  keepAs?: string | undefined;
}

interface State<T> {
  id: string;
  answer?: T | undefined;
  error?: unknown;
  heardAt?: string | undefined;
}

/** Content that others change, asked for every few seconds while the page is shown; unchanged content costs one number. */
export function usePolled<N extends PolledEndpoint>(
  name: N,
  { id, call, keepAs }: PolledOptions<N>,
): Polled<Output<N>> {
  type Answer = Output<N> & Versioned;
  const [state, setState] = useState<State<Answer>>(() => {
    const kept = keepAs === undefined ? undefined : storage.read<Answer>(keepAs);
    return { id, answer: kept, heardAt: kept?.now };
  });
  const shown = state.id === id ? state : { id };
  const latest = useRef({ id, version: shown.answer?.version, call });
  latest.current = { id, version: shown.answer?.version, call };
  const turn = useRef(0);

  const accept = useCallback(
    (answer: Answer) => {
      learnServerTime(answer.now);
      if (answer.changed && keepAs !== undefined) storage.write(keepAs, answer);
      setState((before) => ({
        id,
        answer: answer.changed || before.id !== id ? answer : before.answer,
        heardAt: answer.now,
      }));
    },
    [id, keepAs],
  );

  const refresh = useCallback(async () => {
    if (id === "") return;
    turn.current += 1;
    const mine = turn.current;
    const { version } = latest.current;
    const query = version === undefined ? {} : { version };
    try {
      const answer = await latest.current.call(name, { params: { id }, query } as Input<N>);
      if (turn.current === mine) accept(answer as Answer);
    } catch (error) {
      if (turn.current === mine) setState((before) => ({ ...(before.id === id ? before : { id }), error }));
    }
  }, [name, id, accept]);

  const replace = useCallback(
    (answer: Output<N>) => {
      turn.current += 1;
      accept(answer as Answer);
    },
    [accept],
  );

  useEffect(() => void refresh(), [refresh]);
  const firstShow = useRef(true);
  useDidShow(() => {
    if (!firstShow.current) void refresh();
    firstShow.current = false;
  });
  const error = "error" in shown ? shown.error : undefined;
  useEvery(error === undefined ? LIVE_MS : LOST_MS, () => void refresh());
  return {
    answer: shown.answer,
    error,
    loading: shown.answer === undefined && error === undefined && id !== "",
    heardAt: shown.heardAt,
    refresh,
    replace,
  };
}
