import { View } from "@tarojs/components";
import type { IconName } from "../../theme/iconShapes";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface HintCellProps {
  icon: IconName;
  label: string;
  /** Says what the tap does, or what it did. */
  hint: string;
  onTap: () => void;
}

/** A row that does something, with the words for it underneath. */
export function HintCell({ icon, label, hint, onTap }: HintCellProps) {
  return (
    <Tap className="cell" onTap={onTap}>
      <Icon name={icon} colour="primary" className="cell-ic" />
      <View className="grow">
        <View>{label}</View>
        <View className="t-s ink-2">{hint}</View>
      </View>
      <Icon name="right" size="xs" colour="ink-3" className="chev" />
    </Tap>
  );
}
