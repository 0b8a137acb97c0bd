import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { useState } from "react";
import { Button } from "../../../components/base/Button";
import { StatusMark } from "../../../components/base/StatusMark";
import { KeyValue } from "../../../components/list/Fact";
import { ErrorState, SkeletonCards } from "../../../components/list/States";
import { statusShape } from "../../../components/staff/case/statusShape";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { isSpecialist } from "../../../components/staff/frame/staffPlaces";
import { pageParams, replace } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import "../intake.scss";
import { intakeTexts } from "../texts";

/** What the person takes along: number, item, and the last day. */
function Receipt({ request }: { request: RequestDetail }) {
  const t = useTexts(intakeTexts);
  const words = useWords();
  const { limit } = request;
  const due = limit?.kind === "handling" ? t.dueHandling : t.dueAcceptance;
  const accepted = request.status !== "submitted";
  const whom = words.say(BENEFICIARY_LABELS[request.beneficiary]);
  return (
    <View className="card">
      <View className="in-receipt">
        <StatusMark shape={statusShape(request)} word={accepted ? t.accepted : t.submitted} className="b" />
        <View className="t-s ink-2 mt-4">{t.number}</View>
        <View className="in-number">{request.number}</View>
        <View className="t-xl b">{words.say(request.itemName)}</View>
        {limit?.dueOn === undefined ? null : (
          <View className="in-due mt-2">{due(words.date(limit.dueOn))}</View>
        )}
      </View>
      <KeyValue first label={t.forWhom} value={`${request.maskedName}　${whom}`} />
      {request.intake === undefined ? null : (
        <KeyValue
          label={t.takenBy}
          value={`${request.intake.office} ${request.intake.by}　${words.moment(request.intake.at)}`}
        />
      )}
      <View className="t-s ink-2 mt-3">
        <Text>{t.receiptHint}</Text>
      </View>
    </View>
  );
}

function ReceiptScreen({ me }: { me: Me }) {
  const t = useTexts(intakeTexts);
  const [{ id = "" }] = useState(pageParams);
  const query = useQuery("requests.read", { params: { id } });
  const request = query.data;
  return (
    <StaffColumn me={me} current="verify" sub title={t.receipt}>
      {query.loading ? <SkeletonCards /> : null}
      {request === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {request === undefined ? null : (
        <>
          <Receipt request={request} />
          <Button className="mt-4" text={t.nextPerson} onTap={() => replace("verify")} />
          <Button
            className="mt-3"
            kind="quiet"
            text={t.openCase}
            onTap={() => replace("case", { id, from: "board" })}
          />
        </>
      )}
    </StaffColumn>
  );
}

/** 受理回执 of a request taken in at the window, for the person to photograph. */
export default function IntakeReceiptPage() {
  return <StaffGate may={isSpecialist}>{(me) => <ReceiptScreen me={me} />}</StaffGate>;
}
