import { Text, View } from "@tarojs/components";
import { COMPLAINT_KIND_LABELS, COMPLAINT_STATE_LABELS } from "@talent/shared/labels/notices";
import { useState } from "react";
import type { Output } from "../../../api/client";
import { Heading } from "../../../components/base/Heading";
import { StatusMark } from "../../../components/base/StatusMark";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffButton } from "../../../components/staff/StaffButton";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { announce } from "../../../hooks/useAnnouncement";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";

export type Complaint = Output<"complaints.list">["items"][number];

/** Bound of the contract's schema. */
const ANSWER_LENGTH = 1000;

function AnswerForm({ complaint, onAnswered }: { complaint: Complaint; onAnswered: () => void }) {
  const t = useTexts(meTexts);
  const { language } = useWords();
  const draft = useDraft(`complaint:${complaint.id}`, { answer: "" });
  const [open, setOpen] = useState(draft.values.answer !== "");
  const write = useWrite("complaints.answer");
  const answer = draft.values.answer.trim();
  const send = async () => {
    const done = await write.run({ params: { id: complaint.id }, body: { answer } });
    if (done === undefined) return;
    draft.clear();
    announce(t.answeredNow(complaint.number));
    onAnswered();
  };
  if (!open)
    return (
      <View className="row mt-2">
        <StaffButton kind="soft" text={t.startAnswer} onTap={() => setOpen(true)} />
      </View>
    );
  return (
    <View>
      <DialogTrouble text={write.error === undefined ? undefined : errorSentence(write.error, language)} />
      <LabelledText
        label={t.answerLabel(complaint.number)}
        placeholder={t.answerPlaceholder}
        value={draft.values.answer}
        most={ANSWER_LENGTH}
        lines="several"
        onChange={(value) => draft.set("answer", value)}
      />
      <View className="row mt-3">
        <StaffButton
          kind="primary"
          text={answer === "" ? t.answerNeeded : t.answer}
          disabled={answer === ""}
          busyText={write.busy ? t.answering : undefined}
          onTap={() => void send()}
        />
      </View>
    </View>
  );
}

/** One complaint or suggestion with its answer, or the place to write it. */
export function ComplaintCard({ complaint, onAnswered }: { complaint: Complaint; onAnswered: () => void }) {
  const t = useTexts(meTexts);
  const words = useWords();
  return (
    <View className="cs-stack-p">
      <View className="row">
        <Heading className="b">{`${words.say(COMPLAINT_KIND_LABELS[complaint.kind])}　${complaint.number}`}</Heading>
        <View className="grow" />
        <StatusMark
          shape={complaint.state === "open" ? "waiting" : "done"}
          word={words.say(COMPLAINT_STATE_LABELS[complaint.state])}
          className="t-s"
        />
      </View>
      <View className="t-s ink-2">{t.from(complaint.from, words.moment(complaint.at))}</View>
      <View className="mt-2">{complaint.text}</View>
      {complaint.answer === undefined ? null : (
        <View className="me-answer">
          <View>{complaint.answer}</View>
          <Text className="t-s ink-2">
            {t.answeredBy(
              complaint.answeredBy ?? "",
              complaint.answeredAt === undefined ? "" : words.moment(complaint.answeredAt),
            )}
          </Text>
        </View>
      )}
      {complaint.canAnswer ? <AnswerForm complaint={complaint} onAnswered={onAnswered} /> : null}
    </View>
  );
}
