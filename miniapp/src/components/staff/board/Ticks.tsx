import { View } from "@tarojs/components";
import type { LimitView } from "@talent/shared/contract/schemas/requests";
import { palette } from "../../../theme/palette";
import { aria } from "../../base/aria";
import { toneOf, type LimitTone } from "../limitWords";

export interface TicksProps {
  /** Working days of the limit. */
  total: number;
  used: number;
  tone: LimitTone;
  /** The ground that shows between the ticks. */
  ground?: "card" | "paper";
}

/** One tick is one working day of the limit; filled ticks are used. Three views, however many days there are. */
export function Ticks({ total, used, tone, ground = "card" }: TicksProps) {
  const days = Math.max(1, total);
  const step = 100 / days;
  const share = Math.min(days, Math.max(0, used)) * step;
  const edge = `calc(${step}% - 2px)`;
  const cut = palette[ground];
  return (
    <View className={`tk tk-${tone}`} {...aria({ hidden: true })}>
      <View className="tk-fill" style={{ width: `${share}%` }} />
      <View
        className="tk-cut"
        style={{
          backgroundImage: `repeating-linear-gradient(to right, transparent 0, transparent ${edge}, ${cut} ${edge}, ${cut} ${step}%)`,
        }}
      />
    </View>
  );
}

/** The same as separate boxes, for the case page. */
export function TickBoxes({ total, used, tone }: Omit<TicksProps, "ground">) {
  const boxes = Array.from({ length: Math.max(1, total) }, (_, index) => index);
  const on = tone === "doing" ? "tk-box-on" : `tk-box-${tone}`;
  return (
    <View className="tk-boxes" {...aria({ hidden: true })}>
      {boxes.map((index) => (
        <View
          key={index}
          className={`tk-box ${index < used ? on : ""} ${index === boxes.length - 1 ? "tk-box-last" : ""}`}
        />
      ))}
    </View>
  );
}

export function LimitTicks({ limit, ground = "card" }: { limit: LimitView; ground?: "card" | "paper" }) {
  return <Ticks total={limit.workingDays} used={limit.used} tone={toneOf(limit)} ground={ground} />;
}
