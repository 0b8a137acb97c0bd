import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { CycleSummary } from "@talent/shared/contract/schemas/cycles";
import { CYCLE_STAGES, type CycleStage } from "@talent/shared/domain/cycles";
import { CYCLE_STAGE_LABELS } from "@talent/shared/labels/cycles";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tap } from "../../../components/base/Tap";
import { cycleShape } from "../../../components/cycles/cycleShape";
import { cycleTexts } from "../../../components/cycles/cycleTexts";
import { Chips } from "../../../components/form/Choices";
import { Empty, ErrorState, ListEnd, SkeletonCards, StaleLine } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { open } from "../../../hooks/navigation";
import { usePages } from "../../../hooks/usePages";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { staffCycleTexts } from "../cycle/texts";

/** One cycle of the list; the whole card opens it. */
function CycleRow({ cycle }: { cycle: CycleSummary }) {
  const t = useTexts(cycleTexts);
  const words = useWords();
  return (
    <Tap className="cs-stack-p" role="link" onTap={() => open("cycle", { id: cycle.id })}>
      <View className="row">
        <Text className="b grow">{`${cycle.maskedName}　${cycle.category}`}</Text>
        <StatusMark
          shape={cycleShape(cycle)}
          word={words.say(CYCLE_STAGE_LABELS[cycle.stage])}
          className="t-s none"
        />
      </View>
      <View className="mt-1 t-s ink-2">{`${cycle.employerName}　${cycle.districtName}`}</View>
      <View className="row row-between mt-1 t-s">
        <Text className="ink-2">{`${t.endsOn}　${words.date(cycle.endsOn)}`}</Text>
        <Text className="b nb ml-2">{t.left(cycle.daysLeft)}</Text>
      </View>
    </Tap>
  );
}

/** Chips of the stages with how many stand there. */
function StageChips({
  value,
  onChange,
}: {
  value: CycleStage | "all";
  onChange: (value: CycleStage | "all") => void;
}) {
  const t = useTexts(staffCycleTexts);
  const words = useWords();
  const stages = useQuery("cycles.counts").data?.stages ?? [];
  const choices = CYCLE_STAGES.map((stage) => ({
    value: stage,
    label: t.count(
      words.say(CYCLE_STAGE_LABELS[stage]),
      stages.find((each) => each.stage === stage)?.count ?? 0,
    ),
  }));
  return (
    <Chips<CycleStage | "all">
      label={t.stage}
      choices={[{ value: "all", label: t.all }, ...choices]}
      value={value}
      onChange={onChange}
    />
  );
}

function Cycles({ me }: { me: Me }) {
  const t = useTexts(staffCycleTexts);
  const [stage, setStage] = useState<CycleStage | "all">("all");
  const list = usePages("cycles.list", stage === "all" ? {} : { stage });
  return (
    <StaffColumn me={me} current="cycles" title={t.title} onRefresh={list.refresh} onEnd={list.more}>
      <StageChips value={stage} onChange={setStage} />
      <StaleLine since={list.staleSince} onRefresh={() => void list.refresh()} />
      {list.loading ? <SkeletonCards /> : null}
      {list.error !== undefined && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {!list.loading && list.error === undefined && list.rows.length === 0 ? (
        <Empty icon="cycle" text={t.empty} hint={t.emptyHint} />
      ) : null}
      {list.rows.map((cycle) => (
        <CycleRow key={cycle.id} cycle={cycle} />
      ))}
      <ListEnd hasMore={list.hasMore} busy={list.loadingMore} onMore={list.more} />
    </StaffColumn>
  );
}

/** 服务周期: the cycles of one's own unit or district, the one that ends first at the top. */
export default function CyclesPage() {
  return <StaffGate may={(me) => mayEnter(me, "cycles")}>{(me) => <Cycles me={me} />}</StaffGate>;
}
