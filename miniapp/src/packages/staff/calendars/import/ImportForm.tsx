import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { Button } from "../../../../components/base/Button";
import { Heading } from "../../../../components/base/Heading";
import { TextArea, TextField } from "../../../../components/form/TextField";
import { ErrorState } from "../../../../components/list/States";
import { useTexts } from "../../../../i18n/texts";
import { platform } from "../../../../platform";
import { calendarTexts } from "../texts";
import type { Import } from "./useImport";

const LONGEST = 60_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with the file, each problem with its entry. */
function Problems({ form }: { form: Import }) {
  const t = useTexts(calendarTexts);
  const problems = form.preview?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <View className="sf-banner sf-banner-brick mt-3">
      <View className="grow">
        <View className="b">{t.problemsTitle}</View>
        {problems.map(({ problem, entry }) => (
          <View key={`${problem}${entry ?? ""}`}>
            {entry === undefined ? t.problems[problem] : `${entry}：${t.problems[problem]}`}
          </View>
        ))}
      </View>
    </View>
  );
}

/** The file or its text, and on what notice it rests. */
export function ImportForm({ form }: { form: Import }) {
  const t = useTexts(calendarTexts);
  const [name, setName] = useState<string>();
  const [refused, setRefused] = useState(false);
  const { draft, change } = form;
  const badDate = draft.publishedOn !== "" && !DATE.test(draft.publishedOn);

  function choose(): void {
    platform.chooseText("json").then(
      (file) => {
        setRefused(false);
        if (file === undefined) return;
        setName(file.name);
        change({ text: file.text });
      },
      () => setRefused(true),
    );
  }

  return (
    <View className="cd-form">
      <Heading className="sec-t">{t.file}</Heading>
      <Button kind="line" icon="file" text={name ?? t.chooseFile} onTap={choose} />
      {refused ? <Text className="field-error">{t.fileRefused}</Text> : null}
      <TextArea
        label={t.paste}
        hint={t.pasteHint}
        value={draft.text}
        most={LONGEST}
        counted={false}
        anchor="calendar-text"
        onChange={(text) => change({ text })}
      />
      <TextField
        label={t.sourceLabel}
        hint={t.sourceHint}
        value={draft.source}
        most={120}
        optional
        onChange={(source) => change({ source })}
      />
      <TextField
        label={t.linkLabel}
        value={draft.link}
        most={300}
        optional
        onChange={(link) => change({ link })}
      />
      <TextField
        label={t.publishedLabel}
        hint={t.publishedHint}
        value={draft.publishedOn}
        most={10}
        optional
        error={badDate ? t.badDate : undefined}
        onChange={(publishedOn) => change({ publishedOn })}
      />
      <Problems form={form} />
      {form.lookError === undefined ? null : (
        <ErrorState error={form.lookError} onRetry={() => void form.show(1)} />
      )}
      <View className="hint mt-3 mb-3">{t.previewWhy}</View>
      <Button
        text={t.preview}
        disabled={draft.text.trim() === "" || badDate}
        busyText={form.looking ? t.previewing : undefined}
        onTap={() => void form.show(1)}
      />
    </View>
  );
}
