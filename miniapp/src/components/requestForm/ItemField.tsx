import type { FieldSpec } from "@talent/shared/contract/schemas/catalogue";
import { FIELD_PLACEHOLDERS } from "@talent/shared/labels/catalogue";
import { DateField, SelectField } from "../form/Picker";
import { TextArea, TextField } from "../form/TextField";
import { useQuery } from "../../hooks/useQuery";
import { useWords } from "../../i18n/useWords";

const SHORT = 100;
const LONG = 500;

export interface ItemFieldProps {
  field: FieldSpec;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One question of an item's own form, with the control that fits its kind. */
export function ItemField({ field, value, error, onChange }: ItemFieldProps) {
  const words = useWords();
  const districts = useQuery("districts.list", {}, { enabled: field.kind === "district", keep: true });
  const placeholder = words.say(FIELD_PLACEHOLDERS[field.kind]);
  const shared = {
    anchor: `field-${field.key}`,
    label: words.say(field.label),
    hint: field.hint === undefined ? undefined : words.say(field.hint),
    optional: !field.required,
    error,
    placeholder,
  };
  switch (field.kind) {
    case "longText":
      return <TextArea {...shared} value={value} most={LONG} onChange={onChange} />;
    case "number":
      return <TextField {...shared} value={value} most={20} keyboard="digit" onChange={onChange} />;
    case "date":
      return (
        <DateField
          {...shared}
          value={value === "" ? undefined : value}
          shown={value === "" ? undefined : words.date(value)}
          onChange={onChange}
        />
      );
    case "choice":
      return (
        <SelectField
          {...shared}
          choices={(field.options ?? []).map((option) => ({
            value: option.value,
            label: words.say(option.label),
          }))}
          value={value === "" ? undefined : value}
          onChange={onChange}
        />
      );
    case "district":
      return (
        <SelectField
          {...shared}
          choices={(districts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={value === "" ? undefined : value}
          onChange={onChange}
        />
      );
    case "text":
      return <TextField {...shared} value={value} most={SHORT} onChange={onChange} />;
  }
}
