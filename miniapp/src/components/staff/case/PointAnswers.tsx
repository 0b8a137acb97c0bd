import { Text, Textarea, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { POINT_OUTCOMES, type PointOutcome } from "@talent/shared/domain/lifecycle";
import { BOUNDS } from "@talent/shared/domain/limits";
import { OUTCOME_LABELS } from "@talent/shared/labels/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { Heading } from "../../base/Heading";
import { Segmented } from "../../form/Choices";
import { isAnsweredPoint, ResultPoint } from "../../talent/ResultPoint";
import { caseTexts } from "../texts/caseTexts";
import { isAnswered, type PointDraft } from "./pointDrafts";

/** Element of a point, which the keys 1 2 3 answer while it has the focus. */
export function pointId(index: number): string {
  return `point-${index}`;
}

export interface PointAnswersProps {
  points: RequestDetail["points"];
  drafts: readonly PointDraft[];
  /** `09:41` of the last saving on this device. */
  savedAt: string | undefined;
  onChange: (index: number, change: Partial<PointDraft>) => void;
  onFocus: (index: number) => void;
}

interface AreaProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** A text of several lines under its point; the label is for screen readers, the placeholder for the eye. */
export function PointText({ label, placeholder, value, onChange }: AreaProps) {
  const named = process.env.TARO_ENV === "h5" ? { nativeProps: { "aria-label": label } } : aria({ label });
  return (
    <View className="dg-in">
      <Textarea
        className="dg-area"
        value={value}
        maxlength={BOUNDS.note}
        placeholder={placeholder}
        placeholderClass="placeholder"
        cursorSpacing={120}
        autoHeight
        onInput={(event: { detail: { value: string } }) => onChange(event.detail.value)}
        {...named}
      />
    </View>
  );
}

function PointRow({
  index,
  text,
  draft,
  onChange,
  onFocus,
}: {
  index: number;
  text: string;
  draft: PointDraft;
  onChange: (change: Partial<PointDraft>) => void;
  onFocus: () => void;
}) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const choices = POINT_OUTCOMES.map((value) => ({ value, label: words.say(OUTCOME_LABELS[value]) }));
  return (
    <View id={pointId(index)} className="cs-pt" onClick={onFocus}>
      <View className="cs-pt-h">
        <Text className="cs-pt-n">{String(index + 1)}</Text>
        <View className="grow cs-pt-t">
          <View>{text}</View>
          {draft.outcome === undefined ? <View className="t-s ink-2">{t.pointHint}</View> : null}
        </View>
        <Segmented<PointOutcome>
          label={t.outcomeOf(index + 1)}
          choices={choices}
          value={draft.outcome}
          onChange={(outcome) => onChange({ outcome })}
        />
      </View>
      {draft.outcome === undefined ? null : (
        <View className="cs-pt-b">
          <PointText
            label={`${index + 1} ${t.pointNote}`}
            placeholder={t.pointNotePlaceholder}
            value={draft.note}
            onChange={(note) => onChange({ note })}
          />
          {draft.outcome === "notPossible" ? (
            <PointText
              label={`${index + 1} ${t.pointBasis}`}
              placeholder={t.pointBasisPlaceholder}
              value={draft.basis}
              onChange={(basis) => onChange({ basis })}
            />
          ) : null}
          {isAnswered(draft) ? null : (
            <View className="t-s amber mt-1">
              {draft.note.trim() === "" ? t.pointNoteMissing : t.pointBasisMissing}
            </View>
          )}
        </View>
      )}
    </View>
  );
}

/** 逐点答复: one answer per point of the request, kept on this device until the case is completed. */
export function PointAnswers({ points, drafts, savedAt, onChange, onFocus }: PointAnswersProps) {
  const t = useTexts(caseTexts);
  const answered = drafts.filter(isAnswered).length;
  return (
    <View className="cs-s">
      <View className="row row-base">
        <Heading className="cs-h">{t.points}</Heading>
        <Text className="cs-h-q grow">{t.pointsState(points.length, answered)}</Text>
        {savedAt === undefined ? null : <Text className="t-xs ink-2">{t.draftKept(savedAt)}</Text>}
      </View>
      {points.map((point, index) => (
        <PointRow
          key={index}
          index={index}
          text={point.text}
          draft={drafts[index] ?? { outcome: undefined, note: "", basis: "" }}
          onChange={(change) => onChange(index, change)}
          onFocus={() => onFocus(index)}
        />
      ))}
    </View>
  );
}

/** The points as asked, or with the answers that were given. */
export function PointList({ points }: { points: RequestDetail["points"] }) {
  const t = useTexts(caseTexts);
  return (
    <View className="cs-s">
      <View className="row row-base">
        <Heading className="cs-h">{points.some(isAnsweredPoint) ? t.result : t.pointsTitle}</Heading>
        <Text className="cs-h-q">{t.pointCount(points.length)}</Text>
      </View>
      {points.map((point, index) =>
        isAnsweredPoint(point) ? (
          <ResultPoint key={index} first={index === 0} point={point} />
        ) : (
          <View key={index} className="cs-pt">
            <View className="cs-pt-h">
              <Text className="cs-pt-n">{String(index + 1)}</Text>
              <View className="grow">{point.text}</View>
            </View>
          </View>
        ),
      )}
    </View>
  );
}
