import { Text, View } from "@tarojs/components";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface CodeCardProps {
  maskedName: string;
  employer: string;
  category: string;
  /** End of the cycle in words, and calendar days until then. */
  cycleEnds: string;
  daysLeft: number;
  /** Share of the three years that has passed, 0–1. */
  cycleShare: number;
  onShow: () => void;
}

const YEARS = [0, 1, 2] as const;

/** The hero of the home page: who one is, how long it holds, and one tap to the code: the whole card is the target. */
export function CodeCard(props: CodeCardProps) {
  const t = useTexts(talentTexts);
  const share = Math.min(1, Math.max(0, props.cycleShare));
  return (
    <Tap className="hero" id="show-code" onTap={props.onShow}>
      <View className="row row-top">
        <View className="grow">
          <View className="t-s hero-2">{t.credential}</View>
          <View className="hero-name">{props.maskedName}</View>
          <View className="hero-2">{props.employer}</View>
        </View>
        <View className="row row-base">
          <Text className="num hero-cat">{props.category}</Text>
          <Text className="t-m ml-1">{t.categoryWords}</Text>
        </View>
      </View>
      <View className="cycle" {...aria({ role: "img", label: t.cycleLabel(Math.round(share * 100)) })}>
        {YEARS.map((year) => (
          <View key={year} className={`cycle-seg ${year === 2 ? "cycle-seg-last" : ""}`}>
            <View
              className="cycle-fill"
              style={{ width: `${Math.min(100, Math.max(0, (share * 3 - year) * 100))}%` }}
            />
          </View>
        ))}
      </View>
      <View className="cycle-t t-s hero-2">
        <Text className="grow cycle-until">{t.cycleUntil(props.cycleEnds)}</Text>
        {t.stillBefore === "" ? null : <Text>{t.stillBefore}</Text>}
        <Text className="num cycle-n">{String(props.daysLeft)}</Text>
        <Text>{t.stillAfter}</Text>
      </View>
      <View className="btn btn-invert mt-3">
        <Icon name="code" colour="primary-strong" className="btn-ic" />
        <Text>{t.showCode}</Text>
      </View>
    </Tap>
  );
}
