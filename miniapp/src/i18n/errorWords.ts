import { CONNECTION_SENTENCES, ERROR_SENTENCES } from "@talent/shared/labels/errors";
import type { LabelLanguage } from "@talent/shared/labels/bilingual";
import { ApiError } from "../api/errors";
import { NetworkError } from "../platform/types";

/** What happened, what is safe, what to do, for whatever was thrown. */
export function errorSentence(error: unknown, language: LabelLanguage): string {
  if (error instanceof NetworkError) return CONNECTION_SENTENCES.offline[language];
  if (error instanceof ApiError && error.code !== "unknown") return ERROR_SENTENCES[error.code][language];
  return ERROR_SENTENCES.internal[language];
}
