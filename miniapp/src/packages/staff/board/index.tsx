import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useLayout } from "../../../components/staff/browser/layout";
import { isSpecialist } from "../../../components/staff/frame/staffPlaces";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { DeskBoard } from "./DeskBoard";
import { PhoneBoard } from "./PhoneBoard";
import { useBoardFilters } from "./useBoardFilters";

function Board({ me }: { me: Me }) {
  const layout = useLayout();
  const filters = useBoardFilters(me);
  return layout === "phone" ? (
    <PhoneBoard me={me} filters={filters} />
  ) : (
    <DeskBoard me={me} layout={layout} filters={filters} />
  );
}

/** 调度看板: every case in the specialist's scope, by what it waits for. */
export default function BoardPage() {
  return <StaffGate may={isSpecialist}>{(me) => <Board me={me} />}</StaffGate>;
}
