import { useCallback, useMemo, useState } from "react";
import { platform } from "../../platform";

/** The voice of a screen: silent until somebody taps it on, which is also what browsers demand. */
export function useVoice(sample: string) {
  const speaker = useMemo(() => platform.speaker(), []);
  const [on, setOn] = useState(false);
  const say = useCallback(
    (text: string) => {
      if (on) speaker?.say(text);
    },
    [on, speaker],
  );
  const toggle = () => {
    if (!on) speaker?.say(sample);
    setOn(!on);
  };
  return { available: speaker !== undefined, on, say, toggle };
}
