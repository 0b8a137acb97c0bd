import { View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import { CycleBody } from "../../../components/cycles/CycleBody";
import { Banner } from "../../../components/staff/Banner";
import { useLayout } from "../../../components/staff/browser/layout";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { StaffWait } from "../../../components/staff/frame/StaffWait";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import type { StaffCycleAct } from "./acts";
import { CycleActs } from "./CycleActs";
import { EvaluationDialog } from "./EvaluationDialog";
import { ReasonDialog } from "./ReasonDialog";
import { staffCycleTexts } from "./texts";

function Cycle({ me, id }: { me: Me; id: string }) {
  const t = useTexts(staffCycleTexts);
  const layout = useLayout();
  const query = useQuery("cycles.read", { params: { id } });
  const [asking, setAsking] = useState<StaffCycleAct>();
  const [said, setSaid] = useState<string>();
  const cycle = query.data;
  if (cycle === undefined)
    return (
      <StaffWait
        layout={layout}
        me={me}
        current="cycles"
        error={query.error}
        onRetry={() => void query.refresh()}
      />
    );
  const onDone = (changed: CycleDetail) => {
    setAsking(undefined);
    query.replace(changed);
    setSaid(t.done);
    announce(t.done);
  };
  const dialog = { layout, cycle, onDone, onClose: () => setAsking(undefined) };
  const over =
    asking === undefined ? null : asking === "submitEvaluation" ? (
      <EvaluationDialog {...dialog} />
    ) : (
      <ReasonDialog {...dialog} act={asking} />
    );
  return (
    <StaffColumn
      sub
      me={me}
      current="cycles"
      title={`${cycle.maskedName}　${cycle.category}`}
      over={over}
      onRefresh={query.refresh}
    >
      {said === undefined ? null : <Banner tone="primary" icon="check" text={said} />}
      <View className="ink-2 mb-2">{`${cycle.employerName}　${cycle.districtName}`}</View>
      <CycleActs cycle={cycle} onAct={setAsking} />
      <CycleBody cycle={cycle} />
    </StaffColumn>
  );
}

/** One service cycle for its employer and the specialists who serve the talent. */
export default function StaffCyclePage() {
  const [{ id = "" }] = useState(pageParams);
  return <StaffGate may={(me) => mayEnter(me, "cycles")}>{(me) => <Cycle me={me} id={id} />}</StaffGate>;
}
