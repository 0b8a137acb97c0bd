import { Text, View } from "@tarojs/components";
import { batchEndsAt } from "@talent/shared/domain/talentCode/batch";
import { DAY_CODE_LENGTH, groupedDayCode } from "@talent/shared/domain/talentCode/dayCode";
import { Icon } from "../../../components/base/Icon";
import { QrCode } from "../../../components/base/QrCode";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { useShownToken, type KeptBatch } from "../tokenBatch";
import { Dial } from "./Dial";
import { codeTexts } from "./texts";

/** The moving code with its string of the day, and until when both work without network. */
export function CodeFace({ batch, bright }: { batch: KeptBatch; bright: boolean }) {
  const t = useTexts(codeTexts);
  const words = useWords();
  const shown = useShownToken(batch);
  if (shown === null)
    return (
      <View className="card state mt-4">
        <View className="b">{t.ranOut}</View>
        <View className="ink-2 mt-1">{t.ranOutWhy}</View>
      </View>
    );
  const groups = groupedDayCode(shown.code).split(" ");
  return (
    <View className="c">
      <Dial>
        <QrCode className="dial-qr" text={shown.token} alt={t.alt(shown.code)} />
      </Dial>
      <View className="code-day">
        {groups.map((group, index) => (
          <Text key={`${index}${group}`} className="num code-grp" selectable>
            {group}
          </Text>
        ))}
      </View>
      <View className="t-s ink-2">{t.typed(DAY_CODE_LENGTH)}</View>
      <View className="code-state">
        <View className="code-chip code-chip-ok">
          <Icon name="offline" size="s" colour="moss-ink" className="mr-2" />
          <View>
            <Text className="b">{t.offlineUntil}</Text>
            <Text>{t.until(words.moment(batchEndsAt(batch).toISOString()))}</Text>
          </View>
        </View>
        {bright ? (
          <View className="code-chip">
            <Icon name="bright" size="s" colour="ink-2" className="mr-2" />
            <Text>{t.bright}</Text>
          </View>
        ) : null}
      </View>
    </View>
  );
}
