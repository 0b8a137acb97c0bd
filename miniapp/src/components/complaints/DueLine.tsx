import { View } from "@tarojs/components";
import type { ComplaintSummary } from "@talent/shared/contract/schemas/complaints";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { complaintTexts } from "./complaintTexts";

/** Until when the next step is promised; nothing when nothing is owed. */
export function DueLine({ complaint, className = "" }: { complaint: ComplaintSummary; className?: string }) {
  const t = useTexts(complaintTexts);
  const words = useWords();
  if (complaint.dueOn === undefined) return null;
  const day = words.date(complaint.dueOn);
  const accepting = complaint.status === "received";
  const late = complaint.standing === "overdue";
  const say = late ? (accepting ? t.wasDueAccept : t.wasDue) : accepting ? t.dueAccept : t.due;
  const tone = late ? "brick" : complaint.standing === "dueSoon" ? "amber" : "";
  return <View className={`${className} ${tone}`}>{say(day)}</View>;
}
