import { View } from "@tarojs/components";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ACTION_BUTTONS } from "@talent/shared/labels/requests";
import type { Input } from "../../../api/client";
import { useDraft } from "../../../hooks/useDraft";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { SelectField } from "../../form/Picker";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";

type ItemChange = NonNullable<Input<"requests.changeItem">["body"]>;

/** 更换服务项目: the right item, what it does to the limit, and why. */
export function ChangeItemDialog(props: CaseDialogProps<ItemChange>) {
  const { request, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).changeItem;
  const { say } = useWords();
  const list = useQuery("items.list", { query: { limit: 100 } }, { keep: true });
  const items = (list.data?.items ?? []).filter(({ id }) => id !== request.itemId);
  const draft = useDraft(`changeItem:${request.id}`, { itemId: "", reason: "" });
  const chosen = items.find(({ id }) => id === draft.values.itemId);
  const reason = draft.values.reason.trim();
  const confirm = () =>
    void onConfirm({ itemId: draft.values.itemId, reason }).then((done) => done && draft.clear());
  return (
    <ActDialog
      frame={frame}
      action="changeItem"
      confirmText={say(ACTION_BUTTONS.changeItem)}
      blocked={chosen === undefined ? t.neededItem : reason === "" ? t.needed : undefined}
      onConfirm={confirm}
    >
      <SelectField
        label={t.item}
        choices={items.map(({ id, name }) => ({ value: id, label: say(name) }))}
        value={chosen?.id}
        placeholder={t.itemPlaceholder}
        onChange={(itemId) => draft.set("itemId", itemId)}
      />
      {chosen === undefined ? null : <View className="t-s ink-2 mt-2">{t.limit(chosen.limitDays)}</View>}
      <LabelledText
        label={t.reason}
        value={draft.values.reason}
        most={BOUNDS.reason}
        placeholder={t.reasonPlaceholder}
        lines="several"
        onChange={(value) => draft.set("reason", value)}
      />
    </ActDialog>
  );
}
