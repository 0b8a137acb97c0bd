import { Text, View } from "@tarojs/components";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { Tap } from "../base/Tap";

export interface MessageRowProps {
  title: string;
  text: string;
  time: string;
  read: boolean;
  /** What the message asks for. */
  action?: string | undefined;
  first?: boolean;
  onTap: () => void;
}

/** One message; the row is the target, and unread shows by dot and weight. */
export function MessageRow({ title, text, time, read, action, first = false, onTap }: MessageRowProps) {
  const t = useTexts(talentTexts);
  return (
    <Tap className={`msg ${first ? "msg-first" : ""}`} role="link" onTap={onTap}>
      <View className={`msg-dot ${read ? "msg-read" : ""}`}>
        {read ? null : <Text className="unseen">{t.unreadLabel}</Text>}
      </View>
      <View className="grow">
        <View className="row">
          <Text className={`grow ${read ? "" : "b"}`}>{title}</Text>
          <Text className="t-s ink-2 ml-2 nb">{time}</Text>
        </View>
        <View className="t-s ink-2">{text}</View>
        {action === undefined ? null : <View className="t-s b pri mt-1">{action}</View>}
      </View>
    </Tap>
  );
}
