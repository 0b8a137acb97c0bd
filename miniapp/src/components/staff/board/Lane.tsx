import { ScrollView, Text, View } from "@tarojs/components";
import { LANE_LABELS } from "@talent/shared/labels/requests";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { Heading } from "../../base/Heading";
import { StatusMark } from "../../base/StatusMark";
import { LaneBody, type LaneBodyProps } from "./LaneBody";
import { LANE_SHAPES } from "./laneShapes";

export interface LaneProps extends LaneBodyProps {
  /** The count in words: `38`, `1000+`. */
  countText: string;
  last: boolean;
}

/** A column of the board: mark, word, count; scrolls alone. */
export function Lane({ countText, last, ...body }: LaneProps) {
  const { say } = useWords();
  const name = say(LANE_LABELS[body.lane]);
  return (
    <View
      className={`bd-lane ${last ? "bd-lane-last" : ""}`}
      {...aria({ role: "region", label: `${name} ${countText}` })}
    >
      <View className="bd-lane-h">
        <StatusMark shape={LANE_SHAPES[body.lane]} size="14" className="mr-2" />
        <Heading className="grow">{name}</Heading>
        <Text className="bd-lane-n">{countText}</Text>
      </View>
      <ScrollView className="bd-lane-b" scrollY lowerThreshold={200} onScrollToLower={body.pages.more}>
        <View className="bd-lane-in">
          <LaneBody {...body} />
        </View>
      </ScrollView>
    </View>
  );
}
