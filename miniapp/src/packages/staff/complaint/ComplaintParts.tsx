import { Text, View } from "@tarojs/components";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import { COMPLAINT_EVENT_SENTENCES, COMPLAINT_SUBJECT_LABELS } from "@talent/shared/labels/complaints";
import { fill } from "@talent/shared/labels/fill";
import { aria } from "../../../components/base/aria";
import { Heading } from "../../../components/base/Heading";
import { Icon } from "../../../components/base/Icon";
import { Tap } from "../../../components/base/Tap";
import { AnswerBlock } from "../../../components/complaints/AnswerBlock";
import { complaintTexts } from "../../../components/complaints/complaintTexts";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { actsOf, type StaffAct } from "./acts";
import { staffComplaintTexts } from "./texts";

/** The letter itself, with whom and what it is about. */
export function Letter({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(staffComplaintTexts);
  const shared = useTexts(complaintTexts);
  const words = useWords();
  const { request } = complaint;
  return (
    <View className="cs-s">
      <Heading className="cs-h">{t.text}</Heading>
      <View className="mt-2">{complaint.text}</View>
      <View className="t-s ink-2 mt-2">
        {`${t.from}　${complaint.from}　${t.sentOn}　${words.moment(complaint.at)}`}
      </View>
      <View className="t-s ink-2">
        {`${shared.about}　${words.say(COMPLAINT_SUBJECT_LABELS[complaint.about])}`}
      </View>
      {request === undefined ? null : (
        <Tap className="cs-act mt-2" role="link" onTap={() => open("case", { id: request.id })}>
          <Text className="grow">{`${words.say(request.itemName)} ${request.number}`}</Text>
          <Text className="t-s ink-2 mr-2">{t.openRequest}</Text>
          <Icon name="right" size="xs" colour="ink-3" />
        </Tap>
      )}
    </View>
  );
}

/** The answers, the last one first. */
export function Answers({ complaint }: { complaint: ComplaintDetail }) {
  return (
    <>
      {[...complaint.answers].reverse().map((answer) => (
        <View key={answer.round} className="cs-s">
          <AnswerBlock answer={answer} />
        </View>
      ))}
    </>
  );
}

/** What happened, newest first; what the writer does not see says so. */
export function History({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(staffComplaintTexts);
  const shared = useTexts(complaintTexts);
  const words = useWords();
  return (
    <View className="cs-s">
      <Heading className="cs-h">{shared.history}</Heading>
      <View {...aria({ role: "list" })}>
        {[...complaint.timeline].reverse().map((event) => (
          <View key={event.id} className="cs-ev" {...aria({ role: "listitem" })}>
            <Text className="cs-ev-at">{words.moment(event.at)}</Text>
            <View className="cs-ev-what">
              <Text>{fill(words.say(COMPLAINT_EVENT_SENTENCES[event.type]), { who: event.who })}</Text>
              {event.note === undefined ? null : <Text className="ink-2">{`　${event.note}`}</Text>}
              {event.staffOnly ? <Text className="t-xs ink-2">{`　${t.staffOnly}`}</Text> : null}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** Exactly what the reader may do, the next step first. */
export function Acts({
  complaint,
  skipFirst = false,
  onAct,
}: {
  complaint: ComplaintDetail;
  skipFirst?: boolean;
  onAct: (act: StaffAct) => void;
}) {
  const t = useTexts(staffComplaintTexts);
  const acts = actsOf(complaint);
  if (acts.length === 0) return <View className="ink-2 mt-2">{t.nothing}</View>;
  return (
    <View>
      {acts.map((act, index) =>
        skipFirst && index === 0 ? null : (
          <Tap key={act} className={`cs-act ${index === 0 ? "cs-act-first" : ""}`} onTap={() => onAct(act)}>
            <Text className={index === 0 ? "" : "grow"}>{t.did[act]}</Text>
          </Tap>
        ),
      )}
    </View>
  );
}
