import { Text, View } from "@tarojs/components";
import type { IconName } from "../../theme/iconShapes";
import type { Colour } from "../../theme/palette";
import type { StatusShape } from "../../theme/statusShapes";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { StatusMark } from "../base/StatusMark";
import { Tap } from "../base/Tap";

export type BannerTone = "amber" | "brick" | "primary" | "moss" | "card";

const INK: Record<BannerTone, Colour> = {
  amber: "amber-ink",
  brick: "brick",
  primary: "primary",
  moss: "moss-ink",
  card: "ink-2",
};

export interface BannerProps {
  tone: BannerTone;
  mark?: StatusShape;
  icon?: IconName;
  /** The fact, bold. */
  fact?: string;
  /** Its consequence. */
  text: string;
  /** At most one way on. */
  action?: { text: string; onTap: () => void };
  className?: string;
}

/** A fact that matters now, its consequence and one way on. Stays until it is no longer true. */
export function Banner({ tone, mark, icon, fact, text, action, className = "" }: BannerProps) {
  return (
    <View
      className={`sf-banner sf-banner-${tone} ${className}`}
      {...aria({ role: tone === "brick" ? "alert" : "status" })}
    >
      {mark === undefined ? null : <StatusMark shape={mark} size="14" className="sf-banner-m" />}
      {icon === undefined ? null : <Icon name={icon} size="xs" colour={INK[tone]} className="sf-banner-m" />}
      <View className="grow">
        {fact === undefined ? null : <Text className="b">{fact}</Text>}
        <Text>{text}</Text>
      </View>
      {action === undefined ? null : (
        <Tap className="sf-link ml-3 none" onTap={action.onTap}>
          <Text>{action.text}</Text>
        </Tap>
      )}
    </View>
  );
}
