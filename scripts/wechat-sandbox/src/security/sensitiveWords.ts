import wordRows from "../data/sensitiveWords.json";

/** A word that the content check finds, with WeChat's label number (20001 politics, 10001 ads, …). */
export interface SensitiveWord {
  word: string;
  label: number;
}

export function findSensitiveWord(text: string): SensitiveWord | undefined {
  return wordRows.find(({ word }) => text.includes(word));
}

export function hasSensitiveWord(text: string): boolean {
  return findSensitiveWord(text) !== undefined;
}
