import { Text, View } from "@tarojs/components";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { ToggleCell } from "../../list/Cell";
import { switchSingleKeys, useSingleKeys } from "../browser/keys";
import { StaffButton } from "../StaffButton";
import { boardTexts } from "../texts/boardTexts";
import { caseWorkTexts } from "../texts/caseWorkTexts";
import { StaffDialog } from "./StaffDialog";

interface Row {
  keys: readonly string[];
  word: string;
}

/** All keys of a page, and the switch for single letters. */
export function KeysDialog({ page, onClose }: { page: "board" | "desk" | "case"; onClose: () => void }) {
  const t = useTexts(boardTexts);
  const frame = useTexts(frameTexts);
  const work = useTexts(caseWorkTexts);
  const on = useSingleKeys((store) => store.on);
  const urge: Row = { keys: ["U"], word: work.urgeKey };
  const walk: Row[] = [
    { keys: ["←", "→"], word: t.keys.lane },
    { keys: ["↑", "↓"], word: t.keys.card },
    { keys: ["Enter"], word: t.keys.open },
    { keys: ["/"], word: t.keys.search },
    { keys: ["F"], word: t.keys.filter },
    ...(page === "board" ? [urge] : []),
  ];
  const answer: Row[] = [
    { keys: ["J", "K"], word: t.keys.next },
    { keys: ["1", "2", "3"], word: t.keys.answers },
    urge,
  ];
  const always: Row[] = [
    { keys: ["Ctrl", "Enter"], word: t.keys.confirm },
    { keys: ["Esc"], word: t.keys.close },
    { keys: ["?"], word: t.keys.helpTitle },
  ];
  return (
    <StaffDialog
      layout="wide"
      title={t.keys.helpTitle}
      onClose={onClose}
      actions={<StaffButton kind="primary" text={frame.close} onTap={onClose} />}
    >
      {[...(page === "case" ? answer : walk), ...always].map((row) => (
        <View key={row.word} className="row dg-key">
          <View className="row dg-key-k">
            {row.keys.map((key) => (
              <Text key={key} className="sf-key">
                {key}
              </Text>
            ))}
          </View>
          <Text className="grow">{row.word}</Text>
        </View>
      ))}
      <ToggleCell label={on ? t.keys.on : t.keys.off} on={on} onChange={switchSingleKeys} />
    </StaffDialog>
  );
}
