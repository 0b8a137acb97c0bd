import { useDidShow, useLaunch } from "@tarojs/taro";
import type { PropsWithChildren } from "react";
import { uploadPendingScans } from "./hooks/pendingScans";
import { loadServiceInfo } from "./hooks/useServiceInfo";
import { refreshMe } from "./hooks/useSignIn";
import "./theme/app.scss";

/** Entry of the mini-program: pages draw themselves inside `Page`, so nothing surrounds them here. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void refreshMe());
  useDidShow(() => void loadServiceInfo());
  // Scans made without network are handed in wherever the person is by then.
  useDidShow(() => void uploadPendingScans());
  return children;
}
