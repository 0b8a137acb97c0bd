import type { Verified } from "@talent/shared/contract/schemas/talentCode";
import { create } from "zustand";

/** The answer about the person last verified on this device, in memory only: it goes with the page to the intake. */
const useStore = create<{ scan: Verified | undefined }>(() => ({ scan: undefined }));

export function rememberScan(scan: Verified): void {
  useStore.setState({ scan });
}

/** The answer to this scan, or undefined when another one came since or the app was restarted. */
export function rememberedScan(scanId: string): Verified | undefined {
  const { scan } = useStore.getState();
  return scan?.scanId === scanId ? scan : undefined;
}
