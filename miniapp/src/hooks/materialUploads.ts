import { BOUNDS } from "@talent/shared/domain/limits";
import { useCallback, useRef, useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { ApiError } from "../api/errors";
import { newIdempotencyKey } from "../api/idempotencyKey";
import { uploadFile } from "../api/upload";
import type { UploadState } from "../components/talent/UploadRow";
import { NetworkError, type ChosenFile } from "../platform";

/** A file on its way for one material; `reason` is set once it failed. */
export interface Going {
  file: ChosenFile;
  share: number;
  error?: unknown;
}

interface Intent {
  file: ChosenFile;
  key: string;
  abort: () => void;
}

/** What the caller brings: the request to hand files in to (made on the first upload), and what to do with the answer. */
export interface UploadTarget {
  requestId: () => Promise<string>;
  onAnswer: (request: RequestDetail) => void;
}

/** Uploads per material, with progress, cancel and retry. A retry keeps its key, so nothing is stored twice. */
export function useMaterialUploads({ requestId, onAnswer }: UploadTarget) {
  const [going, setGoing] = useState<Record<string, Going>>({});
  const intents = useRef<Record<string, Intent>>({});

  const drop = useCallback((materialKey: string) => {
    delete intents.current[materialKey];
    setGoing(({ [materialKey]: _gone, ...rest }) => rest);
  }, []);

  const send = useCallback(
    async (materialKey: string, intent: Intent) => {
      const show = (change: Partial<Going>) =>
        setGoing((before) => ({ ...before, [materialKey]: { file: intent.file, share: 0, ...change } }));
      intents.current[materialKey] = intent;
      show({});
      if (intent.file.size > BOUNDS.file.bytes) {
        show({ error: new ApiError(413, "file_too_large", "too large") });
        return;
      }
      try {
        const id = await requestId();
        const upload = uploadFile("requests.addMaterial", {
          params: { id },
          fields: { materialKey, fileName: intent.file.name },
          file: intent.file,
          idempotencyKey: intent.key,
          onProgress: (share) => show({ share }),
        });
        intent.abort = upload.abort;
        onAnswer(await upload.done);
        drop(materialKey);
      } catch (error) {
        if (intents.current[materialKey] === intent) show({ error });
      }
    },
    [requestId, onAnswer, drop],
  );

  const start = useCallback(
    (materialKey: string, file: ChosenFile) =>
      send(materialKey, { file, key: newIdempotencyKey(), abort: () => undefined }),
    [send],
  );
  const retry = useCallback(
    (materialKey: string) => {
      const intent = intents.current[materialKey];
      if (intent !== undefined) void send(materialKey, intent);
    },
    [send],
  );
  const cancel = useCallback(
    (materialKey: string) => {
      const intent = intents.current[materialKey];
      drop(materialKey);
      intent?.abort();
    },
    [drop],
  );
  const busy = Object.values(going).some((entry) => entry.error === undefined);
  return { going, busy, start, retry, cancel };
}

/** How one material stands: what is going on now wins over what is already there. */
export function uploadStateOf(
  going: Going | undefined,
  files: readonly { id: string; fileName: string; bytes: number }[],
  sentence: (error: unknown) => string,
): UploadState {
  if (going?.error !== undefined)
    return { kind: "failed", name: going.file.name, reason: sentence(going.error) };
  if (going !== undefined)
    return { kind: "uploading", name: going.file.name, size: going.file.size, share: going.share };
  if (files.length === 0) return { kind: "empty" };
  return {
    kind: "done",
    files: files.map(({ id, fileName, bytes }) => ({ id, name: fileName, size: bytes })),
  };
}

/** A lost connection while a photo is on its way: the photo is still chosen. */
export function uploadSentence(error: unknown, lost: string, otherwise: (error: unknown) => string): string {
  return error instanceof NetworkError ? lost : otherwise(error);
}
