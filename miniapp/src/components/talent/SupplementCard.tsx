import { Text, View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";

export interface SupplementCardProps {
  index: number;
  title: string;
  why: string;
  how?: string | undefined;
}

/** One missing material: why it is asked, how to get it, and its upload row as the child. */
export function SupplementCard({ index, title, why, how, children }: PropsWithChildren<SupplementCardProps>) {
  const t = useTexts(talentTexts);
  return (
    <View className="card mt-3">
      <View className="row row-base">
        <Text className="num t-l pri mr-2">{String(index)}</Text>
        <Text className="t-l b grow">{title}</Text>
      </View>
      <View className="why">
        <View>
          <Text className="b mr-2">{t.why}</Text>
          <Text>{why}</Text>
        </View>
        {how === undefined ? null : (
          <View className="mt-1">
            <Text className="b mr-2">{t.how}</Text>
            <Text>{how}</Text>
          </View>
        )}
      </View>
      {children}
    </View>
  );
}
