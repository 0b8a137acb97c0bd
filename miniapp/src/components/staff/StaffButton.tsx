import { Text } from "@tarojs/components";
import type { IconName } from "../../theme/iconShapes";
import type { Colour } from "../../theme/palette";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export type StaffButtonKind = "primary" | "line" | "soft" | "danger" | "text";

const INK: Record<StaffButtonKind, Colour> = {
  primary: "on-primary",
  line: "ink",
  soft: "primary-strong",
  danger: "brick",
  text: "primary",
};

export interface StaffButtonProps {
  text: string;
  onTap: () => void;
  kind?: StaffButtonKind;
  icon?: IconName;
  disabled?: boolean;
  busyText?: string | undefined;
  className?: string;
  id?: string;
}

/** The button of the desk: 36 px high there, a full touch target on the phone. */
export function StaffButton(props: StaffButtonProps) {
  const { text, onTap, kind = "line", icon, disabled = false, busyText, className = "", id } = props;
  return (
    <Tap
      className={`sf-btn ${disabled ? "sf-btn-off" : `sf-btn-${kind}`} ${className}`}
      disabled={disabled || busyText !== undefined}
      onTap={onTap}
      {...(id === undefined ? {} : { id })}
    >
      {icon === undefined ? null : (
        <Icon name={icon} size="xs" colour={disabled ? "ink-2" : INK[kind]} className="mr-2" />
      )}
      <Text>{busyText ?? text}</Text>
    </Tap>
  );
}
