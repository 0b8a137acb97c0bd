import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useLayout } from "../../../components/staff/browser/layout";
import { isSpecialist } from "../../../components/staff/frame/staffPlaces";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import "../counter.scss";
import { useCounterHalls } from "../useCounterHalls";
import { Calling } from "./Calling";
import { ChooseWindow } from "./ChooseWindow";

function Counter({ me }: { me: Me }) {
  const layout = useLayout();
  const counter = useCounterHalls();
  const { windowId, query } = counter;
  return windowId === undefined ? (
    <ChooseWindow me={me} layout={layout} counter={counter} />
  ) : (
    <Calling me={me} layout={layout} windowId={windowId} onLeft={() => void query.refresh()} />
  );
}

/** 叫号: the window at which I sit, or the choice of one. */
export default function CallingPage() {
  return <StaffGate may={isSpecialist}>{(me) => <Counter me={me} />}</StaffGate>;
}
