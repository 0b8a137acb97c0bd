/** @jest-environment jsdom */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Texts } from "../../miniapp/src/i18n/texts";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

const SOURCE = path.resolve("miniapp/src");
const CHINESE = /[\u4e00-\u9fff]/;
/** Words that stay Chinese in English screens: how a language names itself. */
const BOTH = /语言 Language/;

function filesWithTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesWithTexts(file);
    return /Texts?\.ts$|texts\.ts$/.test(entry.name) && readFileSync(file, "utf8").includes("defineTexts(")
      ? [file]
      : [];
  });
}

/** Every sentence of a dictionary with its place; functions are asked with sample values. */
function sentences(value: unknown, place: string): [string, string][] {
  if (typeof value === "string" || typeof value === "number") return [[place, String(value)]];
  if (typeof value === "function") {
    const answer: unknown = (value as (...values: unknown[]) => unknown)(2, 3, 4);
    return sentences(answer, place);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${place}.${key}`));
}

const dictionaries = filesWithTexts(SOURCE).flatMap((file) =>
  Object.entries(jest.requireActual<Record<string, unknown>>(file)).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && "zh-CN" in value
      ? [{ name, texts: value as Texts<object> }]
      : [],
  ),
);

test("there are dictionaries to check", () => expect(dictionaries.length).toBeGreaterThan(15));

test.each(dictionaries)("$name says everything in both languages", ({ texts }) => {
  const zh = sentences(texts["zh-CN"], "").filter(([, text]) => text.trim() !== "");
  const en = new Map(sentences(texts.en, ""));
  for (const [place] of zh) expect([place, en.has(place)]).toEqual([place, true]);
  const leftInChinese = [...en].filter(([, text]) => CHINESE.test(text.replace(BOTH, "")));
  expect(leftInChinese).toEqual([]);
});
