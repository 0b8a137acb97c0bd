import { Text, View } from "@tarojs/components";
import type { LimitView } from "@talent/shared/contract/schemas/requests";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { aria } from "../base/aria";

/** One block per working day is drawn up to this many; beyond it several days share a block. */
const MOST_BLOCKS = 45;

export interface LimitPromiseProps {
  limit: LimitView;
}

/** Until which day, how many working days are left, and one block per day of the limit. */
export function LimitPromise({ limit }: LimitPromiseProps) {
  const t = useTexts(talentTexts);
  const words = useWords();
  const { left, standing } = limit;
  const expected = limit.kind === "handling" ? t.expectedBefore : t.acceptedBefore;
  const before = standing === "overdue" ? t.overdueBefore : expected;
  const tone = standing === "overdue" ? "promise-brick" : standing === "stopped" ? "promise-amber" : "";
  return (
    <View>
      {limit.dueOn === undefined ? (
        <View className={`promise ${tone}`}>{t.clockStopped}</View>
      ) : (
        <View className="promise">
          <Text>{before}</Text>
          <Text className={`nb ${tone}`}>{words.date(limit.dueOn)}</Text>
          <Text className="nb">{limit.kind === "handling" ? t.expectedAfter : t.acceptedAfter}</Text>
        </View>
      )}
      {standing === "ended" ? null : (
        <View className="promise">
          <Text>{left < 0 ? t.late : t.left}</Text>
          <Text className={`num promise-n ${tone}`}>{String(Math.abs(left))}</Text>
          <Text>{t.workingDays(Math.abs(left))}</Text>
        </View>
      )}
      <DayBlocks limit={limit} />
      <View className="row row-between mt-2 t-xs ink-2">
        <Text>{t.used(limit.used)}</Text>
        <Text>{t.limitOf(limit.workingDays)}</Text>
      </View>
    </View>
  );
}

function DayBlocks({ limit }: LimitPromiseProps) {
  const blocks = Math.min(limit.workingDays, MOST_BLOCKS);
  const used = Math.round((Math.min(limit.used, limit.workingDays) / limit.workingDays) * blocks);
  const usedLook = limit.standing === "overdue" ? "day-over" : "";
  const leftLook = limit.standing === "stopped" ? "day-stopped" : "day-left";
  return (
    <View className="days" {...aria({ hidden: true })}>
      {Array.from({ length: blocks }, (_, index) => (
        <View
          key={index}
          className={`day ${index < used ? usedLook : leftLook} ${index === blocks - 1 ? "day-last" : ""}`}
        />
      ))}
    </View>
  );
}
