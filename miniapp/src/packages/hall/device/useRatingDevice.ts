import { useCallback, useEffect, useRef, useState } from "react";
import type { DeviceState } from "@talent/shared/contract/schemas/counterRatings";
import { apiAsNobody, type Output } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import { learnServerTime } from "../../../api/serverClock";
import { useEvery } from "../../../hooks/useEvery";
import { LIVE_MS, LOST_MS } from "../../../hooks/useLive";
import { storage } from "../../../platform";

/** The device keeps its token and nothing else; it belongs to a window, never to a person. */
const STORAGE_KEY = "ratingDevice";

type Paired = Output<"ratingDevices.pair">;

export interface RatingDevice {
  paired: Paired | undefined;
  state: DeviceState | undefined;
  error: unknown;
  /** Paired with another device, or put out of use. */
  unknown: boolean;
  pairWith: (code: string) => Promise<void>;
  /** Forgets the window, to be paired anew. */
  forget: () => void;
  refresh: () => Promise<void>;
}

/** What the device of a window shows, asked for every few seconds without any session. */
export function useRatingDevice(): RatingDevice {
  const [paired, setPaired] = useState(() => storage.read<Paired>(STORAGE_KEY));
  const [state, setState] = useState<DeviceState>();
  const [error, setError] = useState<unknown>();
  const deviceToken = paired?.deviceToken;
  const version = useRef<string>();

  const refresh = useCallback(async () => {
    if (deviceToken === undefined) return;
    const known = version.current;
    try {
      const body = { deviceToken, ...(known === undefined ? {} : { version: known }) };
      const answer = await apiAsNobody("ratingDevices.state", { body });
      learnServerTime(answer.now);
      setError(undefined);
      if (answer.changed || known === undefined) setState(answer);
      version.current = answer.version;
    } catch (failure) {
      setError(failure);
    }
  }, [deviceToken]);

  useEffect(() => void refresh(), [refresh]);
  useEvery(error === undefined ? LIVE_MS : LOST_MS, () => void refresh());

  const pairWith = async (code: string) => {
    const answer = await apiAsNobody("ratingDevices.pair", { body: { code } });
    storage.write(STORAGE_KEY, answer);
    version.current = undefined;
    setError(undefined);
    setPaired(answer);
  };
  const forget = () => {
    storage.remove(STORAGE_KEY);
    version.current = undefined;
    setState(undefined);
    setError(undefined);
    setPaired(undefined);
  };
  const unknown = error instanceof ApiError && error.code === "device_unknown";
  return { paired, state, error, unknown, pairWith, forget, refresh };
}
