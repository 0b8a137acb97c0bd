import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DeskKit } from "@talent/shared/contract/schemas/talentCode";
import { api } from "../../../api/client";
import { PERSONAL_PREFIX } from "../../../api/session";
import { learnServerTime, serverNow } from "../../../api/serverClock";
import { storage } from "../../../platform";

const STORAGE_KEY = `${PERSONAL_PREFIX}deskKit`;
/** Keys and list are fetched anew when they are older than this and the page is shown. */
const FRESH_MS = 5 * 60_000;

export function keptKit(): DeskKit | undefined {
  return storage.read<DeskKit>(STORAGE_KEY);
}

export interface KitSupply {
  kit: DeskKit | undefined;
  error: unknown;
  refresh: () => Promise<void>;
}

/** Keys, list of lost codes and catalogue on this device, renewed whenever the page is shown with network. */
export function useDeskKit(): KitSupply {
  const [kit, setKit] = useState(keptKit);
  const [error, setError] = useState<unknown>();
  const busy = useRef(false);
  const refresh = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      const fresh = await api("talentCode.deskKit");
      learnServerTime(fresh.at);
      storage.write(STORAGE_KEY, fresh);
      setKit(fresh);
      setError(undefined);
    } catch (failure) {
      setError(failure);
    } finally {
      busy.current = false;
    }
  }, []);
  const refreshOld = useCallback(() => {
    const at = keptKit()?.at;
    const age = at === undefined ? Infinity : Math.abs(serverNow().getTime() - Date.parse(at));
    if (age > FRESH_MS) void refresh();
  }, [refresh]);
  useEffect(refreshOld, [refreshOld]);
  useDidShow(refreshOld);
  return { kit, error, refresh };
}
