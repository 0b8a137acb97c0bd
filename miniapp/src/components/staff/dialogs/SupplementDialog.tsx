import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { Heading } from "../../base/Heading";
import { Icon } from "../../base/Icon";
import { StatusMark } from "../../base/StatusMark";
import { Tap } from "../../base/Tap";
import type { Layout } from "../browser/layout";
import { dialogTexts } from "../texts/dialogTexts";
import { DialogActions } from "./DialogActions";
import { DialogTrouble } from "./DialogTrouble";
import { LabelledText } from "./LabelledText";
import { StaffDialog } from "./StaffDialog";
import {
  askedOf,
  itemsOf,
  lacksReason,
  type AskedMaterial,
  type ExtraMaterial,
  type Material,
  type SupplementDraft,
  type SupplementItem,
} from "./supplementDraft";
import { SupplementSide } from "./SupplementSide";

/** Bounds of the contract's schema. */
const TITLE_LENGTH = 60;
const REASON_LENGTH = 200;

const BLANK: SupplementDraft = { asked: {}, extras: [] };

interface MaterialAskProps {
  material: Material;
  asked: AskedMaterial;
  last: boolean;
  onChange: (change: Partial<AskedMaterial>) => void;
}

function MaterialAsk({ material, asked, last, onChange }: MaterialAskProps) {
  const t = useTexts(dialogTexts);
  const words = useWords();
  const name = words.say(material.name);
  const absent = material.files.length === 0;
  return (
    <View className={`dg-ms ${last ? "dg-ms-last" : ""} ${asked.on ? "" : "dg-ms-off"}`}>
      <Tap className="dg-ms-h" role="checkbox" checked={asked.on} onTap={() => onChange({ on: !asked.on })}>
        <View className={`dg-box ${asked.on ? "dg-box-on" : ""}`}>
          {asked.on ? <Icon name="check" size="12" colour="on-primary" stroke={2.6} /> : null}
        </View>
        <Text className={asked.on ? "b" : ""}>{name}</Text>
        {absent ? (
          <StatusMark shape="missing" word={t.supplement.notHandedIn} className="ml-3 t-s amber" />
        ) : null}
        {!absent && asked.on ? (
          <StatusMark shape="partly" word={t.supplement.again} className="ml-3 t-s amber" />
        ) : null}
      </Tap>
      {asked.on ? (
        <View className="dg-ms-b">
          {absent ? null : (
            <LabelledText
              quiet
              label={`${name}，${t.supplement.why}`}
              placeholder={t.supplement.whyPlaceholder}
              value={asked.why}
              most={REASON_LENGTH}
              onChange={(why) => onChange({ why })}
            />
          )}
          <LabelledText
            quiet
            label={`${name}，${t.supplement.how}`}
            placeholder={t.supplement.howPlaceholder}
            value={asked.how}
            most={REASON_LENGTH}
            onChange={(how) => onChange({ how })}
          />
        </View>
      ) : null}
    </View>
  );
}

function ExtraAsk({
  extra,
  onChange,
  onRemove,
}: {
  extra: ExtraMaterial;
  onChange: (change: Partial<ExtraMaterial>) => void;
  onRemove: () => void;
}) {
  const t = useTexts(dialogTexts);
  return (
    <View className="dg-ms">
      <LabelledText
        label={t.supplement.extraTitle}
        placeholder={t.supplement.extraTitle}
        value={extra.title}
        most={TITLE_LENGTH}
        onChange={(title) => onChange({ title })}
      />
      <LabelledText
        label={t.supplement.extraWhy}
        placeholder={t.supplement.whyPlaceholder}
        value={extra.why}
        most={REASON_LENGTH}
        onChange={(why) => onChange({ why })}
      />
      <Tap className="sf-link-hit" onTap={onRemove}>
        <Text>{t.supplement.remove}</Text>
      </Tap>
    </View>
  );
}

/** Materials outside the item's list, each with its basis. */
function Extras({
  extras,
  onChange,
}: {
  extras: ExtraMaterial[];
  onChange: (extras: ExtraMaterial[]) => void;
}) {
  const t = useTexts(dialogTexts);
  return (
    <>
      {extras.map((extra, index) => (
        <ExtraAsk
          key={index}
          extra={extra}
          onChange={(change) =>
            onChange(extras.map((each, at) => (at === index ? { ...each, ...change } : each)))
          }
          onRemove={() => onChange(extras.filter((_, at) => at !== index))}
        />
      ))}
      <Tap className="sf-link-hit t-s mt-2" onTap={() => onChange([...extras, { title: "", why: "" }])}>
        <Icon name="plus" size="14" colour="primary" />
        <Text className="ml-1">{t.supplement.extra}</Text>
      </Tap>
    </>
  );
}

export interface SupplementDialogProps {
  layout: Layout;
  request: RequestDetail;
  sub: string;
  contact: string;
  busy: boolean;
  trouble: string | undefined;
  onClose: () => void;
  onConfirm: (items: SupplementItem[]) => Promise<boolean>;
}

/** 一次性告知: every missing material at once, each with how to get it (DB50/T 1733 §6.6.2 a). */
export function SupplementDialog(props: SupplementDialogProps) {
  const { layout, request, sub, contact, busy, trouble, onClose, onConfirm } = props;
  const t = useTexts(dialogTexts);
  const { say } = useWords();
  const draft = useDraft<SupplementDraft>(`askSupplement:${request.id}`, BLANK);
  const { asked, extras } = draft.values;
  const items = itemsOf(request.materials, draft.values, say, t.supplement.notHandedIn);
  const unexplained = lacksReason(items);
  const absent = request.materials.filter((material) => material.files.length === 0);
  const there = request.materials.filter((material) => material.files.length > 0);
  const blocked =
    items.length === 0
      ? t.supplement.none
      : unexplained === undefined
        ? undefined
        : t.supplement.whyNeeded(unexplained.title);
  const confirm = () => {
    if (blocked === undefined) void onConfirm(items).then((done) => done && draft.clear());
  };
  const ask = (material: Material, index: number, group: readonly Material[]) => {
    const present = askedOf(material, draft.values, say);
    return (
      <MaterialAsk
        key={material.key}
        material={material}
        asked={present}
        last={index === group.length - 1}
        onChange={(change) => draft.set("asked", { ...asked, [material.key]: { ...present, ...change } })}
      />
    );
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.supplement.title}
      sub={sub}
      footNote={t.supplement.noUndo}
      onClose={onClose}
      onConfirm={confirm}
      side={<SupplementSide request={request} items={items} contact={contact} />}
      actions={
        <DialogActions
          confirmText={t.supplement.confirm(items.length)}
          blocked={blocked}
          busy={busy}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble} />
      <View className="row row-base">
        <Heading className="b grow">{t.supplement.missing(items.length)}</Heading>
        <Text className="t-s ink-2">{t.supplement.checked(request.materials.length)}</Text>
      </View>
      {absent.map(ask)}
      {there.length === 0 ? null : <View className="t-s ink-2 mt-3">{t.supplement.againTitle}</View>}
      {there.map(ask)}
      <Extras extras={extras} onChange={(changed) => draft.set("extras", changed)} />
    </StaffDialog>
  );
}
