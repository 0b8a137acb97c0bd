import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import { POST_BOUNDS } from "@talent/shared/domain/posts";
import { TagOptions, type Choice } from "../../../components/form/Choices";
import { Field } from "../../../components/form/Field";
import { DateField, SelectField } from "../../../components/form/Picker";
import type { Layout } from "../../../components/staff/browser/layout";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ruleTexts } from "../ruleTexts";
import type { RuleChoices } from "./useChoices";
import { ANY, useRuleForm } from "./useRuleForm";

export interface RuleDialogProps {
  layout: Layout;
  /** The rule that is changed; absent for a new one. */
  rule: RoutingRuleView | undefined;
  choices: RuleChoices;
  onClose: () => void;
  onSaved: () => void;
}

type Form = ReturnType<typeof useRuleForm>;

/** From when to when a rule holds. */
function RuleDays({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const words = useWords();
  const { activeFromOn, activeToOn } = form.values;
  return (
    <>
      <DateField
        label={t.from}
        value={activeFromOn}
        shown={words.date(activeFromOn)}
        placeholder={t.pickDay}
        onChange={(on) => form.set("activeFromOn", on)}
      />
      <DateField
        label={t.to}
        value={activeToOn === "" ? undefined : activeToOn}
        shown={activeToOn === "" ? undefined : words.date(activeToOn)}
        placeholder={t.pickDay}
        from={activeFromOn}
        onChange={(on) => form.set("activeToOn", on)}
      />
    </>
  );
}

/** What a rule asks of a request, and where it leads. */
function RuleConditions({ form, choices }: { form: Form; choices: RuleChoices }) {
  const t = useTexts(ruleTexts);
  const { values, set } = form;
  const orAny = <T extends string>(list: readonly Choice<T>[]): Choice<T | typeof ANY>[] => [
    { value: ANY, label: t.any },
    ...list,
  ];
  return (
    <>
      <Field label={t.category} optional bare>
        <TagOptions
          label={t.category}
          choices={choices.categories}
          chosen={values.categories}
          onToggle={(one) =>
            set(
              "categories",
              values.categories.includes(one)
                ? values.categories.filter((other) => other !== one)
                : [...values.categories, one].sort(),
            )
          }
        />
      </Field>
      <SelectField
        label={t.item}
        placeholder={t.any}
        choices={orAny(choices.items)}
        value={values.itemCode}
        onChange={(value) => set("itemCode", value)}
      />
      <SelectField
        label={t.district}
        placeholder={t.any}
        choices={orAny(choices.districts)}
        value={values.districtCode}
        onChange={(value) => set("districtCode", value)}
      />
      <SelectField
        label={t.level}
        placeholder={t.any}
        choices={orAny(choices.levels)}
        value={values.level}
        onChange={(value) => set("level", value)}
      />
      <SelectField
        label={t.post}
        placeholder={t.choose}
        choices={choices.posts}
        value={values.postId === "" ? undefined : values.postId}
        onChange={(value) => set("postId", value)}
      />
    </>
  );
}

/** The form of a routing rule. */
export function RuleDialog({ layout, rule, choices, onClose, onSaved }: RuleDialogProps) {
  const t = useTexts(ruleTexts);
  const form = useRuleForm(rule, onSaved);
  const save = () => {
    if (form.blocked === undefined) void form.save();
  };
  return (
    <StaffDialog
      layout={layout}
      title={rule === undefined ? t.add : t.edit}
      footNote={t.foot}
      onClose={onClose}
      onConfirm={save}
      actions={
        <DialogActions
          confirmText={t.save}
          blocked={form.blocked}
          busy={form.busy}
          onConfirm={save}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={form.trouble} />
      <RuleConditions form={form} choices={choices} />
      <RuleDays form={form} />
      <LabelledText
        label={t.priorityLabel}
        placeholder="0"
        value={form.values.priority}
        most={2}
        onChange={(value) => form.set("priority", value)}
      />
      <LabelledText
        label={t.note}
        placeholder={t.notePlaceholder}
        value={form.values.note}
        most={POST_BOUNDS.note}
        onChange={(value) => form.set("note", value)}
      />
    </StaffDialog>
  );
}
