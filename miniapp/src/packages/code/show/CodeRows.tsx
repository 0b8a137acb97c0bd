import { View } from "@tarojs/components";
import { HintCell } from "../../../components/staff/HintCell";
import { open } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { KeptBatch } from "../tokenBatch";
import { codeTexts } from "./texts";

/** Who looked last, the card's number, and the way to report a loss. */
export function CodeRows({ batch, onLose }: { batch: KeptBatch | undefined; onLose: () => void }) {
  const t = useTexts(codeTexts);
  const words = useWords();
  const log = useQuery("me.accessLog", { query: { limit: 1 } }, { keep: true });
  const last = log.data?.items[0];
  return (
    <View className="code-rows">
      <HintCell
        icon="eye"
        label={t.log}
        hint={last === undefined ? t.logNone : t.logLine(words.moment(last.at), last.office || last.who)}
        onTap={() => open("accessLog")}
      />
      <HintCell
        icon="lock"
        label={t.lose}
        hint={
          batch === undefined
            ? t.card
            : `${t.card} ${batch.cardNumber}${batch.cardLost ? ` · ${t.cardLost}` : ""}`
        }
        onTap={onLose}
      />
    </View>
  );
}
