import type { PropsWithChildren } from "react";
import { View } from "@tarojs/components";
import { aria } from "./aria";

/** A line that screen readers list as a heading. `level` 1 is the page's title. */
export function Heading({
  level = 2,
  className = "",
  children,
}: PropsWithChildren<{ level?: number; className?: string }>) {
  return (
    <View className={className} {...aria({ role: "heading", level })}>
      {children}
    </View>
  );
}
