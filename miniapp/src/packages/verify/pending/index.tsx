import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { SCAN_SERVES_MINUTES } from "@talent/shared/domain/talentCode/rules";
import { serverNow } from "../../../api/serverClock";
import { Button } from "../../../components/base/Button";
import { Icon } from "../../../components/base/Icon";
import { Empty } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { isSpecialist, mayEnter } from "../../../components/staff/frame/staffPlaces";
import { open, replace } from "../../../hooks/navigation";
import { uploadPendingScans, usePendingScans, type KeptScan } from "../../../hooks/pendingScans";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { verifyTexts } from "../texts";
import { useUploads } from "../useUploads";
import "../verify.scss";

/** The scan that opens the intake now, when there is one. */
function intakeScan({ scan, uploaded }: KeptScan): string | undefined {
  const age = serverNow().getTime() - Date.parse(scan.at);
  const served = uploaded?.state === "taken" && scan.answer === "yes" && scan.itemId !== undefined;
  return served && age < SCAN_SERVES_MINUTES * 60_000 ? uploaded.scanId : undefined;
}

const GRAVE: readonly string[] = ["elsewhere", "lost", "refused"];

function StateMark({ state }: { state: string }) {
  const grave = GRAVE.includes(state);
  const waiting = state === "waiting";
  return (
    <Icon
      name={grave ? "alert" : waiting ? "offline" : "check"}
      size="s"
      colour={grave ? "brick" : waiting ? "amber-ink" : "moss-ink"}
      className="mr-3 mt-1"
    />
  );
}

function ScanRow({ me, kept, first }: { me: Me; kept: KeptScan; first: boolean }) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const { scan, maskedName, category, itemName, uploaded } = kept;
  const item = itemName === undefined ? "" : words.say(itemName);
  const state = uploaded?.state ?? "waiting";
  const other = uploaded?.other;
  const scanId = isSpecialist(me) ? intakeScan(kept) : undefined;
  return (
    <View className={`check ${first ? "check-first" : ""}`}>
      <StateMark state={state} />
      <View className="grow">
        <View>
          <Text className="b">{`${maskedName} ${t.category(category)}`}</Text>
          <Text>{` ${[scan.answer === "yes" ? t.yes : t.no, item].filter(Boolean).join(" · ")}`}</Text>
        </View>
        <View className={`t-s ${GRAVE.includes(state) ? "brick" : "ink-2"}`}>{t.states[state]}</View>
        {other === undefined ? null : (
          <View className="t-s ink-2">{t.other(words.moment(other.at), other.office)}</View>
        )}
        {scanId === undefined ? null : (
          <Button small kind="quiet" text={t.intake(item)} onTap={() => open("intake", { scanId })} />
        )}
      </View>
      <View className="t-s ink-2 ml-3">{words.moment(scan.at)}</View>
    </View>
  );
}

function Screen({ me }: { me: Me }) {
  const t = useTexts(verifyTexts);
  const { scans, waiting, busy } = usePendingScans();
  useUploads();
  return (
    <StaffColumn me={me} current="verify" title={t.pendingTitle} sub>
      <View className="t-s ink-2 mb-3">{t.pendingHint}</View>
      {scans.length === 0 ? (
        <Empty
          icon="scan"
          text={t.allUp}
          hint={t.allUpHint}
          action={{ text: t.title, onTap: () => replace("verify") }}
        />
      ) : (
        <View className="card card-flush">
          {scans.map((kept, index) => (
            <ScanRow key={kept.scan.id} me={me} kept={kept} first={index === 0} />
          ))}
        </View>
      )}
      {waiting === 0 ? null : (
        <Button
          className="mt-4"
          text={t.upload}
          onTap={() => void uploadPendingScans()}
          busyText={busy ? t.uploading : undefined}
        />
      )}
    </StaffColumn>
  );
}

/** Scans that this device made without network: waiting, and what became of them. */
export default function OfflineScansPage() {
  return <StaffGate may={(me) => mayEnter(me, "verify")}>{(me) => <Screen me={me} />}</StaffGate>;
}
