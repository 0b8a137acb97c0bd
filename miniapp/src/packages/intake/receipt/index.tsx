import { useLayout } from "../../../components/staff/browser/layout";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { isSpecialist } from "../../../components/staff/frame/staffPlaces";
import "../../../components/staff/styles/index.scss";
import { Empty } from "../../../components/list/States";
import { useTexts } from "../../../i18n/texts";
import { intakeTexts } from "../texts";
import type { Me } from "@talent/shared/contract/schemas/accounts";

function Screen({ me }: { me: Me }) {
  const t = useTexts(intakeTexts);
  const layout = useLayout();
  return (
    <StaffFrame layout={layout} me={me} current="board" sub title={t.receipt}>
      <Empty icon="code" text={t.notVerified} hint={t.notVerifiedHint} />
    </StaffFrame>
  );
}

export default function IntakeReceiptPage() {
  return <StaffGate may={isSpecialist}>{(me) => <Screen me={me} />}</StaffGate>;
}
