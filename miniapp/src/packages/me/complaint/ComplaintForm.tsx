import { View } from "@tarojs/components";
import {
  COMPLAINT_BOUNDS,
  COMPLAINT_KINDS,
  COMPLAINT_SUBJECTS,
  type ComplaintKind,
  type ComplaintSubject,
} from "@talent/shared/domain/complaints";
import { COMPLAINT_KIND_LABELS, COMPLAINT_SUBJECT_LABELS } from "@talent/shared/labels/complaints";
import { RadioList, Segmented } from "../../../components/form/Choices";
import { Field } from "../../../components/form/Field";
import { SelectField } from "../../../components/form/Picker";
import { TextArea } from "../../../components/form/TextField";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { supportTexts } from "../supportTexts";
import { complaintFormTexts } from "./complaintFormTexts";
import type { ComplaintFormState } from "./useComplaintForm";

/** Requests to choose from; older ones are named in the text. */
const OFFERED_REQUESTS = 50;
const NONE = "none";

/** One of the writer's own requests, and what about it. */
function AboutRequest({ draft, isTalent }: Pick<ComplaintFormState, "draft"> & { isTalent: boolean }) {
  const t = useTexts(complaintFormTexts);
  const words = useWords();
  const requests = usePages("requests.list", { limit: OFFERED_REQUESTS }, isTalent);
  const { requestId, about, kind } = draft.values;
  const offered = requests.rows.filter(({ status }) => status !== "draft");
  if (offered.length === 0) return null;
  return (
    <View>
      <SelectField
        label={t.request}
        hint={t.requestHint}
        optional
        placeholder={t.chooseRequest}
        value={requestId === "" ? NONE : requestId}
        choices={[
          { value: NONE, label: t.noRequest },
          ...offered.map(({ id, number, itemName }) => ({
            value: id,
            label: `${words.say(itemName)} ${number}`,
          })),
        ]}
        onChange={(value) => draft.set("requestId", value === NONE ? "" : value)}
      />
      {requestId === "" || kind !== "complaint" ? null : (
        <Field label={t.about} hint={t.aboutHint} bare>
          <RadioList<ComplaintSubject>
            label={t.about}
            choices={COMPLAINT_SUBJECTS.map((value) => ({
              value,
              label: words.say(COMPLAINT_SUBJECT_LABELS[value]),
            }))}
            value={about}
            onChange={(value) => draft.set("about", value)}
          />
        </Field>
      )}
    </View>
  );
}

/** Kind, the request it is about, and the words. */
export function ComplaintForm({ form, isTalent }: { form: ComplaintFormState; isTalent: boolean }) {
  const t = useTexts(supportTexts);
  const words = useWords();
  const { draft, missing } = form;
  return (
    <View>
      <Field label={t.kind} bare>
        <Segmented<ComplaintKind>
          label={t.kind}
          choices={[...COMPLAINT_KINDS].reverse().map((value) => ({
            value,
            label: words.say(COMPLAINT_KIND_LABELS[value]),
          }))}
          value={draft.values.kind}
          onChange={(value) => draft.set("kind", value)}
        />
      </Field>
      <AboutRequest draft={draft} isTalent={isTalent} />
      <TextArea
        label={t.text}
        value={draft.values.text}
        most={COMPLAINT_BOUNDS.text}
        placeholder={t.textPlaceholder}
        error={missing ? t.textMissing : undefined}
        onChange={(value) => draft.set("text", value)}
      />
    </View>
  );
}
