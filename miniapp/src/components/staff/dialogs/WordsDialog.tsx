import { View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ACTION_BUTTONS } from "@talent/shared/labels/requests";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import { AskedBefore } from "./AskedBefore";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";

interface WordsFacts {
  most: number;
  optional?: boolean;
  /** It takes something from the other person. */
  danger?: boolean;
}

/** Acts that need words and nothing else. */
const WORDS_FACTS = {
  reject: { most: BOUNDS.reason, danger: true },
  returnToDispatch: { most: BOUNDS.reason, danger: true },
  recordProgress: { most: BOUNDS.note },
  refuseExtension: { most: BOUNDS.reason, danger: true },
  answerSupervision: { most: BOUNDS.note },
  closeSupervision: { most: BOUNDS.note, optional: true },
  answerConsultation: { most: BOUNDS.note },
  answerSubtask: { most: BOUNDS.note },
} as const satisfies Record<string, WordsFacts>;

export type WordsAction = keyof typeof WORDS_FACTS;

export interface WordsDialogProps extends CaseDialogProps<string> {
  action: WordsAction;
  /** Part of the case that is answered. */
  target?: string | undefined;
}

/** What the words answer: the question, the task or the demand of somebody else. */
function askedBefore(request: RequestDetail, action: WordsAction, target: string | undefined) {
  switch (action) {
    case "answerConsultation": {
      const asked = request.consultations.find(({ id }) => id === target);
      return asked === undefined ? undefined : { who: asked.by, text: asked.question };
    }
    case "answerSubtask": {
      const asked = request.subtasks.find(({ id }) => id === target);
      return asked === undefined ? undefined : { who: asked.by, text: asked.task };
    }
    case "answerSupervision":
    case "closeSupervision": {
      const asked = request.supervisions.find(({ closedAt }) => closedAt === undefined);
      if (asked === undefined) return undefined;
      const answered = action === "closeSupervision" && asked.answer !== undefined;
      return answered
        ? { who: asked.answeredBy ?? "", text: asked.answer ?? "" }
        : { who: asked.by, text: asked.note };
    }
    case "refuseExtension":
      return request.extension === undefined
        ? undefined
        : { who: request.extension.askedBy, text: request.extension.reason };
    default:
      return undefined;
  }
}

/** An act that needs words: what they answer, who reads them, and what follows. */
export function WordsDialog(props: WordsDialogProps) {
  const { action, request, target, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts);
  const words = useWords();
  const draft = useDraft(`${action}:${request.id}${target ?? ""}`, { text: "" });
  const facts: WordsFacts = WORDS_FACTS[action];
  const text = draft.values.text.trim();
  const blocked = text === "" && facts.optional !== true ? t.words[action].needed : undefined;
  const asked = askedBefore(request, action, target);
  const confirm = () => {
    void onConfirm(text).then((done) => done && draft.clear());
  };
  return (
    <ActDialog
      frame={frame}
      action={action}
      confirmText={words.say(ACTION_BUTTONS[action])}
      blocked={blocked}
      danger={facts.danger === true}
      onConfirm={confirm}
    >
      {asked === undefined ? null : <AskedBefore {...asked} />}
      <LabelledText
        label={t.words[action].label}
        value={draft.values.text}
        most={facts.most}
        placeholder={t.placeholder[action]}
        lines="several"
        onChange={(value) => draft.set("text", value)}
      />
      <View className="t-s ink-2 mt-3">{t.told[action]}</View>
    </ActDialog>
  );
}
