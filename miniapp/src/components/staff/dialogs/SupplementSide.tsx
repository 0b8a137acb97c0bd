import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { StatusShape } from "../../../theme/statusShapes";
import { StatusMark } from "../../base/StatusMark";
import { dialogTexts } from "../texts/dialogTexts";
import type { SupplementItem } from "./supplementDraft";

function Line({ label, value }: { label: string; value: string }) {
  return (
    <View className="dg-wx-r">
      <Text className="dg-wx-k">{label}</Text>
      <Text className="grow">{value}</Text>
    </View>
  );
}

function Effect({ shape, text }: { shape: StatusShape; text: string }) {
  return (
    <View className="dg-sum">
      <StatusMark shape={shape} className="dg-sum-m" />
      <Text className="grow">{text}</Text>
    </View>
  );
}

export interface SupplementSideProps {
  request: RequestDetail;
  items: readonly SupplementItem[];
  /** Who asks: name and office. */
  contact: string;
}

/** What the person will read, what it does to the clock, and that it can be done once. */
export function SupplementSide({ request, items, contact }: SupplementSideProps) {
  const t = useTexts(dialogTexts);
  const words = useWords();
  const { limit } = request;
  const first = items[0]?.title ?? "–";
  const handling = limit?.kind === "handling" ? limit : undefined;
  return (
    <View>
      <View className="t-s ink-2">{t.supplement.willRead(request.maskedName)}</View>
      <View className="dg-wx">
        <View className="b">{t.supplement.noticeTitle}</View>
        <View className="t-s ink-2">{`${words.say(request.itemName)}　${request.number}`}</View>
        <View className="sf-hr mt-2" />
        <Line label={t.supplement.need} value={t.supplement.needValue(first, items.length)} />
        {handling === undefined ? null : (
          <Line label={t.supplement.after} value={t.supplement.afterValue(Math.max(0, handling.left))} />
        )}
        <Line label={t.supplement.contact} value={contact} />
      </View>
      <View className="t-s ink-2 mt-2">{t.supplement.channel}</View>
      <View className="sf-hr mt-3" />
      {handling === undefined ? null : <Effect shape="paused" text={t.supplement.clock(handling.used)} />}
      <Effect
        shape="near"
        text={request.supplement === undefined ? t.supplement.once : t.supplement.second}
      />
    </View>
  );
}
