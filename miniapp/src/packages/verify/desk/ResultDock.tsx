import { View } from "@tarojs/components";
import { Button } from "../../../components/base/Button";
import { isSpecialist } from "../../../components/staff/frame/staffPlaces";
import { open } from "../../../hooks/navigation";
import { usePendingScans } from "../../../hooks/pendingScans";
import { useServiceInfo } from "../../../hooks/useServiceInfo";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { verifyTexts } from "../texts";
import type { Outcome } from "./outcome";

export interface ResultDockProps {
  me: Me;
  outcome: Outcome;
  /** The same person, another item. */
  onOtherItem: () => void;
  onNext: () => void;
}

/** What can be done with the answer, in thumb reach: first the next step, then another item and the next person. */
export function ResultDock({ me, outcome, onOtherItem, onNext }: ResultDockProps) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const offline = outcome.kind === "offline";
  const note = outcome.kind === "answered" ? t.shownToTalent : offline ? t.shownLater : undefined;
  const taken =
    outcome.kind === "answered" && outcome.answer.entitled && outcome.item !== undefined && isSpecialist(me)
      ? { scanId: outcome.scanId, name: words.say(outcome.item.name) }
      : undefined;
  return (
    <View className="actions">
      {taken === undefined ? null : (
        <Button
          className="vf-main"
          text={t.intake(taken.name)}
          onTap={() => open("intake", { scanId: taken.scanId })}
        />
      )}
      <View className="row vf-acts">
        <Second outcome={outcome} onOtherItem={onOtherItem} />
        <Button
          className="grow vf-act"
          kind={taken === undefined ? "primary" : "line"}
          text={t.next}
          onTap={onNext}
        />
      </View>
      {note === undefined ? null : <View className="t-xs ink-2 c mt-2">{note}</View>}
      {offline && outcome.answer.entitled ? <View className="t-xs ink-2 c">{t.intakeLater}</View> : null}
      <View className="actions-safe" />
    </View>
  );
}

function Second({ outcome, onOtherItem }: Pick<ResultDockProps, "outcome" | "onOtherItem">) {
  const t = useTexts(verifyTexts);
  const { waiting } = usePendingScans();
  const hotline = useServiceInfo()?.hotline;
  if (outcome.kind === "answered")
    return <Button className="grow vf-act" kind="line" text={t.otherItem} onTap={onOtherItem} />;
  if (outcome.kind === "offline")
    return (
      <Button
        className="grow vf-act"
        kind="line"
        text={t.pending(waiting)}
        onTap={() => open("offlineScans")}
      />
    );
  if (hotline === undefined) return null;
  return (
    <Button className="grow vf-act" kind="line" text={t.call} onTap={() => platform.call(hotline.phone)} />
  );
}
