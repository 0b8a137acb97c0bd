import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { LIMIT_KIND_LABELS } from "@talent/shared/labels/timeline";
import { useState } from "react";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { Tap } from "../../base/Tap";
import { DaySum } from "../../talent/DaySum";
import { TickBoxes } from "../board/Ticks";
import { toneOf } from "../limitWords";
import { caseTexts } from "../texts/caseTexts";

type Limit = NonNullable<RequestDetail["limit"]>;

/** The one large figure of the page. */
function LeftLine({ limit }: { limit: Limit }) {
  const t = useTexts(caseTexts);
  if (limit.state === "stopped") return <View className="cs-left amber">{t.stopped}</View>;
  if (limit.state === "ended") return <View className="cs-left">{t.endedUsed(limit.used)}</View>;
  if (limit.standing === "dueToday") return <View className="cs-left amber">{t.today}</View>;
  const late = limit.standing === "overdue";
  const tone = late ? "brick" : toneOf(limit) === "near" ? "amber" : "pri";
  return (
    <View className="cs-left">
      <Text>{late ? t.lateBefore : t.left}</Text>
      <Text className={`num cs-left-n ${tone}`}>{String(Math.abs(limit.left))}</Text>
      <Text>{late ? t.lateUnit : t.leftUnit}</Text>
    </View>
  );
}

function DueLine({ limit }: { limit: Limit }) {
  const t = useTexts(caseTexts);
  const words = useWords();
  if (limit.state === "stopped") return <View className="b">{t.stoppedSince}</View>;
  if (limit.dueOn === undefined || limit.state === "ended") return null;
  const due = limit.kind === "acceptance" ? t.dueAccept : t.dueLast;
  return <View className="b">{due(words.date(limit.dueOn))}</View>;
}

export interface LimitPanelProps {
  request: RequestDetail;
  /** On the phone the day-by-day sum opens on a tap. */
  folded?: boolean;
}

/** Days left, due date, one box per working day, and the sum that it rests on. */
export function LimitPanel({ request, folded = false }: LimitPanelProps) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const [open, setOpen] = useState(!folded);
  const { limit } = request;
  if (limit === undefined) return null;
  const days = request.limitDays ?? [];
  const summed = limit.state !== "ended" && days.length > 0;
  const boxes = Math.min(limit.workingDays, 60);
  return (
    <View>
      <View className="t-xs ink-2">{words.say(LIMIT_KIND_LABELS[limit.kind])}</View>
      <LeftLine limit={limit} />
      <DueLine limit={limit} />
      <View className="mt-2">
        <TickBoxes total={boxes} used={Math.min(limit.used, boxes)} tone={toneOf(limit)} />
      </View>
      <View className="row row-between t-xs ink-2 mt-1">
        <Text>{t.used(limit.used)}</Text>
        <Text>{t.limitOf(limit.workingDays)}</Text>
      </View>
      {summed && folded ? (
        <Tap className="sf-link-hit" expanded={open} onTap={() => setOpen(!open)}>
          <Text>{open ? t.foldSum : t.showSum}</Text>
        </Tap>
      ) : null}
      {!summed || !open ? null : (
        <View className="cs-grid">
          <DaySum
            days={days}
            kind={limit.kind}
            sources={request.limitSources}
            unpublished={limit.unpublished}
            changes={limit.changes}
          />
          <View className="t-s ink-2">{t.itemVersion(words.say(request.itemName), request.itemVersion)}</View>
        </View>
      )}
    </View>
  );
}
