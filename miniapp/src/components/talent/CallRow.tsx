import { Text, View } from "@tarojs/components";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { platform } from "../../platform";
import { Icon } from "../base/Icon";
import { Tag } from "../base/Tag";
import { Tap } from "../base/Tap";

export interface CallRowProps {
  name: string;
  duty: string;
  /** Absent = nobody to call there. */
  phone?: string | undefined;
  tag?: string | undefined;
  /** When the number can be reached, outside its hours. */
  reachable?: string | undefined;
  first?: boolean;
}

/** A person, what they do in this matter, and one tap to call them. */
export function CallRow({ name, duty, phone, tag, reachable, first = false }: CallRowProps) {
  const t = useTexts(talentTexts);
  return (
    <View className={`cell ${first ? "cell-first" : ""}`}>
      <View className="grow">
        <View className="row">
          <Text className="b mr-2">{name}</Text>
          {tag === undefined ? null : <Tag text={tag} tone="pri" />}
        </View>
        <View className="t-s ink-2">{duty}</View>
        {reachable === undefined ? null : <View className="t-s amber">{t.outOfHours(reachable)}</View>}
      </View>
      {phone === undefined ? null : (
        <Tap className="call" label={t.call(name)} onTap={() => platform.call(phone)}>
          <Icon name="phone" colour="primary" />
        </Tap>
      )}
    </View>
  );
}
