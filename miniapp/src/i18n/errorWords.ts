import { CONNECTION_SENTENCES, ERROR_SENTENCES } from "@talent/shared/labels/errors";
import type { Bilingual, LabelLanguage } from "@talent/shared/labels/bilingual";
import { RULE_PROBLEM_SENTENCES } from "@talent/shared/labels/ruleProblems";
import { ApiError } from "../api/errors";
import { NetworkError } from "../platform/types";

/** The rule that a field broke, where a sentence says what to do about it. */
function brokenRule({ details }: ApiError): Bilingual | undefined {
  return details?.fields?.map(({ problem }) => RULE_PROBLEM_SENTENCES[problem]).find(Boolean);
}

/** What happened, what is safe, what to do, for whatever was thrown. */
export function errorSentence(error: unknown, language: LabelLanguage): string {
  if (error instanceof NetworkError) return CONNECTION_SENTENCES.offline[language];
  if (error instanceof ApiError && error.code !== "unknown")
    return (brokenRule(error) ?? ERROR_SENTENCES[error.code])[language];
  return ERROR_SENTENCES.internal[language];
}
