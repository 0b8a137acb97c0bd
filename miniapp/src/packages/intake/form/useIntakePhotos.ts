import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useCallback, useState } from "react";
import { api } from "../../../api/client";
import { useFileChoice } from "../../../hooks/useFileChoice";
import { useMaterialUploads } from "../../../hooks/materialUploads";

interface Options {
  request: RequestDetail | undefined;
  setRequest: (request: RequestDetail) => void;
  /** Begins the request on the server at the first photograph. */
  requestId: () => Promise<string>;
}

/** Photographs of the papers, each material with its own upload. */
export function useIntakePhotos({ request, setRequest, requestId }: Options) {
  const uploads = useMaterialUploads({ requestId, onAnswer: setRequest });
  const { start } = uploads;
  const choice = useFileChoice(useCallback((key, file) => void start(key, file), [start]));
  const [failed, setFailed] = useState<unknown>();
  const filesOf = (key: string) => request?.materials.find((material) => material.key === key)?.files ?? [];
  const remove = (fileId: string) => {
    if (request === undefined) return;
    setFailed(undefined);
    api("requests.removeMaterial", { params: { id: request.id, fileId } }).then(setRequest, setFailed);
  };
  return {
    busy: uploads.busy,
    going: uploads.going,
    retry: uploads.retry,
    refused: choice.refused,
    take: (key: string) => void choice.pick(key, "photo"),
    photographed: new Set(
      (request?.materials ?? []).filter(({ files }) => files.length > 0).map(({ key }) => key),
    ),
    filesOf,
    remove,
    failed,
  };
}
