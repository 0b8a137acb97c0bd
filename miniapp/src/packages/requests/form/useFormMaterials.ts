import { useCallback, useMemo, useState } from "react";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { api } from "../../../api/client";
import { errorSentence } from "../../../i18n/errorWords";
import { talentTexts } from "../../../i18n/talentTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { uploadSentence, uploadStateOf, useMaterialUploads } from "../../../hooks/materialUploads";
import { useFileChoice } from "../../../hooks/useFileChoice";
import { neededMaterials } from "../../../components/requestForm/formState";
import type { useRequestForm } from "./useRequestForm";

/** The materials of the form: what is handed in, what is on its way, what failed. */
export function useFormMaterials(item: ItemDetail, form: ReturnType<typeof useRequestForm>) {
  const t = useTexts(talentTexts);
  const words = useWords();
  const { request, setRequest, requestId } = form;
  const uploads = useMaterialUploads({ requestId, onAnswer: setRequest });
  const { start } = uploads;
  const choice = useFileChoice(useCallback((key, file) => void start(key, file), [start]));
  const [failed, setFailed] = useState<unknown>();

  const filesOf = (key: string) => request?.materials.find((material) => material.key === key)?.files ?? [];
  const handedIn = useMemo(
    () => new Set((request?.materials ?? []).filter(({ files }) => files.length > 0).map(({ key }) => key)),
    [request],
  );
  const sentence = (error: unknown) =>
    uploadSentence(error, t.lostUpload, (other) => errorSentence(other, words.language));
  const remove = (fileId: string) => {
    if (request === undefined) return;
    setFailed(undefined);
    api("requests.removeMaterial", { params: { id: request.id, fileId } }).then(setRequest, setFailed);
  };
  return {
    busy: uploads.busy,
    handedIn,
    choice,
    failed,
    filesOf: (key: string) => filesOf(key).length,
    step: {
      materials: neededMaterials(item, form.draft.values.beneficiary),
      request,
      stateOf: (key: string) => uploadStateOf(uploads.going[key], filesOf(key), sentence),
      refused: choice.refused,
      onChoose: choice.begin,
      onRetry: uploads.retry,
      onCancel: uploads.cancel,
      onRemove: remove,
    },
  };
}
