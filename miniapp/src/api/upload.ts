import type { EndpointName } from "@talent/shared/contract/index";
import { platform, type ChosenFile } from "../platform";
import { fillPath } from "./address";
import { bearer, transport, type Output } from "./client";
import { ENDPOINTS } from "./endpointTable";
import { errorFrom } from "./errors";
import { apiBaseUrl } from "./send";
import { useSession } from "./session";

/** Endpoints that take one file in the field `file`. */
export type UploadEndpoint = Extract<EndpointName, "requests.addMaterial">;

export interface Upload<N extends UploadEndpoint> {
  done: Promise<Output<N>>;
  abort: () => void;
}

export interface UploadInput {
  params: Record<string, string>;
  fields: Record<string, string>;
  file: ChosenFile;
  /** Kept over retries, so that a file whose answer was lost is not stored twice. */
  idempotencyKey: string;
  /** Share sent, 0–1. */
  onProgress: (share: number) => void;
}

/** Sends one file. Rejects with `ApiError` or, when the connection failed or `abort` was called, `NetworkError`. */
export function uploadFile<N extends UploadEndpoint>(name: N, input: UploadInput): Upload<N> {
  let abort: () => void = () => undefined;
  const attempt = async (): Promise<{ status: number; body: string }> => {
    const task = platform.upload({
      url: `${apiBaseUrl()}${fillPath(ENDPOINTS[name][1], input.params)}`,
      file: input.file,
      headers: { ...bearer(), "idempotency-key": input.idempotencyKey },
      fields: input.fields,
      onProgress: input.onProgress,
    });
    abort = task.abort;
    return task.done;
  };
  const run = async (): Promise<Output<N>> => {
    const sentWith = useSession.getState().session?.token;
    let answer = await attempt();
    if (answer.status === 401) {
      await transport.renew(sentWith);
      answer = await attempt();
    }
    const body = parse(answer.body);
    if (answer.status < 200 || answer.status >= 300) throw errorFrom(answer.status, body);
    return body as Output<N>;
  };
  return { done: run(), abort: () => abort() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
