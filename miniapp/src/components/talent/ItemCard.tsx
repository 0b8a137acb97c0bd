import { Text, View } from "@tarojs/components";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { Icon } from "../base/Icon";
import { Tag } from "../base/Tag";
import { Tap } from "../base/Tap";
import { Facts, type FactValue } from "../list/Fact";

export interface ItemCardProps {
  name: string;
  summary: string;
  sample: boolean;
  facts: readonly FactValue[];
  /** Why this person may not ask for it; absent = they may. */
  whyNot?: string | undefined;
  onTap: () => void;
}

/** A service item; what one is not entitled to says why and still opens its guide. */
export function ItemCard({ name, summary, sample, facts, whyNot, onTap }: ItemCardProps) {
  const t = useTexts(frameTexts);
  return (
    <Tap className="card item" role="link" onTap={onTap}>
      <View className="row">
        <View className="grow row row-wrap">
          <Text className={`t-l b mr-2 ${whyNot === undefined ? "" : "ink-2"}`}>{name}</Text>
          {sample ? <Tag text={t.sample} /> : null}
        </View>
        <Icon name="right" size="xs" colour="ink-3" className="chev" />
      </View>
      <View className="t-s ink-2 mt-1">{summary}</View>
      {whyNot === undefined ? (
        <Facts facts={facts} />
      ) : (
        <View className="row mt-2 t-s">
          <Icon name="lock" size="xs" colour="ink-2" className="mr-2" />
          <Text className="grow ink-2">{whyNot}</Text>
        </View>
      )}
    </Tap>
  );
}
