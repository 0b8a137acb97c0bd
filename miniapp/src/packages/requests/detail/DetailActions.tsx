import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { Button } from "../../../components/base/Button";
import { ActionBar, IconAction } from "../../../components/frame/ActionBar";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import type { SheetAction } from "./ActionSheet";
import { detailTexts } from "./texts";

export interface DetailActionsProps {
  request: RequestDetail;
  onAsk: (action: SheetAction) => void;
}

/** Exactly what the server lets the reader do next; the most pressing act is the filled button. */
export function DetailActions({ request, onAsk }: DetailActionsProps) {
  const t = useTexts(detailTexts);
  const may = (action: RequestAction) => request.can.some((entry) => entry.action === action);
  const { id } = request;
  const main = () => {
    if (may("answerSupplement"))
      return (
        <Button
          id="go-supplement"
          className="grow"
          text={t.supplement}
          onTap={() => open("supplement", { id })}
        />
      );
    if (may("submit"))
      return <Button className="grow" text={t.continueDraft} onTap={() => open("form", { id })} />;
    if (may("rate"))
      return <Button id="go-result" className="grow" text={t.rate} onTap={() => open("result", { id })} />;
    if (request.status === "completed")
      return <Button className="grow" text={t.result} onTap={() => open("result", { id })} />;
    if (["withdrawn", "rejected"].includes(request.status)) {
      return (
        <Button
          className="grow"
          kind="quiet"
          text={t.again}
          onTap={() => open("guide", { id: request.itemId })}
        />
      );
    }
    return undefined;
  };
  const primary = main();
  const withdraw = may("withdraw");
  if (primary === undefined && !withdraw && !may("discardDraft") && !may("reopen")) return null;
  return (
    <ActionBar note={primary === undefined && withdraw ? t.noActions : undefined}>
      {withdraw && primary !== undefined ? (
        <IconAction icon="undo" text={t.withdraw} onTap={() => onAsk("withdraw")} />
      ) : null}
      {withdraw && primary === undefined ? (
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
      {primary}
    </ActionBar>
  );
}
