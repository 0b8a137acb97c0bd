import { Text } from "@tarojs/components";
import { Icon } from "../../components/base/Icon";
import { Tap } from "../../components/base/Tap";
import { useTexts } from "../../i18n/texts";
import { hallTexts } from "./hallTexts";
import type { useVoice } from "./useVoice";

/** Turns the voice of a screen on: browsers speak only after a tap. Once it is on the button steps back. */
export function VoiceButton({ voice }: { voice: ReturnType<typeof useVoice> }) {
  const t = useTexts(hallTexts);
  if (!voice.available) return null;
  return (
    <Tap
      className={`hl-voice ${voice.on ? "hl-voice-on" : ""}`}
      role="switch"
      checked={voice.on}
      label={voice.on ? t.voiceOff : t.voiceOn}
      onTap={voice.toggle}
    >
      <Icon name={voice.on ? "speaker" : "mute"} colour="on-primary" />
      {voice.on ? null : <Text className="hl-voice-t ml-2">{t.voiceOn}</Text>}
    </Tap>
  );
}
