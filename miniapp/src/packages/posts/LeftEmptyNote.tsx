import { Text, View } from "@tarojs/components";
import type { LeftEmpty } from "@talent/shared/contract/schemas/posts";
import { aria } from "../../components/base/aria";
import { Heading } from "../../components/base/Heading";
import { StatusMark } from "../../components/base/StatusMark";
import { Tap } from "../../components/base/Tap";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { spansText } from "./dayWords";
import { postTexts } from "./texts";
import type { AbsenceEntry } from "./useAbsenceEntry";

type Way = LeftEmpty["waysOut"][number];

function WayButton({
  way,
  first,
  other,
  entry,
}: {
  way: Way;
  first: boolean;
  other: string;
  entry: AbsenceEntry;
}) {
  const t = useTexts(postTexts);
  const words = useWords();
  const days = way.kind === "askOther" ? "" : spansText(way.spans, words, "–");
  const [text, hint] =
    way.kind === "move"
      ? [t.move(days), t.moveHint(other)]
      : way.kind === "split"
        ? [t.split(days), t.splitHint]
        : [t.askOther(way.name), t.askHint];
  return (
    <Tap
      className={`po-way ${first ? "po-way-1" : ""}`}
      disabled={entry.busy}
      onTap={() => void entry.take(way)}
    >
      <Text className="grow">{text}</Text>
      <Text className="t-xs ink-2 none ml-2">{hint}</Text>
    </Tap>
  );
}

/** Why an absence was refused: the day, whose absence stands in the way, and what can be done instead. */
export function LeftEmptyNote({ leftEmpty, entry }: { leftEmpty: LeftEmpty; entry: AbsenceEntry }) {
  const t = useTexts(postTexts);
  const words = useWords();
  const { days, others, waysOut, dueCases, postName } = leftEmpty;
  const said = others
    .map(({ letter, name, reason, ...span }) =>
      t.otherAway(letter, name, spansText([span], words, "–"), reason),
    )
    .join("；");
  const other = others[0]?.name ?? "";
  return (
    <>
      <View className="sf-banner sf-banner-brick mt-3" {...aria({ role: "alert" })}>
        <StatusMark shape="refused" size="14" className="sf-banner-m" />
        <View className="grow">
          <View className="b">{t.refused(days.map((on) => words.date(on)).join("、"))}</View>
          <View className="mt-1">{t.refusedWhy(said, postName)}</View>
          <View className="mt-1">{t.effect(dueCases)}</View>
        </View>
      </View>
      <Heading className="po-h mt-3">{t.waysOut}</Heading>
      {waysOut.map((way, index) => (
        <WayButton key={`${way.kind}${index}`} way={way} first={index === 0} other={other} entry={entry} />
      ))}
    </>
  );
}
