import { Text, View } from "@tarojs/components";
import { chooseTextSize } from "../../hooks/usePreferences";
import { useElderOffer, useSettings } from "../../hooks/useSettings";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { Button } from "../base/Button";

/** Offers the elder step once to whoever reads WeChat in large type; the answer is kept. */
export function OfferElder() {
  const t = useTexts(frameTexts);
  const offered = useElderOffer();
  const declineElder = useSettings((settings) => settings.declineElder);
  if (!offered) return null;
  return (
    <View className="card mb-3">
      <Text>{t.elderOffer}</Text>
      <View className="row mt-3">
        <Button className="grow mr-2" small text={t.elderTake} onTap={() => chooseTextSize("elder")} />
        <Button small kind="text" text={t.elderDecline} onTap={declineElder} />
      </View>
    </View>
  );
}
