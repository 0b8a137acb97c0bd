import { Text, View } from "@tarojs/components";
import type { IconName } from "../../theme/iconShapes";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface CellProps {
  label: string;
  icon?: IconName;
  value?: string | undefined;
  first?: boolean;
  onTap: () => void;
}

/** A row that leads somewhere. */
export function Cell({ label, icon, value, first = false, onTap }: CellProps) {
  return (
    <Tap className={`cell ${first ? "cell-first" : ""}`} role="link" onTap={onTap}>
      {icon === undefined ? null : <Icon name={icon} colour="primary" className="cell-ic" />}
      <Text className="grow">{label}</Text>
      {value === undefined ? null : <Text className="cell-v">{value}</Text>}
      <Icon name="right" size="xs" colour="ink-3" className="chev" />
    </Tap>
  );
}

export interface ToggleCellProps {
  label: string;
  icon?: IconName;
  hint?: string;
  on: boolean;
  first?: boolean;
  onChange: (on: boolean) => void;
}

/** A row with a switch; the whole row is the target. */
export function ToggleCell({ label, icon, hint, on, first = false, onChange }: ToggleCellProps) {
  return (
    <Tap
      className={`cell ${first ? "cell-first" : ""}`}
      role="switch"
      checked={on}
      onTap={() => onChange(!on)}
    >
      {icon === undefined ? null : <Icon name={icon} colour="primary" className="cell-ic" />}
      <View className="grow">
        <View>{label}</View>
        {hint === undefined ? null : <View className="t-s ink-2">{hint}</View>}
      </View>
      <View className={`switch ${on ? "switch-on" : ""}`}>
        <View className="switch-k" />
      </View>
    </Tap>
  );
}
