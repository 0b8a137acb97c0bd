import { Text, View } from "@tarojs/components";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import {
  COMPLAINT_EVENT_SENTENCES,
  COMPLAINT_KIND_LABELS,
  COMPLAINT_STATUS_LABELS,
} from "@talent/shared/labels/complaints";
import { fill } from "@talent/shared/labels/fill";
import { Section } from "../../../components/base/Section";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tag } from "../../../components/base/Tag";
import { AnswerBlock } from "../../../components/complaints/AnswerBlock";
import { complaintShape } from "../../../components/complaints/complaintState";
import { complaintTexts } from "../../../components/complaints/complaintTexts";
import { DueLine } from "../../../components/complaints/DueLine";
import { Cell } from "../../../components/list/Cell";
import { Timeline, type TimelineLine } from "../../../components/talent/Timeline";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords, type Words } from "../../../i18n/useWords";
import { complaintDetailTexts } from "./texts";

function useStandingSentence(complaint: ComplaintDetail): string {
  const t = useTexts(complaintDetailTexts);
  const words = useWords();
  const { status, round, closesOn } = complaint;
  if (status === "answered") return closesOn === undefined ? "" : t.answered(words.date(closesOn));
  if (status === "accepted" && round > 1) return t.acceptedAgain;
  return t[status];
}

function linesOf({ timeline }: ComplaintDetail, words: Words): TimelineLine[] {
  return [...timeline].reverse().map((event, index) => ({
    id: event.id,
    what: fill(words.say(COMPLAINT_EVENT_SENTENCES[event.type]), { who: event.who }),
    when: words.moment(event.at),
    note: event.note,
    look: index === 0 ? "now" : "past",
  }));
}

/** How it stands, what was answered, what was written, what happened. */
export function ComplaintBody({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(complaintTexts);
  const words = useWords();
  const { request } = complaint;
  const answers = [...complaint.answers].reverse();
  const standing = useStandingSentence(complaint);
  return (
    <View>
      <View className="card">
        <View className="row">
          <Text className="grow t-s ink-2">{`${words.say(COMPLAINT_KIND_LABELS[complaint.kind])} ${complaint.number}`}</Text>
          {complaint.round > 1 ? <Tag text={t.secondRound} tone="amber" className="mr-2" /> : null}
          <StatusMark
            shape={complaintShape(complaint)}
            word={words.say(COMPLAINT_STATUS_LABELS[complaint.status])}
            className="t-s none"
          />
        </View>
        <DueLine complaint={complaint} className="t-xl b mt-2" />
        <View className="mt-1">{standing}</View>
        {complaint.investigator === undefined ? null : (
          <View className="t-s ink-2 mt-1">{`${t.investigator}　${complaint.investigator}`}</View>
        )}
      </View>
      {answers.map((answer) => (
        <View key={answer.round} className="card mt-3">
          <AnswerBlock answer={answer} />
        </View>
      ))}
      <View className="card mt-3">
        <View>{complaint.text}</View>
        <View className="t-s ink-2 mt-1">{words.moment(complaint.at)}</View>
      </View>
      {request === undefined ? null : (
        <View className="card card-flush mt-3">
          <Cell
            first
            icon="requests"
            label={`${words.say(request.itemName)} ${request.number}`}
            onTap={() => open("request", { id: request.id })}
          />
        </View>
      )}
      <Section title={t.history} />
      <View className="card">
        <Timeline lines={linesOf(complaint, words)} />
      </View>
    </View>
  );
}
