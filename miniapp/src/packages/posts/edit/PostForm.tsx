import { View } from "@tarojs/components";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { POST_BOUNDS } from "@talent/shared/domain/posts";
import type { Output } from "../../../api/client";
import { TagOptions } from "../../../components/form/Choices";
import { Field } from "../../../components/form/Field";
import { SelectField } from "../../../components/form/Picker";
import { TextField } from "../../../components/form/TextField";
import { ToggleCell } from "../../../components/list/Cell";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffButton } from "../../../components/staff/StaffButton";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { editTexts } from "./texts";
import { usePostForm } from "./usePostForm";

type Department = Output<"departments.staff">["items"][number];
type Form = ReturnType<typeof usePostForm>;

const PHONE_LENGTH = 30;

/** Department and the two people, who are of that department. */
function Holders({
  form,
  departments,
  fixed,
}: {
  form: Form;
  departments: readonly Department[];
  fixed: boolean;
}) {
  const t = useTexts(editTexts);
  const { values, set } = form;
  const department = departments.find(({ id }) => id === values.departmentId);
  const people = (department?.staff ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }));
  const holder = (letter: "A" | "B", label: string) => (
    <SelectField
      label={label}
      placeholder={t.choose}
      choices={people}
      value={values[letter] === "" ? undefined : values[letter]}
      onChange={(value) => set(letter, value)}
    />
  );
  return (
    <>
      {fixed ? null : (
        <SelectField
          label={t.department}
          placeholder={t.choose}
          choices={departments.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.departmentId === "" ? undefined : values.departmentId}
          onChange={(value) => set("departmentId", value)}
        />
      )}
      {holder("A", t.holderA)}
      {holder("B", t.holderB)}
      <View className="t-s ink-2 mt-1">{t.holdersWhy}</View>
    </>
  );
}

function Items({ form }: { form: Form }) {
  const t = useTexts(editTexts);
  const words = useWords();
  const items = useQuery("items.list", { query: { limit: 100 } }, { keep: true });
  const { itemCodes } = form.values;
  return (
    <Field label={t.items} bare>
      <TagOptions
        label={t.items}
        choices={(items.data?.items ?? []).map(({ code, name }) => ({ value: code, label: words.say(name) }))}
        chosen={itemCodes}
        onToggle={(code) =>
          form.set(
            "itemCodes",
            itemCodes.includes(code) ? itemCodes.filter((one) => one !== code) : [...itemCodes, code],
          )
        }
      />
    </Field>
  );
}

export interface PostFormProps {
  /** Absent for a new post. */
  post: PlannedPost | undefined;
  departments: readonly Department[];
  onSaved: () => void;
}

/** A post: its two holders, what it is called and what it handles. */
export function PostForm({ post, departments, onSaved }: PostFormProps) {
  const t = useTexts(editTexts);
  const form = usePostForm(post, onSaved);
  const { values, set } = form;
  return (
    <View className="po-card">
      {post === undefined ? null : <View className="b">{post.departmentName}</View>}
      <Holders form={form} departments={departments} fixed={post !== undefined} />
      <TextField
        label={t.name}
        placeholder={t.namePlaceholder}
        value={values.name}
        most={POST_BOUNDS.name}
        onChange={(value) => set("name", value)}
      />
      <TextField
        label={t.phone}
        placeholder={t.phonePlaceholder}
        value={values.phone}
        most={PHONE_LENGTH}
        onChange={(value) => set("phone", value)}
      />
      <Items form={form} />
      <View className="mt-3">
        <ToggleCell
          first
          label={t.isDefault}
          hint={t.isDefaultHint}
          on={values.isDefault}
          onChange={(on) => set("isDefault", on)}
        />
      </View>
      <View className="mt-3">
        <DialogTrouble text={form.trouble} />
      </View>
      <View className="row mt-3">
        <StaffButton
          kind="primary"
          text={form.blocked ?? t.save}
          disabled={form.blocked !== undefined}
          busyText={form.busy ? t.saving : undefined}
          onTap={() => void form.save()}
        />
      </View>
    </View>
  );
}
