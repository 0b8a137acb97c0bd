import { View } from "@tarojs/components";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface ConsentProps {
  text: string;
  given: boolean;
  first?: boolean;
  onChange: (given: boolean) => void;
  anchor?: string;
}

/** One consent for one purpose; never ticked beforehand. */
export function Consent({ text, given, first = false, onChange, anchor }: ConsentProps) {
  return (
    <Tap
      className={`check ${first ? "check-first" : ""}`}
      role="checkbox"
      checked={given}
      onTap={() => onChange(!given)}
      {...(anchor === undefined ? {} : { id: anchor })}
    >
      <View className={`box ${given ? "box-on" : ""}`}>
        {given ? <Icon name="check" size="14" colour="on-primary" stroke={2.4} /> : null}
      </View>
      <View className="grow">{text}</View>
    </Tap>
  );
}
