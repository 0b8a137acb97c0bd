import type { PropsWithChildren } from "react";
import { View } from "@tarojs/components";
import { aria } from "../../base/aria";

export interface RovingTapProps {
  id: string;
  className: string;
  /** Whether the Tab key reaches it; the arrow keys reach the others. */
  tabStop: boolean;
  onTap: () => void;
  onFocus?: () => void;
}

interface KeyPress {
  key?: string;
  stopPropagation?: () => void;
  preventDefault?: () => void;
}

/** One of many things of which the Tab key reaches a single one. In WeChat it is a plain button. */
export function RovingTap({
  id,
  className,
  tabStop,
  onTap,
  onFocus,
  children,
}: PropsWithChildren<RovingTapProps>) {
  const keyboard =
    process.env.TARO_ENV === "h5"
      ? {
          tabIndex: tabStop ? 0 : -1,
          onFocus: () => onFocus?.(),
          onKeyDown: (event: KeyPress) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault?.();
            event.stopPropagation?.();
            onTap();
          },
        }
      : {};
  return (
    <View
      id={id}
      className={`tap ${className}`}
      hoverClass="pressed"
      hoverStayTime={80}
      onClick={() => {
        onFocus?.();
        onTap();
      }}
      {...aria({ role: "button" })}
      {...keyboard}
    >
      {children}
    </View>
  );
}
