import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import type { Verified } from "@talent/shared/contract/schemas/talentCode";
import { useState, type ReactNode } from "react";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { ActionBar } from "../../../components/frame/ActionBar";
import { problemSentence } from "../../../components/requestForm/problemSentence";
import { formTexts } from "../../../components/requestForm/formTexts";
import { useKeys } from "../../../components/staff/browser/keys";
import { useLayout } from "../../../components/staff/browser/layout";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffButton } from "../../../components/staff/StaffButton";
import { announce } from "../../../hooks/useAnnouncement";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { intakeTexts } from "../texts";
import { IntakeForm } from "./IntakeForm";
import { useIntake, type IntakeSource } from "./useIntake";

export interface IntakeScreenProps {
  me: Me;
  item: ItemDetail;
  verified: Verified;
  source: IntakeSource;
  /** Who and which item, above the form. */
  head: ReactNode;
}

/** The form of one person and one item, handed in and accepted in one tap or by Ctrl+Enter. */
export function IntakeScreen({ me, item, verified, source, head }: IntakeScreenProps) {
  const t = useTexts(intakeTexts);
  const form = useTexts(formTexts);
  const words = useWords();
  const layout = useLayout();
  const intake = useIntake(item, source);
  const [checked, setChecked] = useState(false);
  const [jumpTo, setJumpTo] = useState<string>();
  const shown = checked ? intake.problems : [];
  const sentence = (index: number) => {
    const problem = shown[index];
    return problem === undefined ? "" : problemSentence(problem, item, words, form);
  };
  const errors = Object.fromEntries(shown.map(({ anchor }, index) => [anchor, sentence(index)]));
  const blocked = verified.answer === "no" || intake.photos.busy;
  const handIn = (accept: boolean) => {
    const [missing] = intake.problems;
    setChecked(true);
    setJumpTo(undefined);
    if (blocked) return;
    if (missing === undefined) return void intake.handIn(accept);
    setTimeout(() => setJumpTo(missing.anchor), 0);
    announce(problemSentence(missing, item, words, form));
  };
  useKeys({ "Control+Enter": () => handIn(true) });
  const busyText = intake.busy ? t.submitting : intake.photos.busy ? t.waiting : undefined;
  const failure =
    intake.error !== undefined
      ? errorSentence(intake.error, words.language)
      : shown.length > 0
        ? `${t.problems(shown.length)}${sentence(0)}`
        : undefined;
  const off = verified.answer === "no";
  return (
    <StaffColumn
      me={me}
      current="verify"
      sub
      title={t.title}
      jumpTo={jumpTo}
      dock={
        <ActionBar>
          <Button kind="text" text={t.submitOnly} disabled={off} onTap={() => handIn(false)} />
          <Button
            id="take-in"
            className="grow"
            text={t.submitAccept}
            disabled={off}
            busyText={busyText}
            onTap={() => handIn(true)}
          />
        </ActionBar>
      }
      keysLine={
        <View className="in-foot">
          <Text className="sf-key">Ctrl</Text>
          <Text className="sf-key">Enter</Text>
          <Text className="sf-key-w grow">{t.shortcut}</Text>
          <StaffButton text={t.submitOnly} disabled={off} onTap={() => handIn(false)} className="mr-3" />
          <StaffButton
            kind="primary"
            text={t.submitAccept}
            disabled={off}
            busyText={busyText}
            onTap={() => handIn(true)}
          />
        </View>
      }
    >
      {head}
      {failure === undefined || layout === "phone" ? null : (
        <Note tone="brick" className="mt-3" text={failure} />
      )}
      <IntakeForm item={item} maskedName={verified.maskedName} intake={intake} errors={errors} />
      {failure === undefined ? null : <Note tone="brick" className="mt-3" text={failure} />}
    </StaffColumn>
  );
}
