import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { openApiFile } from "../../../api/client";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Section } from "../../../components/base/Section";
import { KeyValue } from "../../../components/list/Fact";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { detailTexts } from "./texts";

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What was asked and handed in. */
export function RequestContent({ request }: { request: RequestDetail }) {
  const t = useTexts(detailTexts);
  const words = useWords();
  const handedIn = request.materials.filter(({ files }) => files.length > 0);
  return (
    <View>
      <Section title={t.facts} />
      <View className="card card-flush">
        <KeyValue first label={t.number} value={request.number} />
        {request.details.map((detail) => (
          <KeyValue
            key={detail.key}
            label={words.say(detail.label)}
            value={
              CALENDAR_DATE.test(detail.value.zh) ? words.date(detail.value.zh) : words.say(detail.value)
            }
          />
        ))}
        <View className="kv">
          <Text className="kv-k">{t.points}</Text>
          <View className="kv-v">
            {request.points.map((point, index) => (
              <View key={index}>
                {request.points.length > 1 ? `${index + 1}. ${point.text}` : point.text}
              </View>
            ))}
          </View>
        </View>
      </View>
      {handedIn.length === 0 ? null : <Files request={request} />}
    </View>
  );
}

function Files({ request }: { request: RequestDetail }) {
  const t = useTexts(detailTexts);
  const words = useWords();
  const [error, setError] = useState<unknown>();
  const open = (fileId: string, name: string) => {
    setError(undefined);
    openApiFile("requests.readMaterial", { id: request.id, fileId }, name).catch(setError);
  };
  const files = request.materials.flatMap((material) => material.files.map((file) => ({ material, file })));
  return (
    <>
      <Section title={t.materials} aside={t.files(files.length)} />
      {error === undefined ? null : (
        <Note className="mb-3" tone="brick" text={errorSentence(error, words.language)} />
      )}
      <View className="card card-flush">
        {files.map(({ material, file }, index) => (
          <View key={file.id} className={`cell ${index === 0 ? "cell-first" : ""}`}>
            <View className="grow">
              <View>{words.say(material.name)}</View>
              <View className="t-s ink-2">{file.fileName}</View>
            </View>
            <Button
              kind="text"
              small
              text={t.open}
              label={`${t.open} ${file.fileName}`}
              onTap={() => open(file.id, file.fileName)}
            />
          </View>
        ))}
      </View>
    </>
  );
}
