import { useDidHide, useDidShow } from "@tarojs/taro";
import { useRef, type MutableRefObject } from "react";

/** Whether this page is the one in sight: false while it lies under another one or the app is in the background. */
export function useShown(): Readonly<MutableRefObject<boolean>> {
  const shown = useRef(true);
  useDidShow(() => {
    shown.current = true;
  });
  useDidHide(() => {
    shown.current = false;
  });
  return shown;
}
