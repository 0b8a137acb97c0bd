import { Text, View } from "@tarojs/components";
import type { MaterialSpec } from "@talent/shared/contract/schemas/catalogue";
import { PAPER_FORMS, type PaperForm } from "@talent/shared/domain/caseWork";
import { PAPER_FORM_LABELS } from "@talent/shared/labels/caseWork";
import { StatusMark } from "../../../components/base/StatusMark";
import { Button } from "../../../components/base/Button";
import { Tag } from "../../../components/base/Tag";
import { TagOptions } from "../../../components/form/Choices";
import type { Going } from "../../../hooks/materialUploads";
import { errorSentence } from "../../../i18n/errorWords";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { intakeTexts } from "../texts";

export interface PaperRowProps {
  material: MaterialSpec;
  first: boolean;
  seen: PaperForm | undefined;
  files: readonly { id: string; fileName: string }[];
  /** A photograph on its way. */
  going: Going | undefined;
  error: string | undefined;
  onTick: (seen: PaperForm) => void;
  onPhotograph: () => void;
  onRetry: () => void;
  onRemove: (fileId: string) => void;
}

function Photos({ files, onRemove }: Pick<PaperRowProps, "files" | "onRemove">) {
  const t = useTexts(intakeTexts);
  return (
    <>
      {files.map((file) => (
        <View key={file.id} className="row row-between t-s">
          <Text className="grow sf-el ink-2">{file.fileName}</Text>
          <Button
            kind="text"
            small
            text={t.remove}
            label={`${t.remove} ${file.fileName}`}
            onTap={() => onRemove(file.id)}
          />
        </View>
      ))}
    </>
  );
}

/** One paper on the counter: seen as original or kept as a copy, and photographed where it helps. */
export function PaperRow(props: PaperRowProps) {
  const { material, first, seen, files, going, error, onTick, onPhotograph, onRetry, onRemove } = props;
  const t = useTexts(intakeTexts);
  const frame = useTexts(frameTexts);
  const { say, language } = useWords();
  const name = say(material.name);
  const there = seen !== undefined || files.length > 0;
  const sending = going !== undefined && going.error === undefined;
  return (
    <View id={`material-${material.key}`} className={`in-paper ${first ? "in-first" : ""}`}>
      <View className="row">
        <StatusMark shape={there ? "done" : "missing"} className="mr-2" />
        <Text className={`grow ${there ? "b" : ""}`}>{name}</Text>
        {material.required ? null : <Tag text={frame.optional} />}
      </View>
      {material.hint === undefined ? null : <View className="t-s ink-2">{say(material.hint)}</View>}
      <View className="in-acts">
        <TagOptions<PaperForm>
          label={name}
          choices={PAPER_FORMS.map((value) => ({ value, label: say(PAPER_FORM_LABELS[value]) }))}
          chosen={seen === undefined ? [] : [seen]}
          onToggle={onTick}
        />
        <Button
          kind="quiet"
          small
          icon="camera"
          className="in-photo"
          text={files.length === 0 ? t.photograph : t.addPhoto}
          label={t.photographOf(name)}
          busyText={sending ? `${Math.round(going.share * 100)}%` : undefined}
          onTap={onPhotograph}
        />
      </View>
      <Photos files={files} onRemove={onRemove} />
      {going?.error === undefined ? null : (
        <View className="row row-between t-s brick">
          <Text className="grow">{errorSentence(going.error, language)}</Text>
          <Button kind="text" small text={t.retry} onTap={onRetry} />
        </View>
      )}
      {error === undefined ? null : <View className="t-s brick mt-1">{error}</View>}
    </View>
  );
}
