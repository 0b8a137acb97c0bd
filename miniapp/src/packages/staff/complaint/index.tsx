import { useState } from "react";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { pageParams } from "../../../hooks/navigation";
import { ComplaintScreen } from "./ComplaintScreen";

/** Page of one complaint or suggestion for whoever handles it. */
export default function StaffComplaintPage() {
  const [{ id = "" }] = useState(pageParams);
  return (
    <StaffGate may={(me) => mayEnter(me, "complaints")}>
      {(me) => <ComplaintScreen me={me} id={id} />}
    </StaffGate>
  );
}
