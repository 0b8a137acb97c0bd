import { View } from "@tarojs/components";
import { useState } from "react";
import { kitServes } from "@talent/shared/domain/talentCode/rules";
import type { DeskKit } from "@talent/shared/contract/schemas/talentCode";
import { serverNow } from "../../../api/serverClock";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { SelectField } from "../../../components/form/Picker";
import { TextField } from "../../../components/form/TextField";
import { HintCell } from "../../../components/staff/HintCell";
import { open } from "../../../hooks/navigation";
import { usePendingScans } from "../../../hooks/pendingScans";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import { verifyTexts } from "../texts";

/** Longer than anything that is typed, shorter than anything pasted by mistake. */
const TYPED_LENGTH = 24;
const DESK_LENGTH = 20;
/** Value of the choice "no item". */
const NO_ITEM = "none";

export interface AskViewProps {
  kit: DeskKit | undefined;
  itemId: string;
  onItem: (itemId: string) => void;
  desk: string;
  onDesk: (desk: string) => void;
  busy: boolean;
  onCode: (code: string) => void;
}

/** Asks what is to be done, and for a code: scanned, or typed. */
export function AskView(props: AskViewProps) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const [missed, setMissed] = useState(false);
  const scan = () => {
    setMissed(false);
    platform.scan().then(props.onCode, () => setMissed(true));
  };
  const items = props.kit?.items ?? [];
  return (
    <View className="vf-ask">
      <SelectField
        label={t.item}
        hint={t.itemHint}
        placeholder={t.noItem}
        value={props.itemId || NO_ITEM}
        choices={[
          { value: NO_ITEM, label: t.noItem },
          ...items.map(({ id, name }) => ({ value: id, label: words.say(name) })),
        ]}
        onChange={(value) => props.onItem(value === NO_ITEM ? "" : value)}
      />
      {platform.canScan() ? (
        <Button
          className="vf-scan"
          icon="scan"
          text={t.scan}
          onTap={scan}
          busyText={props.busy ? t.scanning : undefined}
          id="scan-code"
        />
      ) : (
        <Note tone="sky" className="mb-3" text={t.noCamera} />
      )}
      {missed ? <Note tone="amber" className="mt-3" text={t.cannotScan} /> : null}
      <TypedCode busy={props.busy} onCode={props.onCode} />
      <TextField
        label={t.desk}
        hint={t.deskHint}
        placeholder={t.deskPlaceholder}
        optional
        value={props.desk}
        most={DESK_LENGTH}
        onChange={props.onDesk}
      />
      <OfflineCells kit={props.kit} />
    </View>
  );
}

function TypedCode({ busy, onCode }: Pick<AskViewProps, "busy" | "onCode">) {
  const t = useTexts(verifyTexts);
  const [typed, setTyped] = useState("");
  const code = typed.trim();
  return (
    <View className="vf-typed">
      <TextField
        label={t.typed}
        placeholder={t.typedPlaceholder}
        value={typed}
        most={TYPED_LENGTH}
        onChange={setTyped}
        anchor="typed-code"
      />
      <Button
        kind="quiet"
        text={code === "" ? t.empty : t.check}
        disabled={code === ""}
        onTap={() => onCode(code)}
        busyText={busy ? t.scanning : undefined}
      />
    </View>
  );
}

function OfflineCells({ kit }: { kit: DeskKit | undefined }) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const { waiting } = usePendingScans();
  const ready = kit !== undefined && kitServes(new Date(kit.at), serverNow());
  const hint =
    kit === undefined ? t.offlineNone : ready ? t.offlineReady(words.moment(kit.at)) : t.offlineOld;
  return (
    <View className="card card-flush mt-4">
      <HintCell
        icon="offline"
        label={waiting === 0 ? t.pendingNone : t.pending(waiting)}
        hint={hint}
        onTap={() => open("offlineScans")}
      />
    </View>
  );
}
