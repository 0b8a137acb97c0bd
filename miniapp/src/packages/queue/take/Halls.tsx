import { Text, View } from "@tarojs/components";
import type { Hall } from "@talent/shared/contract/schemas/counters";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { aria } from "../../../components/base/aria";
import { Section } from "../../../components/base/Section";
import { Tag } from "../../../components/base/Tag";
import { Tap } from "../../../components/base/Tap";
import { Empty, ErrorState, SkeletonRows } from "../../../components/list/States";
import { open } from "../../../hooks/navigation";
import type { Query } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { groupFor, openingWords, waitWords } from "./hallWords";
import { queueTexts } from "../queueTexts";

export interface HallsProps {
  query: Query<{ items: Hall[] }>;
  itemId: string;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** The halls that take an item, each with how its line stands now. */
export function Halls({ query, itemId, chosen, onChoose }: HallsProps) {
  const t = useTexts(queueTexts);
  const halls = query.data?.items;
  return (
    <View>
      <Section title={t.chooseHall} />
      {query.loading ? <SkeletonRows rows={2} /> : null}
      {halls === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {halls?.length === 0 ? (
        <Empty
          icon="building"
          text={t.noHall}
          hint={t.noHallHint}
          action={{ text: t.online, onTap: () => open("guide", { id: itemId }) }}
        />
      ) : null}
      {halls === undefined || halls.length === 0 ? null : (
        <View className="card card-flush" {...aria({ role: "radiogroup", label: t.chooseHall })}>
          {halls.map((hall, index) => (
            <HallRow
              key={hall.id}
              hall={hall}
              itemId={itemId}
              first={index === 0}
              on={hall.id === chosen}
              onChoose={() => onChoose(hall.id)}
            />
          ))}
        </View>
      )}
    </View>
  );
}

interface HallRowProps {
  hall: Hall;
  itemId: string;
  first: boolean;
  on: boolean;
  onChoose: () => void;
}

function HallRow({ hall, itemId, first, on, onChoose }: HallRowProps) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const group = groupFor(hall, itemId);
  const now = hall.openNow
    ? group === undefined
      ? t.hallNoWindow
      : t.hallNow(group.waiting, waitWords(group.waitMinutes, t))
    : openingWords(hall, words, t);
  return (
    <Tap
      className={`option qu-hall ${first ? "option-first" : ""}`}
      role="radio"
      checked={on}
      onTap={onChoose}
    >
      <View className={`radio ${on ? "radio-on" : ""}`} />
      <View className="grow">
        <View className="row row-wrap">
          <Text className={on ? "b mr-2" : "mr-2"}>{hall.name}</Text>
          {hall.sample ? <Tag text={words.say(SAMPLE_LABEL)} /> : null}
        </View>
        <View className="t-s ink-2">{hall.address}</View>
        <View className={`t-s ${hall.openNow ? "pri" : "amber"}`}>{now}</View>
      </View>
    </Tap>
  );
}
