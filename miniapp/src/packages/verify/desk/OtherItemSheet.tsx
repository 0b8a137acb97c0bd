import { useState } from "react";
import { Button } from "../../../components/base/Button";
import { RadioList } from "../../../components/form/Choices";
import { Sheet } from "../../../components/frame/Sheet";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { KitItem } from "../offline/checkOffline";
import { verifyTexts } from "../texts";

export interface OtherItemSheetProps {
  items: readonly KitItem[];
  busy: boolean;
  onChoose: (itemId: string) => void;
  onClose: () => void;
}

/** Another item for the person who was just verified, without another scan. */
export function OtherItemSheet({ items, busy, onChoose, onClose }: OtherItemSheetProps) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const [chosen, setChosen] = useState<string>();
  return (
    <Sheet
      title={t.item}
      onClose={onClose}
      actions={
        <Button
          text={t.otherItem}
          disabled={chosen === undefined}
          onTap={() => (chosen === undefined ? undefined : onChoose(chosen))}
          busyText={busy ? t.scanning : undefined}
        />
      }
    >
      <RadioList
        label={t.item}
        value={chosen}
        onChange={setChosen}
        choices={items.map(({ id, name }) => ({ value: id, label: words.say(name) }))}
      />
    </Sheet>
  );
}
