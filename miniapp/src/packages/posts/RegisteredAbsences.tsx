import { Text, View } from "@tarojs/components";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { Heading } from "../../components/base/Heading";
import { Banner } from "../../components/staff/Banner";
import { StaffButton } from "../../components/staff/StaffButton";
import { announce } from "../../hooks/useAnnouncement";
import { useWrite } from "../../hooks/useWrite";
import { errorSentence } from "../../i18n/errorWords";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { spansText } from "./dayWords";
import { postTexts } from "./texts";

type Absence = PlannedPost["absences"][number];

export interface AbsenceLinesProps {
  post: PlannedPost;
  onChanged: (post: PlannedPost) => void;
}

/** Absences of a post in words, each with what can be done to it. */
export function AbsenceLines({ post, onChanged }: AbsenceLinesProps) {
  const t = useTexts(postTexts);
  const words = useWords();
  const write = useWrite("posts.endAbsence");
  const end = async (absence: Absence) => {
    const done = await write.run({ params: { id: post.id, absenceId: absence.id } });
    if (done === undefined) return;
    announce(t.endedNow);
    onChanged(done.data);
  };
  return (
    <View>
      {write.error === undefined ? null : (
        <Banner tone="brick" mark="refused" text={errorSentence(write.error, words.language)} />
      )}
      {post.absences.map((absence, index) => (
        <View key={absence.id} className={`po-line ${index === 0 ? "" : "po-line-2"}`}>
          <View className="grow t-s">
            <View>{`${absence.name}　${spansText([absence], words, "–")}`}</View>
            <View className="ink-2">{absence.reason}</View>
          </View>
          {absence.canEnd ? (
            <StaffButton
              kind="text"
              text={absence.fromOn < words.todayOn ? t.backToday : t.callOff}
              busyText={write.busy ? t.sending : undefined}
              onTap={() => void end(absence)}
            />
          ) : null}
        </View>
      ))}
    </View>
  );
}

/** The absences of the chosen post. */
export function RegisteredAbsences({
  post,
  onChanged,
}: { post: PlannedPost | undefined } & Pick<AbsenceLinesProps, "onChanged">) {
  const t = useTexts(postTexts);
  if (post === undefined) return null;
  return (
    <View className="mt-4">
      <Heading className="po-h">{`${t.registered}　${post.name}`}</Heading>
      {post.absences.length === 0 ? (
        <Text className="t-s ink-2">{t.noneRegistered}</Text>
      ) : (
        <AbsenceLines post={post} onChanged={onChanged} />
      )}
    </View>
  );
}
