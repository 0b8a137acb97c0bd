import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { TIMELINE_LABELS } from "@talent/shared/labels/timeline";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { Heading } from "../../base/Heading";
import { caseTexts } from "../texts/caseTexts";

/** What happened, newest first: when, who, what. */
export function CaseTimeline({ events }: { events: RequestDetail["timeline"] }) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const newestFirst = [...events].reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <View className="cs-s">
      <Heading className="cs-h">{t.timeline}</Heading>
      <View {...aria({ role: "list" })}>
        {newestFirst.map((event) => (
          <View key={event.id} className="cs-ev" {...aria({ role: "listitem" })}>
            <Text className="cs-ev-at">{words.moment(event.at)}</Text>
            <Text className="cs-ev-who sf-el">
              {event.office === "" ? event.who : `${event.who}（${event.office}）`}
            </Text>
            <View className="cs-ev-what">
              <Text>{words.say(TIMELINE_LABELS[event.type])}</Text>
              {event.overrideReason === undefined ? null : (
                <Text className="ink-2">{`　${t.overridden(event.overrideReason)}`}</Text>
              )}
              {event.note === undefined ? null : <Text className="ink-2">{`　${event.note}`}</Text>}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
