import { create } from "zustand";
import { api, type Output } from "../api/client";
import { learnServerTime } from "../api/serverClock";
import { storage } from "../platform";

type ServiceInfo = Output<"service.info">;

const STORAGE_KEY = "serviceInfo";

const useStore = create<{ info: ServiceInfo | undefined }>(() => ({
  info: storage.read<ServiceInfo>(STORAGE_KEY),
}));

/** Asks whom to call, opening hours and the server's time. A failure leaves what was known. */
export async function loadServiceInfo(): Promise<void> {
  try {
    const info = await api("service.info");
    learnServerTime(info.now);
    storage.write(STORAGE_KEY, info);
    useStore.setState({ info });
  } catch {
    // Without an answer the number known last is still the right one to show.
  }
}

/** Whom to call and what the filing says, as last heard. */
export function useServiceInfo(): ServiceInfo | undefined {
  return useStore((store) => store.info);
}
