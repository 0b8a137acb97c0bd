import { Text, View } from "@tarojs/components";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { frameTexts } from "../../i18n/frameTexts";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tag } from "../base/Tag";

export interface CheckRowProps {
  name: string;
  hint?: string | undefined;
  /** The platform has it already. */
  have?: boolean;
  optional?: boolean;
  first?: boolean;
}

/** One material of a guide: to prepare, or already there. */
export function CheckRow({ name, hint, have = false, optional = false, first = false }: CheckRowProps) {
  const t = useTexts(talentTexts);
  const frame = useTexts(frameTexts);
  return (
    <View className={`check ${first ? "check-first" : ""}`}>
      <View className={`box ${have ? "box-on" : ""}`} {...aria({ hidden: true })}>
        {have ? <Icon name="check" size="14" colour="on-primary" stroke={2.4} /> : null}
      </View>
      <View className="grow">
        <View className="row row-wrap">
          <Text className="mr-2">{name}</Text>
          {have ? <Tag text={t.have} tone="moss" /> : null}
          {optional ? <Tag text={frame.optional} /> : null}
        </View>
        {hint === undefined ? null : <View className="t-s ink-2">{hint}</View>}
      </View>
    </View>
  );
}
