import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { isBadRating, type RatingLevel } from "@talent/shared/domain/ratings";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Icon } from "../../../components/base/Icon";
import { useTexts } from "../../../i18n/texts";
import { HallPage } from "../HallPage";
import "./device.scss";
import { ratingDeviceTexts } from "./deviceTexts";
import { PairStep } from "./PairStep";
import { RateStep } from "./RateStep";
import { useRatingDevice, type RatingDevice } from "./useRatingDevice";

/** The thanks stand so long, then the device waits for the next person. */
const THANKS_MS = 6_000;

/** The device on the counter: paired once, asks after each finished number, thanks, and waits again. */
export default function RatingDevicePage() {
  const t = useTexts(ratingDeviceTexts);
  const device = useRatingDevice();
  return (
    <HallPage title={t.title} className="rd">
      {device.paired === undefined ? (
        <PairStep onPair={device.pairWith} />
      ) : device.unknown ? (
        <OutOfUse onAgain={device.forget} />
      ) : (
        <Paired device={device} />
      )}
    </HallPage>
  );
}

function Paired({ device }: { device: RatingDevice }) {
  const t = useTexts(ratingDeviceTexts);
  const [thanked, setThanked] = useState<RatingLevel>();
  /** Codes that were used or turned down here. */
  const [over, setOver] = useState<string>();
  const { paired, state } = device;
  const asked = state?.rating;
  useEffect(() => {
    if (thanked === undefined) return undefined;
    const timer = setTimeout(() => setThanked(undefined), THANKS_MS);
    return () => clearTimeout(timer);
  }, [thanked]);
  if (paired === undefined) return null;
  const asks = asked !== undefined && asked.code !== over;
  return (
    <>
      {thanked !== undefined ? (
        <Thanks level={thanked} />
      ) : asks ? (
        <RateStep
          key={asked.code}
          asked={asked}
          deviceToken={paired.deviceToken}
          onSkip={() => setOver(asked.code)}
          onRated={(level) => {
            setOver(asked.code);
            setThanked(level);
            void device.refresh();
          }}
        />
      ) : (
        <View className="rd-in">
          <Heading level={1} className="rd-ask">
            {t.idle}
          </Heading>
          <View className="rd-hint">{t.idleHint}</View>
        </View>
      )}
      <View className="rd-foot">
        {device.error === undefined
          ? t.place(paired.hallName, state?.windowNumber ?? paired.windowNumber)
          : t.awayShort}
      </View>
    </>
  );
}

function Thanks({ level }: { level: RatingLevel }) {
  const t = useTexts(ratingDeviceTexts);
  const bad = isBadRating(level);
  return (
    <View className="rd-in">
      <View className="rd-tick">
        <Icon name="check" colour="moss" size="l" />
      </View>
      <Heading level={1} className="rd-ask">
        {bad ? t.thanksBad : t.thanks}
      </Heading>
      <View className="rd-hint">{bad ? t.thanksBadHint : t.thanksHint}</View>
    </View>
  );
}

function OutOfUse({ onAgain }: { onAgain: () => void }) {
  const t = useTexts(ratingDeviceTexts);
  return (
    <View className="rd-in">
      <Heading level={1} className="rd-ask">
        {t.unknown}
      </Heading>
      <View className="rd-hint">{t.unknownHint}</View>
      <Button className="rd-send" text={t.again} onTap={onAgain} />
    </View>
  );
}
