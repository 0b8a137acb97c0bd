import { View } from "@tarojs/components";
import type { Hall } from "@talent/shared/contract/schemas/counters";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { ActionBar } from "../../../components/frame/ActionBar";
import { open, replace } from "../../../hooks/navigation";
import { useMessageConsent } from "../../../hooks/useMessageConsent";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { queueTexts } from "../queueTexts";
import { groupFor } from "./hallWords";

export interface TakeActionsProps {
  itemId: string | undefined;
  hall: Hall | undefined;
}

/** A number now, or a time to come. What is missing stands in the button. */
export function TakeActions({ itemId, hall }: TakeActionsProps) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const write = useWrite("tickets.take");
  const askConsent = useMessageConsent("takeNumber");
  const blocked =
    itemId === undefined
      ? t.takeNeedsItem
      : hall === undefined
        ? t.takeNeedsHall
        : hall.openNow
          ? undefined
          : t.takeClosed;
  const take = async () => {
    if (itemId === undefined || hall === undefined) return;
    await askConsent();
    const done = await write.run({ body: { hallId: hall.id, itemId } });
    if (done !== undefined) replace("ticket", { id: done.data.id });
  };
  const bookable =
    itemId !== undefined && hall !== undefined && groupFor(hall, itemId)?.appointments === true;
  return (
    <ActionBar>
      <View className="grow">
        {write.error === undefined ? null : (
          <Note className="mb-3" tone="brick" text={errorSentence(write.error, words.language)} />
        )}
        <View className="row">
          {bookable ? (
            <Button
              className="grow mr-2"
              kind={blocked === undefined ? "quiet" : "primary"}
              text={t.book}
              onTap={() => open("bookVisit", { hall: hall.id, item: itemId })}
            />
          ) : null}
          <Button
            id="take-number"
            className="grow"
            text={blocked ?? t.take}
            disabled={blocked !== undefined}
            busyText={write.busy ? t.taking : undefined}
            onTap={() => void take()}
          />
        </View>
      </View>
    </ActionBar>
  );
}
