import { useState } from "react";
import { isCaseStaff } from "../../../components/staff/frame/staffPlaces";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { pageParams } from "../../../hooks/navigation";
import { URGE } from "./caseActs";
import { CaseScreen } from "./CaseScreen";

/** Page of one case; `id` is the request, `from` the list it was opened from, `act=urge` urges at once. */
export default function CasePage() {
  const [{ id = "", from, act }] = useState(pageParams);
  return (
    <StaffGate may={isCaseStaff}>
      {(me) => <CaseScreen me={me} id={id} from={from === "desk" ? "desk" : "board"} urging={act === URGE} />}
    </StaffGate>
  );
}
