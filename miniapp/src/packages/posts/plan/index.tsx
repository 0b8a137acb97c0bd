import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useLayout } from "../../../components/staff/browser/layout";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import "../posts.scss";
import { DeskPlan } from "./DeskPlan";
import { PhonePlan } from "./PhonePlan";
import { usePlan } from "./usePlan";

function Plan({ me }: { me: Me }) {
  const layout = useLayout();
  const plan = usePlan(me);
  return layout === "phone" ? (
    <PhonePlan me={me} plan={plan} />
  ) : (
    <DeskPlan me={me} layout={layout} plan={plan} />
  );
}

/** 岗位与缺席: who holds which post, who is away, who stands in. */
export default function PlanPage() {
  return <StaffGate may={(me) => mayEnter(me, "posts")}>{(me) => <Plan me={me} />}</StaffGate>;
}
