import Taro, { useDidHide, useDidShow, useUnload } from "@tarojs/taro";
import { useRef, useState } from "react";
import { platform } from "../../../platform";

const BRIGHT = 1;

/**
 * Brightens the phone's screen while the code is shown and puts it back afterwards. The browser has no such thing.
 * @returns whether it is bright now
 */
export function useBrightScreen(): boolean {
  const before = useRef<number>();
  const [bright, setBright] = useState(false);
  const restore = () => {
    if (before.current === undefined) return;
    Taro.setScreenBrightness({ value: before.current }).catch(() => undefined);
    before.current = undefined;
  };
  useDidShow(() => {
    if (platform.name !== "weapp") return;
    Taro.getScreenBrightness({
      success: ({ value }) => {
        before.current = value;
        Taro.setScreenBrightness({ value: BRIGHT }).then(
          () => setBright(true),
          () => undefined,
        );
      },
    }).catch(() => undefined);
  });
  useDidHide(restore);
  useUnload(restore);
  return bright;
}
