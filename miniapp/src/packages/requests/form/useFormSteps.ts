import { useCallback, useState } from "react";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { announce } from "../../../hooks/useAnnouncement";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { FORM_STEPS, problemsOf } from "../../../components/requestForm/formState";
import type { StepProps } from "../../../components/requestForm/stepProps";
import { problemSentence } from "../../../components/requestForm/problemSentence";
import { formTexts } from "../../../components/requestForm/formTexts";

interface Options extends Pick<StepProps, "values" | "set"> {
  item: ItemDetail;
  handedIn: ReadonlySet<string>;
  /** Called when a step is left with nothing missing. */
  onLeave: () => Promise<void>;
}

/** Moving through the steps: what is missing is named beside its field, summed up on top, and jumped to. */
export function useFormSteps({ item, values, set, handedIn, onLeave }: Options) {
  const t = useTexts(formTexts);
  const words = useWords();
  const step = Math.min(Math.max(values.step, 0), FORM_STEPS.length - 1);
  const [checked, setChecked] = useState<number>();
  const [jumpTo, setJumpTo] = useState<string>();

  const present = FORM_STEPS[step] ?? "who";
  const problems = problemsOf(present, item, values, { todayOn: words.todayOn, handedIn });
  const shown = checked === step ? problems : [];
  const errors = Object.fromEntries(
    shown.map((problem) => [problem.anchor, problemSentence(problem, item, words, t)]),
  );
  const first = shown[0];
  const summary =
    first === undefined ? undefined : `${t.problems(shown.length)}${problemSentence(first, item, words, t)}`;

  const goTo = useCallback(
    (next: number) => {
      setChecked(undefined);
      setJumpTo(undefined);
      set("step", next);
    },
    [set],
  );
  const check = (): boolean => {
    const [missing] = problems;
    setChecked(step);
    if (missing === undefined) return true;
    // Named anew each time, so that a second tap jumps again.
    setJumpTo(undefined);
    setTimeout(() => setJumpTo(missing.anchor), 0);
    announce(problemSentence(missing, item, words, t));
    return false;
  };
  const next = () => {
    if (!check()) return;
    void onLeave();
    goTo(step + 1);
  };
  return { step, errors, summary, jumpTo, goTo, check, next };
}
