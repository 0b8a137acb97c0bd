import { Text } from "@tarojs/components";
import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import { Button } from "../../../components/base/Button";
import { Sheet } from "../../../components/frame/Sheet";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { dialogTexts } from "../../../components/staff/texts/dialogTexts";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ruleTexts } from "../ruleTexts";

/** Asks before a rule ends, and says what that means. */
export function EndRuleSheet({
  rule,
  onClose,
  onEnded,
}: {
  rule: RoutingRuleView;
  onClose: () => void;
  onEnded: () => void;
}) {
  const t = useTexts(ruleTexts);
  const dialog = useTexts(dialogTexts);
  const words = useWords();
  const write = useWrite("routingRules.end");
  const end = async () => {
    const activeToOn = rule.activeFromOn > words.todayOn ? rule.activeFromOn : words.todayOn;
    const done = await write.run({ params: { id: rule.id }, body: { activeToOn } });
    if (done === undefined) return;
    announce(t.endedNow);
    onEnded();
  };
  return (
    <Sheet
      title={t.endTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" text={t.endConfirm} onTap={() => void end()} />
          <Button kind="text" text={dialog.cancel} onTap={onClose} className="mt-2" />
        </>
      }
    >
      <DialogTrouble
        text={write.error === undefined ? undefined : errorSentence(write.error, words.language)}
      />
      <Text>{t.endWhy}</Text>
    </Sheet>
  );
}
