import { View } from "@tarojs/components";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { ActionBar } from "../../../components/frame/ActionBar";
import { replace } from "../../../hooks/navigation";
import { useMessageConsent } from "../../../hooks/useMessageConsent";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { queueTexts } from "../queueTexts";

export interface ChosenSlot {
  on: string;
  from: string;
}

export interface BookActionProps {
  hallId: string;
  itemId: string;
  /** Moves this appointment instead of making a new one. */
  appointmentId: string | undefined;
  chosen: ChosenSlot | undefined;
  /** Somebody else took the last place: the slots are read anew. */
  onFull: () => Promise<void>;
}

/** Books or moves; the button reads the chosen day and time. */
export function BookAction({ hallId, itemId, appointmentId, chosen, onFull }: BookActionProps) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const book = useWrite("appointments.book");
  const move = useWrite("appointments.reschedule");
  const write = appointmentId === undefined ? book : move;
  const askConsent = useMessageConsent("takeNumber");
  const when = chosen === undefined ? "" : `${words.date(chosen.on)}${chosen.from}`;
  const act = async () => {
    if (chosen === undefined) return;
    await askConsent();
    const done =
      appointmentId === undefined
        ? await book.run({ body: { hallId, itemId, ...chosen } })
        : await move.run({ params: { id: appointmentId }, body: chosen });
    if (done === undefined) return onFull();
    replace("visit", { [appointmentId === undefined ? "booked" : "moved"]: when });
  };
  const text = appointmentId === undefined ? t.bookConfirm(when) : t.moveConfirm(when);
  return (
    <ActionBar>
      <View className="grow">
        {write.error === undefined ? null : (
          <Note className="mb-3" tone="brick" text={errorSentence(write.error, words.language)} />
        )}
        <Button
          id="book"
          text={chosen === undefined ? t.bookNeedsSlot : text}
          disabled={chosen === undefined}
          busyText={write.busy ? t.booking : undefined}
          onTap={() => void act()}
        />
      </View>
    </ActionBar>
  );
}
