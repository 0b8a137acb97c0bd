import { Text, View } from "@tarojs/components";
import type { Desk, DeskTicket } from "@talent/shared/contract/schemas/counters";
import { TICKET_SOURCE_LABELS } from "@talent/shared/labels/counters";
import { aria } from "../../../components/base/aria";
import { Icon } from "../../../components/base/Icon";
import { useTexts } from "../../../i18n/texts";
import { useWords, type Words } from "../../../i18n/useWords";
import { counterTexts } from "../counterTexts";

type Texts = (typeof counterTexts)["zh-CN"];

function factsOf(ticket: DeskTicket, words: Words, t: Texts): string {
  const source =
    ticket.appointment === undefined
      ? words.say(TICKET_SOURCE_LABELS[ticket.source])
      : t.appointmentAt(ticket.appointment.from);
  const who = ticket.verified === undefined ? undefined : t.verified(ticket.verified.category);
  return [who, t.takenAt(words.time(ticket.takenAt), source)].filter((part) => part !== undefined).join("　");
}

/** Whom this window serves: the number that the whole counter waits for. */
export function NowServing({ desk }: { desk: Desk }) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const { current, window } = desk;
  if (current === undefined) {
    return (
      <View {...aria({ live: "polite" })}>
        <View className="t-s ink-2">{t.doneToday(desk.doneToday)}</View>
        <View className="ct-no ct-no-none">
          {window.status === "paused" ? t.paused : window.status === "closed" ? t.closed : t.nobody}
        </View>
      </View>
    );
  }
  const called = current.status === "called";
  return (
    <View {...aria({ live: "polite" })}>
      <View className="row row-between t-s ink-2">
        <Text>{called ? t.called : t.serving}</Text>
        <View className="row">
          <Icon name="clock" size="14" colour="ink-2" className="mr-2" />
          <Text>
            {called || current.servedMinutes === undefined
              ? t.calledFor(current.calledAt === undefined ? "" : words.time(current.calledAt))
              : t.servedFor(current.servedMinutes)}
          </Text>
        </View>
      </View>
      <View className="ct-no">{current.number}</View>
      <View className="ct-facts">
        <Text className="ct-facts-i">{words.say(current.itemName)}</Text>
        <Text className="t-s ink-2">{factsOf(current, words, t)}</Text>
      </View>
    </View>
  );
}
