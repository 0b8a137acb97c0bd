import { View } from "@tarojs/components";
import { Button } from "../base/Button";
import { Sheet } from "../frame/Sheet";
import { useTexts } from "../../i18n/texts";
import type { FileKind } from "../../platform";
import { formTexts } from "./formTexts";

export interface ChooseSourceProps {
  onChoose: (kind: FileKind) => void;
  onClose: () => void;
}

/** WeChat hands over photos and files through two different doors. */
export function ChooseSource({ onChoose, onClose }: ChooseSourceProps) {
  const t = useTexts(formTexts);
  return (
    <Sheet
      title={t.from}
      onClose={onClose}
      actions={
        <View>
          <Button id="choose-photo" kind="quiet" text={t.photo} onTap={() => onChoose("photo")} />
          <Button
            id="choose-document"
            className="mt-2"
            kind="quiet"
            text={t.document}
            onTap={() => onChoose("document")}
          />
        </View>
      }
    >
      <View className="t-s ink-2">{t.materialsHint}</View>
    </Sheet>
  );
}
