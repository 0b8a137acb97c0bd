import type { CaseDialogProps } from "../../../components/staff/dialogs/dialogProps";
import { WordsDialog, type WordsAction } from "../../../components/staff/dialogs/WordsDialog";
import type { CaseAct } from "./useCaseAct";

export interface WordsDialogsProps {
  shared: Omit<CaseDialogProps<never>, "onConfirm">;
  action: WordsAction;
  run: CaseAct["run"];
}

/** Acts that need words, each with the body that its endpoint takes. */
export function WordsDialogs({ shared, action, run }: WordsDialogsProps) {
  const { target } = shared.request.can.find((permitted) => permitted.action === action) ?? {};
  const send = (text: string): Promise<boolean> => {
    switch (action) {
      case "recordProgress":
        return run(action, { note: text });
      case "reject":
      case "returnToDispatch":
      case "refuseExtension":
        return run(action, { reason: text });
      case "answerSupervision":
        return run(action, { answer: text });
      case "closeSupervision":
        return run(action, text === "" ? {} : { note: text });
      case "answerConsultation":
        return run(action, { consultationId: target ?? "", answer: text });
      case "answerSubtask":
        return run(action, { subtaskId: target ?? "", answer: text });
    }
  };
  return <WordsDialog {...shared} action={action} target={target} onConfirm={send} />;
}
