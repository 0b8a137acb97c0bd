import { Text, View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import { useMemo, useState } from "react";
import { STEP_MS, secondsLeft } from "@talent/shared/domain/talentCode/steps";
import { serverNow } from "../../../api/serverClock";
import { aria } from "../../../components/base/aria";
import { useEvery } from "../../../hooks/useEvery";
import { useTexts } from "../../../i18n/texts";
import { codeTexts } from "./texts";

const TICKS = 60;
const TICK_MS = STEP_MS / TICKS;

interface Turn {
  /** Half seconds of the present turn, 0–59. */
  tick: number;
  seconds: number;
}

function presentTurn(): Turn {
  const now = serverNow();
  return { tick: Math.floor((now.getTime() % STEP_MS) / TICK_MS), seconds: secondsLeft(now) };
}

/**
 * A ring of sixty ticks that moves twice a second around the code and empties with its thirty seconds, so that a
 * screenshot is seen to be dead.
 */
export function Dial({ children }: PropsWithChildren) {
  const t = useTexts(codeTexts);
  const [turn, setTurn] = useState(presentTurn);
  useEvery(TICK_MS, () => setTurn(presentTurn()));
  const angles = useMemo(() => Array.from({ length: TICKS }, (_, index) => index * (360 / TICKS)), []);
  return (
    <View>
      <View className="dial">
        <View className="dial-ring" {...aria({ hidden: true })}>
          {angles.map((angle, index) => (
            <View key={angle} className="dial-arm" style={{ transform: `rotate(${angle}deg)` }}>
              <View
                className={`tick ${index === turn.tick ? "tick-now" : index > turn.tick ? "tick-on" : ""}`}
              />
            </View>
          ))}
        </View>
        <View className="dial-in">{children}</View>
      </View>
      <View className="dial-t ink-2" {...aria({ role: "timer" })}>
        <Text className="num dial-n">{String(turn.seconds)}</Text>
        <Text>{t.seconds}</Text>
      </View>
    </View>
  );
}
