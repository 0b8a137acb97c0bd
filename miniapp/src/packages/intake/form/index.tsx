import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useState } from "react";
import { SelectField } from "../../../components/form/Picker";
import { Empty, ErrorState, SkeletonCards } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { isSpecialist } from "../../../components/staff/frame/staffPlaces";
import { pageParams, replace } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import "../intake.scss";
import { intakeTexts } from "../texts";
import { IntakeScreen } from "./IntakeScreen";
import { PersonCard } from "./PersonCard";
import { useScannedPerson } from "./useScannedPerson";

/** The item, preselected by the scan; another one is verified anew. */
function ItemChoice({ itemId, onChange }: { itemId: string; onChange: (itemId: string) => void }) {
  const t = useTexts(intakeTexts);
  const { say } = useWords();
  const items = useQuery("items.list", { query: { limit: 100 } }, { keep: true });
  const chosen = items.data?.items.find(({ id }) => id === itemId);
  return (
    <View className="mt-3">
      <SelectField
        label={t.item}
        choices={(items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={itemId === "" ? undefined : itemId}
        placeholder={t.itemPlaceholder}
        hint={chosen === undefined ? undefined : t.limit(chosen.limitDays)}
        onChange={onChange}
      />
    </View>
  );
}

function Intake({ me }: { me: Me }) {
  const t = useTexts(intakeTexts);
  const [params] = useState(pageParams);
  const scanId = params.scanId ?? "";
  const [itemId, setItemId] = useState(params.itemId ?? "");
  const person = useScannedPerson(scanId, itemId);
  const { verified } = person;
  const chosen = itemId === "" ? (verified?.item?.id ?? "") : itemId;
  const item = useQuery("items.read", { params: { id: chosen } }, { enabled: chosen !== "", keep: true });
  const error = verified === undefined ? person.error : item.error;
  const head =
    verified === undefined ? null : (
      <>
        <PersonCard verified={verified} checking={person.checking} />
        {person.error === undefined ? null : (
          <ErrorState error={person.error} onRetry={() => person.check(chosen)} />
        )}
        <ItemChoice
          itemId={chosen}
          onChange={(next) => {
            setItemId(next);
            person.check(next);
          }}
        />
      </>
    );
  if (verified !== undefined && item.data !== undefined) {
    const source = { scanId: verified.scanId, ticketId: params.ticketId };
    return (
      <IntakeScreen
        key={item.data.id}
        me={me}
        item={item.data}
        verified={verified}
        source={source}
        head={head}
      />
    );
  }
  return (
    <StaffColumn me={me} current="verify" sub title={t.title}>
      {head}
      {scanId === "" ? (
        <Empty
          icon="scan"
          text={t.notVerified}
          hint={t.notVerifiedHint}
          action={{ text: t.verify, onTap: () => replace("verify") }}
        />
      ) : null}
      {scanId !== "" && error === undefined && (verified === undefined || chosen !== "") ? (
        <SkeletonCards />
      ) : null}
      {error === undefined ? null : (
        <ErrorState
          error={error}
          onRetry={() => (verified === undefined ? person.check(chosen) : void item.refresh())}
        />
      )}
    </StaffColumn>
  );
}

/** 现场代办: opened with `scanId` after a verification, `itemId` and `ticketId` where they are known. */
export default function IntakePage() {
  return <StaffGate may={isSpecialist}>{(me) => <Intake me={me} />}</StaffGate>;
}
