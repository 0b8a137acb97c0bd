import { View } from "@tarojs/components";
import { aria } from "./aria";
import { iconShapes, type IconName } from "../../theme/iconShapes";
import { palette, type Colour } from "../../theme/palette";
import { svgBackground } from "../../theme/svgImage";

export interface IconProps {
  name: IconName;
  colour?: Colour;
  /** 12, 14, 16 (xs), 18 (s), 24 (m) or 28 (l) px. */
  size?: "12" | "14" | "xs" | "s" | "m" | "l";
  /** Stroke width on the 24 grid. */
  stroke?: number;
  className?: string;
}

/** A line icon. It is decoration: the words beside it, or the label of the control around it, carry the meaning. */
export function Icon({ name, colour = "ink", size = "m", stroke = 1.7, className = "" }: IconProps) {
  const style = svgBackground(iconShapes[name], { box: 24, colour: palette[colour], width: stroke });
  return (
    <View
      className={`ic ${size === "m" ? "" : `ic-${size}`} ${className}`}
      style={style}
      {...aria({ hidden: true })}
    />
  );
}
