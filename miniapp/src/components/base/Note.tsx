import { Text, View } from "@tarojs/components";
import type { IconName } from "../../theme/iconShapes";
import type { Colour } from "../../theme/palette";
import { aria } from "./aria";
import { Icon } from "./Icon";

export interface NoteProps {
  /** sky = news, amber = the clock stands, primary = legal basis, brick = failure that stays in place. */
  tone: "sky" | "amber" | "primary" | "brick";
  text: string;
  className?: string;
}

const LOOK: Record<NoteProps["tone"], { icon: IconName; colour: Colour }> = {
  sky: { icon: "info", colour: "sky" },
  amber: { icon: "pause", colour: "amber-ink" },
  primary: { icon: "info", colour: "primary" },
  brick: { icon: "alert", colour: "brick" },
};

/** One or two lines that stay in place; at most one per screen. A failure is said aloud at once. */
export function Note({ tone, text, className = "" }: NoteProps) {
  const { icon, colour } = LOOK[tone];
  return (
    <View
      className={`note note-${tone} ${className}`}
      {...aria({ role: tone === "brick" ? "alert" : "note" })}
    >
      <Icon name={icon} size="s" colour={colour} className="note-ic" />
      <Text className="grow">{text}</Text>
    </View>
  );
}
