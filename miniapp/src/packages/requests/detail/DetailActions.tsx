import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { CLOSED_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import { Button } from "../../../components/base/Button";
import { ActionBar, IconAction } from "../../../components/frame/ActionBar";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { SheetAction } from "./ActionSheet";
import { detailTexts } from "./texts";
import { workTexts } from "./workTexts";

export interface DetailActionsProps {
  request: RequestDetail;
  onAsk: (action: SheetAction) => void;
}

function allows({ can }: RequestDetail, action: RequestAction): boolean {
  return can.some((entry) => entry.action === action);
}

/** The most pressing act as the filled button; undefined while there is none. */
function MainAction({ request, onAsk }: DetailActionsProps) {
  const t = useTexts(detailTexts);
  const work = useTexts(workTexts);
  const { id, itemId, status } = request;
  if (allows(request, "answerSupplement"))
    return (
      <Button
        id="go-supplement"
        className="grow"
        text={t.supplement}
        onTap={() => open("supplement", { id })}
      />
    );
  if (allows(request, "submit"))
    return <Button className="grow" text={t.continueDraft} onTap={() => open("form", { id })} />;
  if (allows(request, "rate"))
    return <Button id="go-result" className="grow" text={t.rate} onTap={() => open("result", { id })} />;
  if (status === "completed")
    return <Button className="grow" text={t.result} onTap={() => open("result", { id })} />;
  if (allows(request, "urge"))
    return <Button id="urge" className="grow" icon="bell" text={work.urge} onTap={() => onAsk("urge")} />;
  return <Button className="grow" kind="quiet" text={t.again} onTap={() => open("guide", { id: itemId })} />;
}

const MAIN_ACTIONS: readonly RequestAction[] = ["answerSupplement", "submit", "rate", "urge"];

/** Why one cannot urge yet, or no more; nothing where it is no question. */
function useUrgeLater({ urging, can }: RequestDetail): string | undefined {
  const t = useTexts(workTexts);
  const words = useWords();
  if (urging === undefined || can.some(({ action }) => action === "urge")) return undefined;
  if (urging.left === 0) return t.urgeUsedUp;
  return urging.from === undefined ? undefined : t.urgeFrom(words.moment(urging.from));
}

/** Exactly what the server lets the reader do next. */
export function DetailActions({ request, onAsk }: DetailActionsProps) {
  const t = useTexts(detailTexts);
  const may = (action: RequestAction) => allows(request, action);
  const later = useUrgeLater(request);
  const hasMain =
    MAIN_ACTIONS.some(may) || (isIn(CLOSED_STATUSES, request.status) && request.status !== "outOfScope");
  const withdraw = may("withdraw");
  if (!hasMain && !withdraw && !may("discardDraft") && !may("reopen")) return null;
  return (
    <ActionBar note={later ?? (hasMain || !withdraw ? undefined : t.noActions)}>
      {withdraw && hasMain ? (
        <IconAction icon="undo" text={t.withdraw} onTap={() => onAsk("withdraw")} />
      ) : null}
      {withdraw && !hasMain ? (
        <Button
          id="withdraw"
          className="grow"
          kind="quiet"
          icon="undo"
          text={t.withdraw}
          onTap={() => onAsk("withdraw")}
        />
      ) : null}
      {may("discardDraft") ? (
        <IconAction icon="close" text={t.discard} onTap={() => onAsk("discardDraft")} />
      ) : null}
      {may("reopen") ? <IconAction icon="cycle" text={t.reopen} onTap={() => onAsk("reopen")} /> : null}
      {hasMain ? <MainAction request={request} onAsk={onAsk} /> : null}
    </ActionBar>
  );
}
