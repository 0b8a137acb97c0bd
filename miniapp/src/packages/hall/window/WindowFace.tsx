import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { aria } from "../../../components/base/aria";
import { useTexts } from "../../../i18n/texts";
import { hallTexts } from "../hallTexts";

/** Characters from which the name of an item is set smaller, so that it can still be read across the room. */
const LONG_NAME = 8;
/** Signs that fit at full size: one letter and three digits. */
const FULL_SIZE_SIGNS = 4;

export interface WindowFaceProps {
  windowNumber: string;
  /** `10:26` */
  clock: string;
  /** What stands in the middle: a number, or a word while there is none. */
  number: string | undefined;
  word: string;
  label: string;
  itemName: string | undefined;
  limitDays: number | undefined;
  /** What is said at the foot while nobody is served. */
  hint: string;
  next: readonly string[];
  /** Set while this call is new: the number blinks three times. */
  freshSeq: number | undefined;
  /** Since when nothing newer is known, in words. */
  away: string | undefined;
  /** Beside the clock. */
  side: ReactNode;
}

/** The screen over one window: its number, whom it serves, with what, within which limit, and who is next (4.7). */
export function WindowFace(props: WindowFaceProps) {
  const t = useTexts(hallTexts);
  const { number, itemName, limitDays, freshSeq } = props;
  const size = number !== undefined && number.length > FULL_SIZE_SIGNS ? "hl-no-5" : "";
  const long = itemName !== undefined && itemName.length >= LONG_NAME ? "hl-item-long" : "";
  return (
    <View className="hl-in">
      <View className="hl-top">
        <View className="hl-row hl-base hl-top-l">
          <Text className="num hl-win">{props.windowNumber}</Text>
          <Text className="hl-win-t">{t.windowWord}</Text>
          {props.away === undefined ? null : (
            <Text className="hl-away" {...aria({ role: "status" })}>
              {props.away}
            </Text>
          )}
        </View>
        <View className="hl-top-r">
          {props.side}
          <Text className="num hl-clock">{props.clock}</Text>
        </View>
      </View>
      <View className="hl-mid">
        <View className="hl-now" {...aria({ live: "assertive" })}>
          <View className="hl-lab">{props.label}</View>
          {number === undefined ? (
            <View className="hl-word">{props.word}</View>
          ) : (
            <View key={freshSeq ?? 0} className={`hl-no ${size} ${freshSeq === undefined ? "" : "hl-new"}`}>
              {number}
            </View>
          )}
        </View>
        <View className="hl-next">
          <View className="hl-lab">{t.prepare}</View>
          {props.next.map((each, index) => (
            <View key={each} className={`num hl-n ${index === 0 ? "hl-n-1" : ""}`}>
              {each}
            </View>
          ))}
          {props.next.length === 0 ? <View className="hl-none">{t.nobodyNext}</View> : null}
        </View>
      </View>
      <View className="hl-foot">
        <Text className={`hl-item ${long}`}>{itemName ?? props.hint}</Text>
        {limitDays === undefined ? null : (
          <View className="hl-lim">
            <Text className="num hl-lim-n">{String(limitDays)}</Text>
            <Text>{t.limitWords}</Text>
          </View>
        )}
      </View>
    </View>
  );
}
