import { useDidShow } from "@tarojs/taro";
import { useEffect } from "react";
import { uploadPendingScans } from "../../hooks/pendingScans";
import { useOnline } from "../../hooks/useOnline";

/** Hands in scans made without network as soon as there is one again. */
export function useUploads(): void {
  const online = useOnline();
  useEffect(() => {
    if (online) void uploadPendingScans();
  }, [online]);
  useDidShow(() => void uploadPendingScans());
}
