import { Text, View } from "@tarojs/components";
import type { ComplaintSummary } from "@talent/shared/contract/schemas/complaints";
import { COMPLAINT_KIND_LABELS, COMPLAINT_STATUS_LABELS } from "@talent/shared/labels/complaints";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tag } from "../../../components/base/Tag";
import { Tap } from "../../../components/base/Tap";
import { complaintShape, excerpt } from "../../../components/complaints/complaintState";
import { complaintTexts } from "../../../components/complaints/complaintTexts";
import { DueLine } from "../../../components/complaints/DueLine";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";

/** One complaint of the list; the whole card opens it. */
export function ComplaintRow({ complaint }: { complaint: ComplaintSummary }) {
  const t = useTexts(complaintTexts);
  const words = useWords();
  const { request, investigator } = complaint;
  return (
    <Tap className="cs-stack-p" role="link" onTap={() => open("staffComplaint", { id: complaint.id })}>
      <View className="row">
        <Text className="b">{`${words.say(COMPLAINT_KIND_LABELS[complaint.kind])}　${complaint.number}`}</Text>
        {complaint.round > 1 ? <Tag text={t.secondRound} tone="amber" className="ml-2" /> : null}
        <View className="grow" />
        <StatusMark
          shape={complaintShape(complaint)}
          word={words.say(COMPLAINT_STATUS_LABELS[complaint.status])}
          className="t-s none"
        />
      </View>
      <View className="mt-1">{excerpt(complaint.text)}</View>
      {request === undefined ? null : (
        <View className="t-s ink-2 mt-1">{`${t.request}　${words.say(request.itemName)} ${request.number}`}</View>
      )}
      <View className="row row-between mt-1 t-s">
        <Text className="ink-2">{`${complaint.from}　${words.moment(complaint.at)}`}</Text>
        <DueLine complaint={complaint} className="nb ml-2" />
      </View>
      {investigator === undefined ? null : (
        <View className="t-s ink-2">{`${t.investigator}　${investigator}`}</View>
      )}
    </Tap>
  );
}
