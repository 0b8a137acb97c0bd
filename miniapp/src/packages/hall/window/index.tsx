import { useMemo, useState } from "react";
import type { WindowDisplay } from "@talent/shared/contract/schemas/counters";
import { apiAsNobody } from "../../../api/client";
import { pageParams } from "../../../hooks/navigation";
import { usePolled } from "../../../hooks/usePolled";
import { useTexts } from "../../../i18n/texts";
import { useWords, type Words } from "../../../i18n/useWords";
import "../hall.scss";
import { HallPage } from "../HallPage";
import { HallWait } from "../HallWait";
import { hallTexts } from "../hallTexts";
import { useCallOnce } from "../useCallOnce";
import { useClock } from "../useClock";
import { useVoice } from "../useVoice";
import { VoiceButton } from "../VoiceButton";
import { WindowFace } from "./WindowFace";

type Texts = (typeof hallTexts)["zh-CN"];

/** What stands where the number would be. */
function wordOf(status: WindowDisplay["status"], t: Texts): { word: string; hint: string } {
  if (status === "paused") return { word: t.paused, hint: t.pausedHint };
  if (status === "closed") return { word: t.closed, hint: t.closedHint };
  return { word: t.free, hint: t.freeHint };
}

function itemWords(display: WindowDisplay, words: Words): string | undefined {
  if (display.current !== undefined) return words.say(display.current.itemName);
  if (display.status !== "open" || display.itemNames.length === 0) return undefined;
  return display.itemNames.map(words.say).join(words.language === "zh" ? "、" : ", ");
}

/** The screen over a window: public, without a session, with nothing personal on it. */
export default function WindowDisplayPage() {
  const t = useTexts(hallTexts);
  const words = useWords();
  const now = useClock();
  const voice = useVoice(t.voiceSample);
  const [id] = useState(() => pageParams().window ?? "");
  const polled = usePolled("displays.window", { id, call: apiAsNobody, keepAs: `display:${id}` });
  const display = polled.answer?.display;
  const calls = useMemo(
    () => (display === undefined ? undefined : [display.announcement].flatMap((call) => call ?? [])),
    [display],
  );
  const fresh = useCallOnce(`window:${id}`, calls, ({ speech }) => voice.say(words.say(speech)));
  if (display === undefined)
    return <HallWait chosen={id !== ""} error={polled.error} onRetry={() => void polled.refresh()} />;
  const { word, hint } = wordOf(display.status, t);
  const { current } = display;
  const blinks = fresh !== undefined && fresh.number === current?.number;
  return (
    <HallPage title={t.windowTitle(display.windowNumber)} className="hl">
      <WindowFace
        windowNumber={String(display.windowNumber)}
        clock={words.time(now)}
        number={current?.number}
        word={word}
        label={
          current === undefined ? display.hallName : current.status === "called" ? t.nowCalling : t.nowServing
        }
        itemName={itemWords(display, words)}
        limitDays={current?.limitDays}
        hint={hint}
        next={display.status === "closed" ? [] : display.next}
        freshSeq={blinks ? fresh.sequence : undefined}
        away={
          polled.error === undefined || polled.heardAt === undefined
            ? undefined
            : t.awaySince(words.time(polled.heardAt))
        }
        side={<VoiceButton voice={voice} />}
      />
    </HallPage>
  );
}
