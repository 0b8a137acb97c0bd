import { View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useEffect, type PropsWithChildren } from "react";
import { useDrawnSize } from "../../hooks/useSettings";
import { platform } from "../../platform";
import { aria } from "../../components/base/aria";

/** The whole screen for one thing that is read from afar; no bars, nothing to go back to. */
export function HallPage({
  title,
  className = "",
  children,
}: PropsWithChildren<{ title: string; className?: string }>) {
  const textSize = useDrawnSize();
  useDidShow(() => platform.setTitle(title));
  useEffect(() => platform.setTitle(title), [title]);
  return (
    <View className={`page mode-${textSize} ${className}`} {...aria({ role: "main", label: title })}>
      {children}
    </View>
  );
}
