import type { PropsWithChildren } from "react";
import { View } from "@tarojs/components";
import { aria } from "./aria";

export interface TapProps {
  onTap: () => void;
  /** What a screen reader says; absent = the words inside. */
  label?: string;
  role?: "button" | "link" | "radio" | "checkbox" | "switch" | "tab" | "option";
  /** For radio, checkbox, switch. */
  checked?: boolean;
  /** For tab and option. */
  selected?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  className?: string;
  /** Name that tests find it by. */
  id?: string;
}

interface KeyPress {
  key?: string;
  preventDefault?: () => void;
}

/** Only the browser has a keyboard; WeChat's templates do not know these properties. */
function keyboard(onTap: () => void, disabled: boolean): Record<string, unknown> {
  if (process.env.TARO_ENV !== "h5" || disabled) return {};
  return {
    tabIndex: 0,
    onKeyDown: (event: KeyPress) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault?.();
      onTap();
    },
  };
}

/** Whatever can be tapped: one role, one label, keyboard on the desktop, no action while disabled. */
export function Tap(props: PropsWithChildren<TapProps>) {
  const {
    onTap,
    label,
    role = "button",
    checked,
    selected,
    expanded,
    disabled = false,
    className = "",
    id,
  } = props;
  const act = () => {
    if (!disabled) onTap();
  };
  return (
    <View
      className={`tap ${className}`}
      hoverClass={disabled ? "none" : "pressed"}
      hoverStayTime={80}
      onClick={act}
      {...aria({ role, label, checked, selected, expanded, disabled: disabled || undefined })}
      {...(id === undefined ? {} : { id })}
      {...keyboard(act, disabled)}
    >
      {props.children}
    </View>
  );
}
