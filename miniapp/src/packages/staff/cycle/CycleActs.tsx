import { View } from "@tarojs/components";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import { Button } from "../../../components/base/Button";
import { Section } from "../../../components/base/Section";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { cycleActsOf, type StaffCycleAct } from "./acts";
import { staffCycleTexts } from "./texts";

/** Why the employer cannot hand in now; nothing for those whom it does not concern. */
function useWindowSentence({ can, window }: CycleDetail): string | undefined {
  const t = useTexts(staffCycleTexts);
  const words = useWords();
  if (!can.includes("saveDraft") || window.open || window.on === undefined) return undefined;
  return window.why === "tooEarly" ? t.tooEarly(words.date(window.on)) : t.closed(words.date(window.on));
}

/** Exactly what the reader may do, the next step first. */
export function CycleActs({ cycle, onAct }: { cycle: CycleDetail; onAct: (act: StaffCycleAct) => void }) {
  const t = useTexts(staffCycleTexts);
  const acts = cycleActsOf(cycle);
  const closed = useWindowSentence(cycle);
  if (acts.length === 0 && closed === undefined) return null;
  return (
    <View className="mb-3">
      <Section title={t.acts} />
      {closed === undefined ? null : <View className="mb-3">{closed}</View>}
      {acts.map((act, index) => (
        <Button
          key={act}
          id={`act-${act}`}
          className="mt-2"
          kind={index === 0 ? "primary" : "quiet"}
          text={t.did[act]}
          onTap={() => onAct(act)}
        />
      ))}
    </View>
  );
}
