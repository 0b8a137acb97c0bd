import { View } from "@tarojs/components";
import { useState } from "react";
import type { DeviceState } from "@talent/shared/contract/schemas/counterRatings";
import {
  ON_SITE_ASPECTS,
  ON_SITE_TAGS,
  RATING_LEVELS,
  type OnSiteAspect,
  type RatingLevel,
} from "@talent/shared/domain/ratings";
import { ON_SITE_ASPECT_LABELS, RATING_LEVEL_LABELS, RATING_TAG_LABELS } from "@talent/shared/labels/ratings";
import { apiAsNobody } from "../../../api/client";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { Chips, TagOptions } from "../../../components/form/Choices";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ratingDeviceTexts } from "./deviceTexts";
import { FaceScale } from "./FaceScale";

type Asked = NonNullable<DeviceState["rating"]>;
type Aspects = Partial<Record<OnSiteAspect, RatingLevel>>;

export interface RateStepProps {
  asked: Asked;
  deviceToken: string;
  onRated: (level: RatingLevel) => void;
  onSkip: () => void;
}

/** What is chosen so far, and the sending of it. */
function useRatingInHand({ asked, deviceToken, onRated }: RateStepProps) {
  const [level, setLevel] = useState<RatingLevel>();
  const [tags, setTags] = useState<string[]>([]);
  const [aspects, setAspects] = useState<Aspects>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const choose = (chosen: RatingLevel) => {
    setLevel(chosen);
    setTags([]);
  };
  const toggle = (tag: string) =>
    setTags(tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]);
  const send = () => {
    if (level === undefined || busy) return;
    setBusy(true);
    setError(undefined);
    apiAsNobody("ratingDevices.rate", { body: { deviceToken, code: asked.code, level, tags, aspects } })
      .then(() => onRated(level), setError)
      .finally(() => setBusy(false));
  };
  return { level, tags, aspects, busy, error, choose, toggle, setAspects, send };
}

type RatingInHand = ReturnType<typeof useRatingInHand>;

/** The question after a number is finished: one tap for the level, the rest if one likes. */
export function RateStep(props: RateStepProps) {
  const { asked, onSkip } = props;
  const t = useTexts(ratingDeviceTexts);
  const words = useWords();
  const rating = useRatingInHand(props);
  const { level, error } = rating;
  return (
    <View className={`rd-in ${level === undefined ? "" : "rd-chosen"}`}>
      <View className="rd-win">{words.say(asked.itemName)}</View>
      <View className="num rd-no">{asked.ticketNumber}</View>
      <Heading level={1} className="rd-ask">
        {t.ask}
      </Heading>
      <FaceScale label={t.ask} value={level} onChange={rating.choose} />
      {level === undefined ? (
        <View className="rd-hint">{t.once(words.time(asked.expiresAt))}</View>
      ) : (
        <More level={level} rating={rating} />
      )}
      {error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(error, words.language)} />
      )}
      {level === undefined ? null : (
        <Button
          id="send-rating"
          className="rd-send"
          text={t.send}
          busyText={rating.busy ? t.sending : undefined}
          onTap={rating.send}
        />
      )}
      <Button small kind="text" className="mt-2" text={t.skip} onTap={onSkip} />
    </View>
  );
}

/** Tags of the chosen level, and on demand the sub-items. */
function More({ level, rating }: { level: RatingLevel; rating: RatingInHand }) {
  const t = useTexts(ratingDeviceTexts);
  const { say } = useWords();
  const [apart, setApart] = useState(false);
  return (
    <View className="rd-more">
      <View className="rd-hint">{t.tags}</View>
      <TagOptions
        label={t.tags}
        choices={ON_SITE_TAGS[level].map((value) => ({
          value,
          label: say(RATING_TAG_LABELS[value] ?? { zh: value, en: value }),
        }))}
        chosen={rating.tags}
        onToggle={rating.toggle}
      />
      {apart ? (
        <AspectRows aspects={rating.aspects} onChange={rating.setAspects} />
      ) : (
        <Button small kind="quiet" className="rd-apart" text={t.apart} onTap={() => setApart(true)} />
      )}
    </View>
  );
}

interface AspectRowsProps {
  aspects: Aspects;
  onChange: (aspects: Aspects) => void;
}

/** 服务效率、服务水平、服务态度, each on its own line. */
function AspectRows({ aspects, onChange }: AspectRowsProps) {
  const t = useTexts(ratingDeviceTexts);
  const { say } = useWords();
  const choices = RATING_LEVELS.map((value) => ({ value, label: say(RATING_LEVEL_LABELS[value]) }));
  return (
    <View className="rd-aspects">
      <View className="rd-hint">{t.aspects}</View>
      {ON_SITE_ASPECTS.map((aspect) => (
        <View key={aspect} className="rd-aspect">
          <View className="rd-aspect-l">{say(ON_SITE_ASPECT_LABELS[aspect])}</View>
          <View className="grow">
            <Chips
              label={say(ON_SITE_ASPECT_LABELS[aspect])}
              choices={choices}
              value={aspects[aspect]}
              onChange={(level) => onChange({ ...aspects, [aspect]: level })}
            />
          </View>
        </View>
      ))}
    </View>
  );
}
