import { useDidHide, useDidShow, useUnload } from "@tarojs/taro";
import { platform } from "../../../platform";

/** Keeps the code out of screenshots while it is shown, where WeChat can. The moving token is what protects it. */
export function useHiddenFromCapture(): void {
  useDidShow(() => platform.hideFromCapture(true));
  useDidHide(() => platform.hideFromCapture(false));
  useUnload(() => platform.hideFromCapture(false));
}
