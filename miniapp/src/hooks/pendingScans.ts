import { create } from "zustand";
import type { OfflineScan, UploadedScan } from "@talent/shared/contract/schemas/talentCode";
import { UPLOAD_SCANS } from "@talent/shared/domain/talentCode/rules";
import type { Category } from "@talent/shared/domain/talents";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import { api } from "../api/client";
import { ApiError } from "../api/errors";
import { useSession } from "../api/session";
import { storage } from "../platform/storage";

/** A scan made without network, with what the desk saw. */
export interface KeptScan {
  scan: OfflineScan;
  maskedName: string;
  category: Category;
  itemName?: Bilingual | undefined;
  /** What the server said when it was handed in; absent while it waits. */
  uploaded?: UploadedScan | undefined;
}

/** Uploaded scans stay in sight until this many newer ones follow. */
const SHOWN_UPLOADED = 20;

interface PendingStore {
  accountId: string | undefined;
  scans: readonly KeptScan[];
  busy: boolean;
}

/** The list belongs to the account that made it and outlives signing out: nothing that was scanned is lost. */
const keyOf = (accountId: string) => `offlineScans:${accountId}`;
const accountNow = () => useSession.getState().session?.me.id;
const useStore = create<PendingStore>(() => ({ accountId: undefined, scans: [], busy: false }));

function load(): readonly KeptScan[] {
  const accountId = accountNow();
  const present = useStore.getState();
  if (present.accountId === accountId) return present.scans;
  const scans = accountId === undefined ? [] : (storage.read<KeptScan[]>(keyOf(accountId)) ?? []);
  useStore.setState({ accountId, scans });
  return scans;
}

function save(scans: readonly KeptScan[]): void {
  const accountId = accountNow();
  if (accountId === undefined) return;
  storage.write(keyOf(accountId), scans);
  useStore.setState({ accountId, scans });
}

export function addPendingScan(scan: KeptScan): void {
  save([scan, ...load()]);
}

/** The scan of this very token that this device keeps. */
export function pendingScanOf(token: string): KeptScan | undefined {
  return load().find(({ scan }) => scan.token === token);
}

function withAnswers(scans: readonly KeptScan[], answers: readonly UploadedScan[]): KeptScan[] {
  const answered = scans.map((kept) => {
    const uploaded = kept.uploaded ?? answers.find(({ id }) => id === kept.scan.id);
    return uploaded === undefined ? kept : { ...kept, uploaded };
  });
  let shown = 0;
  return answered.filter(({ uploaded }) => {
    if (uploaded !== undefined) shown += 1;
    return uploaded === undefined || shown <= SHOWN_UPLOADED;
  });
}

/** Hands in what waits; without network it goes on waiting. */
export async function uploadPendingScans(): Promise<void> {
  if (useStore.getState().busy) return;
  const waiting = load().filter(({ uploaded }) => uploaded === undefined);
  if (waiting.length === 0) return;
  useStore.setState({ busy: true });
  try {
    for (let from = 0; from < waiting.length; from += UPLOAD_SCANS) {
      const part = waiting.slice(from, from + UPLOAD_SCANS).map(({ scan }) => scan);
      const { scans } = await api("talentCode.uploadScans", { body: { scans: part } });
      save(withAnswers(load(), scans));
    }
  } catch (error) {
    if (error instanceof ApiError && error.status === 400) save(withAnswers(load(), refusedAll(waiting)));
  } finally {
    useStore.setState({ busy: false });
  }
}

/** The server does not understand them: sending them again would not help. */
function refusedAll(scans: readonly KeptScan[]): UploadedScan[] {
  return scans.map(({ scan }) => ({ id: scan.id, state: "refused" }));
}

/** Scans of this account on this device, the newest first. */
export function usePendingScans(): { scans: readonly KeptScan[]; waiting: number; busy: boolean } {
  load();
  const { scans, busy } = useStore();
  return { scans, busy, waiting: scans.filter(({ uploaded }) => uploaded === undefined).length };
}
