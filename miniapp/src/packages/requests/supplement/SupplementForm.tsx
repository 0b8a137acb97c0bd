import { View } from "@tarojs/components";
import { useCallback } from "react";
import type { RequestDetail, RequestFile } from "@talent/shared/contract/schemas/requests";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { BOUNDS } from "@talent/shared/domain/limits";
import { api, openApiFile } from "../../../api/client";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { TextArea } from "../../../components/form/TextField";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { SupplementCard } from "../../../components/talent/SupplementCard";
import { UploadRow } from "../../../components/talent/UploadRow";
import { replace } from "../../../hooks/navigation";
import { useDraft } from "../../../hooks/useDraft";
import { useMessageConsent } from "../../../hooks/useMessageConsent";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { talentTexts } from "../../../i18n/talentTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ChooseSource } from "../../../components/requestForm/ChooseSource";
import { uploadSentence, uploadStateOf, useMaterialUploads } from "../../../hooks/materialUploads";
import { useFileChoice } from "../../../hooks/useFileChoice";
import { supplementTexts } from "./texts";

export interface SupplementFormProps {
  request: RequestDetail;
  supplement: NonNullable<RequestDetail["supplement"]>;
  onChanged: (request: RequestDetail) => void;
}

/** The note, the uploads and the answer itself. */
function useSupplementAnswer({ request: { id }, onChanged }: SupplementFormProps) {
  const note = useDraft(`supplement:${id}`, { note: "" });
  const uploads = useMaterialUploads({
    requestId: useCallback(() => Promise.resolve(id), [id]),
    onAnswer: onChanged,
  });
  const { start } = uploads;
  const choice = useFileChoice(useCallback((key, file) => void start(key, file), [start]));
  const answer = useWrite("requests.answerSupplement");
  const askConsent = useMessageConsent("answerSupplement");
  const send = async (asked: Promise<void>) => {
    await asked;
    const text = note.values.note.trim();
    const done = await answer.run({ params: { id }, body: text === "" ? {} : { note: text } });
    if (done === undefined) return;
    note.clear();
    replace("request", { id });
  };
  // The pop-up must be asked for in the tap itself: nothing is awaited before it.
  return { note, uploads, choice, answer, send: () => void send(askConsent()) };
}

function openFile(id: string, files: readonly RequestFile[], fileId: string): void {
  const file = files.find((entry) => entry.id === fileId);
  if (file !== undefined) void openApiFile("requests.readMaterial", { id, fileId }, file.fileName);
}

export function SupplementForm(props: SupplementFormProps) {
  const { request, supplement, onChanged } = props;
  const t = useTexts(supplementTexts);
  const talent = useTexts(talentTexts);
  const words = useWords();
  const { id } = request;
  const { note, uploads, choice, answer, send } = useSupplementAnswer(props);
  const ready = supplement.items.filter(({ files }) => files.length > 0).length;
  const missing = supplement.items.length - ready;
  const sentence = (error: unknown) =>
    uploadSentence(error, talent.lostUpload, (other) => errorSentence(other, words.language));
  const busyText = answer.busy ? t.submitting : uploads.busy ? t.waiting : undefined;
  return (
    <Page
      name="supplement"
      title={words.say(request.itemName)}
      backTo="requests"
      bottom={
        <ActionBar note={t.done(ready, supplement.items.length)}>
          <Button
            id="answer-supplement"
            className="grow"
            text={missing === 0 ? t.submit : t.notReady(missing)}
            disabled={missing > 0}
            onTap={send}
            busyText={busyText}
          />
        </ActionBar>
      }
      over={
        choice.asking === undefined ? null : (
          <ChooseSource
            onClose={choice.close}
            onChoose={(kind) => void choice.pick(choice.asking ?? "", kind)}
          />
        )
      }
    >
      <Heading className="t-2xl b">{t.lead(missing)}</Heading>
      <View className="ink-2 mt-1">{t.once}</View>
      <Note
        className="mt-3"
        tone="amber"
        text={t.stopped(words.date(dateInShanghai(new Date(supplement.askedAt))))}
      />
      {answer.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(answer.error, words.language)} />
      )}
      {supplement.items.map((item, index) => (
        <SupplementCard key={item.key} index={index + 1} title={item.title} why={item.why} how={item.how}>
          <UploadRow
            first
            name={t.material}
            required
            anchor={`material-${item.key}`}
            state={uploadStateOf(uploads.going[item.key], item.files, sentence)}
            onChoose={() => choice.begin(item.key)}
            onRetry={() => uploads.retry(item.key)}
            onCancel={() => uploads.cancel(item.key)}
            onRemove={(fileId) =>
              void api("requests.removeMaterial", { params: { id, fileId } }).then(onChanged, () => undefined)
            }
            onOpen={(fileId) => openFile(id, item.files, fileId)}
          />
        </SupplementCard>
      ))}
      <TextArea
        label={t.note}
        optional
        value={note.values.note}
        most={BOUNDS.note}
        onChange={(text) => note.set("note", text)}
      />
      <View className="hint">{t.help}</View>
    </Page>
  );
}
