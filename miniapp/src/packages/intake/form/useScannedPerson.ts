import type { Verified } from "@talent/shared/contract/schemas/talentCode";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../../api/client";
import { rememberedScan, rememberScan } from "../../../hooks/lastScan";

/** Who was scanned, whether they may have the item, and the scan that says so. */
export interface ScannedPerson {
  verified: Verified | undefined;
  error: unknown;
  checking: boolean;
  check: (itemId: string) => void;
}

/**
 * The person of a scan. What the verify page has just been told is taken over; for another item, or after a restart,
 * the server is asked again, which the person sees in their access list.
 */
export function useScannedPerson(scanId: string, itemId: string): ScannedPerson {
  const [verified, setVerified] = useState<Verified | undefined>(() => rememberedScan(scanId));
  const [error, setError] = useState<unknown>();
  const [checking, setChecking] = useState(false);
  const latest = useRef(verified?.scanId ?? scanId);
  const check = useCallback((wanted: string) => {
    if (latest.current === "") return;
    setChecking(true);
    setError(undefined);
    const body = { scanId: latest.current, ...(wanted === "" ? {} : { itemId: wanted }) };
    api("talentCode.verify", { body })
      .then((answer) => {
        latest.current = answer.scanId;
        rememberScan(answer);
        setVerified(answer);
      }, setError)
      .finally(() => setChecking(false));
  }, []);
  const known = verified !== undefined && (itemId === "" || verified.item?.id === itemId);
  const first = useRef(known);
  useEffect(() => {
    if (!first.current) check(itemId);
    first.current = true;
  }, [check, itemId]);
  return { verified, error, checking, check };
}
