import { Text } from "@tarojs/components";
import type { IconName } from "../../theme/iconShapes";
import type { Colour } from "../../theme/palette";
import { Icon } from "./Icon";
import { Tap } from "./Tap";

export type ButtonKind = "primary" | "invert" | "quiet" | "line" | "danger" | "text";

const INK: Record<ButtonKind, Colour> = {
  primary: "on-primary",
  invert: "primary-strong",
  quiet: "primary",
  line: "ink",
  danger: "brick",
  text: "ink-2",
};

export interface ButtonProps {
  /** Verb + object; when disabled it says why. Never two lines. */
  text: string;
  onTap: () => void;
  kind?: ButtonKind;
  icon?: IconName;
  small?: boolean;
  disabled?: boolean;
  /** While the act is on its way: the words change and a second tap does nothing. */
  busyText?: string | undefined;
  label?: string;
  className?: string;
  id?: string;
}

export function Button(props: ButtonProps) {
  const {
    text,
    onTap,
    kind = "primary",
    icon,
    small = false,
    disabled = false,
    busyText,
    className = "",
  } = props;
  const busy = busyText !== undefined;
  const look = disabled ? "btn-off" : `btn-${kind}`;
  return (
    <Tap
      className={`btn ${look} ${small ? "btn-s" : ""} ${className}`}
      onTap={onTap}
      disabled={disabled || busy}
      {...(props.label === undefined ? {} : { label: props.label })}
      {...(props.id === undefined ? {} : { id: props.id })}
    >
      {icon === undefined || busy ? null : (
        <Icon
          name={icon}
          size={small ? "s" : "m"}
          colour={disabled ? "ink-2" : INK[kind]}
          className="btn-ic"
        />
      )}
      <Text>{busyText ?? text}</Text>
    </Tap>
  );
}
