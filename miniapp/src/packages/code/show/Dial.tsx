import { View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import { useEffect, useMemo, useState } from "react";
import { aria } from "../../../components/base/aria";

const TICKS = 60;
const HALF_SECOND_MS = 500;

/** Half seconds of the present 30-second turn, 0–59. */
function presentTick(): number {
  return Math.floor((Date.now() / HALF_SECOND_MS) % TICKS);
}

/** A ring of sixty ticks that moves twice a second around the code, so that a screenshot is seen to be dead. */
export function Dial({ children }: PropsWithChildren) {
  const [now, setNow] = useState(presentTick);
  useEffect(() => {
    const timer = setInterval(() => setNow(presentTick()), HALF_SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const angles = useMemo(() => Array.from({ length: TICKS }, (_, index) => index * (360 / TICKS)), []);
  return (
    <View className="dial">
      <View className="dial-ring" {...aria({ hidden: true })}>
        {angles.map((angle, index) => (
          <View key={angle} className="dial-arm" style={{ transform: `rotate(${angle}deg)` }}>
            <View className={`tick ${index === now ? "tick-now" : index > now ? "tick-on" : ""}`} />
          </View>
        ))}
      </View>
      <View className="dial-in">{children}</View>
    </View>
  );
}
