import { Text, View } from "@tarojs/components";
import { useServiceInfo } from "../../hooks/useServiceInfo";
import { errorSentence } from "../../i18n/errorWords";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { platform } from "../../platform";
import type { IconName } from "../../theme/iconShapes";
import { aria } from "../base/aria";
import { Button } from "../base/Button";
import { Icon } from "../base/Icon";

/** Grey shapes of the rows to come, so that nothing jumps when they arrive. */
export function SkeletonRows({ rows = 3 }: { rows?: number }) {
  const t = useTexts(frameTexts);
  return (
    <View className="card card-flush" {...aria({ role: "status", label: t.loading })}>
      {Array.from({ length: rows }, (_, index) => (
        <View key={index} className={`sk-row ${index === 0 ? "sk-first" : ""}`}>
          <View className="grow">
            <View className="sk" style={{ width: "44%", height: "18px" }} />
            <View className="sk mt-2" style={{ width: "76%", height: "13px" }} />
          </View>
          <View className="sk ml-3" style={{ width: "44px", height: "32px" }} />
        </View>
      ))}
    </View>
  );
}

/** Grey cards to come. */
export function SkeletonCards({ cards = 3 }: { cards?: number }) {
  return (
    <View>
      {Array.from({ length: cards }, (_, index) => (
        <View key={index} className={index === 0 ? "" : "mt-3"}>
          <SkeletonRows rows={2} />
        </View>
      ))}
    </View>
  );
}

export interface EmptyProps {
  icon: IconName;
  /** What will be here. */
  text: string;
  hint?: string;
  /** Where to go now. */
  action?: { text: string; onTap: () => void };
}

export function Empty({ icon, text, hint, action }: EmptyProps) {
  return (
    <View className="card state">
      <View className="state-ic">
        <Icon name={icon} colour="primary" />
      </View>
      <View className="b">{text}</View>
      {hint === undefined ? null : <View className="t-s ink-2 mt-1">{hint}</View>}
      {action === undefined ? null : (
        <View className="state-acts">
          <Button small kind="quiet" className="state-act" text={action.text} onTap={action.onTap} />
        </View>
      )}
    </View>
  );
}

/** What happened, what is safe, and two ways on: try again or call a person. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTexts(frameTexts);
  const words = useWords();
  const hotline = useServiceInfo()?.hotline;
  return (
    <View className="card state" {...aria({ role: "alert" })}>
      <View className="state-ic state-ic-brick">
        <Icon name="alert" colour="brick" />
      </View>
      <View className="b">{t.errorTitle}</View>
      <View className="t-s ink-2 mt-1">{errorSentence(error, words.language)}</View>
      <View className="state-acts">
        <Button small kind="quiet" className="state-act" text={t.retry} onTap={onRetry} />
        {hotline === undefined ? null : (
          <Button
            small
            kind="text"
            className="state-act"
            text={t.callInstead}
            onTap={() => platform.call(hotline.phone)}
          />
        )}
      </View>
    </View>
  );
}

/** Says from when the shown content is, while newer content cannot be had. */
export function StaleLine({ since, onRefresh }: { since: string | undefined; onRefresh: () => void }) {
  const t = useTexts(frameTexts);
  const words = useWords();
  if (since === undefined) return null;
  return (
    <View className="row row-between mb-3 t-s ink-2" {...aria({ role: "status" })}>
      <Text>{t.updatedAt(words.moment(since))}</Text>
      <Button small kind="text" text={t.refresh} onTap={onRefresh} />
    </View>
  );
}

/** End of a paged list: more, or that this was all. */
export function ListEnd({ hasMore, busy, onMore }: { hasMore: boolean; busy: boolean; onMore: () => void }) {
  const t = useTexts(frameTexts);
  if (!hasMore) return null;
  return (
    <View className="mt-3">
      <Button kind="quiet" small text={t.more} onTap={onMore} {...(busy ? { busyText: t.loading } : {})} />
    </View>
  );
}
