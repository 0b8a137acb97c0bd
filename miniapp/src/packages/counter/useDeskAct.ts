import { useRef, useState } from "react";
import type { EndpointName } from "@talent/shared/contract/index";
import type { PolledDesk } from "@talent/shared/contract/schemas/counters";
import type { TicketAction, WindowAction } from "@talent/shared/domain/queueTickets";
import { api, type Input } from "../../api/client";
import { ApiError } from "../../api/errors";
import { newIdempotencyKey } from "../../api/idempotencyKey";

/** What is done at a desk, and the endpoint of each; the desk answers. */
const DESK_ENDPOINTS = {
  open: "counter.openWindow",
  pause: "counter.pauseWindow",
  close: "counter.closeWindow",
  callNext: "counter.callNext",
  recall: "counter.recall",
  start: "counter.start",
  skip: "counter.skip",
  putBack: "counter.putBack",
  hold: "counter.hold",
  resume: "counter.resume",
  transfer: "counter.transfer",
  finish: "counter.finish",
} as const satisfies Partial<Record<TicketAction | WindowAction, EndpointName>>;

type DeskAction = keyof typeof DESK_ENDPOINTS;
type DeskBody =
  Input<"counter.openWindow">["body"] | Input<"counter.transfer">["body"] | Input<"counter.finish">["body"];

export interface DeskAct {
  busy: DeskAction | undefined;
  error: unknown;
  /** Another window was first: the page shows the new state. */
  conflict: boolean;
  /** Resolves with the new desk, or undefined when nothing was done. A second call while one is on its way does nothing. */
  run: (action: DeskAction, id: string, body?: DeskBody) => Promise<PolledDesk | undefined>;
  clear: () => void;
}

/**
 * Acts of the person at a window, one at a time. One intent keeps one `Idempotency-Key`, so that an impatient second
 * tap after a lost answer calls nobody twice.
 */
export function useDeskAct(onDesk: (desk: PolledDesk) => void, onConflict: () => Promise<void>): DeskAct {
  const [busy, setBusy] = useState<DeskAction>();
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState(false);
  const running = useRef(false);
  const intent = useRef<{ input: string; key: string }>();
  const clear = () => {
    setError(undefined);
    setConflict(false);
  };
  const run: DeskAct["run"] = async (action, id, body) => {
    if (running.current) return undefined;
    running.current = true;
    clear();
    setBusy(action);
    const input = JSON.stringify([action, id, body]);
    if (intent.current?.input !== input) intent.current = { input, key: newIdempotencyKey() };
    try {
      const sent = { params: { id }, ...(body === undefined ? {} : { body }) };
      const desk = await api(DESK_ENDPOINTS[action], sent as Input<"counter.finish">, intent.current.key);
      intent.current = undefined;
      onDesk(desk);
      return desk;
    } catch (failure) {
      if (failure instanceof ApiError) intent.current = undefined;
      if (failure instanceof ApiError && failure.code === "state_changed") {
        setConflict(true);
        await onConflict();
      } else setError(failure);
      return undefined;
    } finally {
      running.current = false;
      setBusy(undefined);
    }
  };
  return { busy, error, conflict, run, clear };
}
