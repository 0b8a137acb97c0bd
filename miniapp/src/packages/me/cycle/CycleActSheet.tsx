import { View } from "@tarojs/components";
import { useState } from "react";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import { CYCLE_BOUNDS } from "@talent/shared/domain/cycles";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { cycleTexts } from "../../../components/cycles/cycleTexts";
import { TextArea } from "../../../components/form/TextField";
import { Sheet } from "../../../components/frame/Sheet";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { myCycleTexts } from "./texts";

/** What the talent does to their cycle; each needs words. */
export type MyAct = "addStatement" | "appeal";

interface Props {
  act: MyAct;
  id: string;
  onClose: () => void;
  onDone: (changed: CycleDetail) => void;
}

/** The words of a statement or an appeal, and what follows from them. */
export function CycleActSheet({ act, id, onClose, onDone }: Props) {
  const t = useTexts(myCycleTexts);
  const shared = useTexts(cycleTexts);
  const { language } = useWords();
  const draft = useDraft(`cycle-${act}:${id}`, { text: "" });
  const [checked, setChecked] = useState(false);
  const statement = useWrite("cycles.addStatement");
  const appeal = useWrite("cycles.appeal");
  const { busy, error } = act === "appeal" ? appeal : statement;
  const text = draft.values.text.trim();
  const send = async () => {
    setChecked(true);
    if (text === "") return;
    const params = { id };
    const done =
      act === "appeal"
        ? await appeal.run({ params, body: { reason: text } })
        : await statement.run({ params, body: { text } });
    if (done === undefined) return;
    draft.clear();
    onDone(done.data);
  };
  return (
    <Sheet
      title={t.did[act]}
      onClose={onClose}
      actions={
        <View>
          <Button
            id="confirm-cycle"
            text={t.confirm[act]}
            busyText={busy ? shared.sending : undefined}
            onTap={() => void send()}
          />
          <Button className="mt-2" kind="text" text={shared.cancel} onTap={onClose} />
        </View>
      }
    >
      <View>{t.why[act]}</View>
      <TextArea
        label={t.label[act]}
        value={draft.values.text}
        most={act === "appeal" ? CYCLE_BOUNDS.reason : CYCLE_BOUNDS.statement}
        error={checked && text === "" ? t.missing : undefined}
        onChange={(value) => draft.set("text", value)}
      />
      {error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(error, language)} />
      )}
    </Sheet>
  );
}
