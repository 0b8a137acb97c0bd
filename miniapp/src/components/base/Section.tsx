import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { Heading } from "./Heading";
import { Icon } from "./Icon";
import { Tap } from "./Tap";

export interface SectionProps {
  title: string;
  /** A link at the right: words and where it leads. */
  more?: { text: string; onTap: () => void } | undefined;
  /** Quiet words at the right. */
  aside?: ReactNode;
}

/** Heading before a group of cards. */
export function Section({ title, more, aside }: SectionProps) {
  return (
    <View className="sec">
      <Heading className="sec-h">{title}</Heading>
      {more === undefined ? null : (
        <Tap className="link" role="link" onTap={more.onTap}>
          <Text>{more.text}</Text>
          <Icon name="right" size="xs" colour="ink-3" className="chev" />
        </Tap>
      )}
      {aside === undefined ? null : <View className="sec-more">{aside}</View>}
    </View>
  );
}
