import { ERRORS } from "../../../shared/contract/errors";
import { RATING_TAGS } from "../../../shared/domain/ratings";
import {
  CONNECTION_SENTENCES,
  ERROR_SENTENCES,
  FIELD_PROBLEM_SENTENCES,
} from "../../../shared/labels/errors";
import * as catalogue from "../../../shared/labels/catalogue";
import * as notices from "../../../shared/labels/notices";
import * as people from "../../../shared/labels/people";
import * as ratings from "../../../shared/labels/ratings";
import * as requests from "../../../shared/labels/requests";
import * as timeline from "../../../shared/labels/timeline";
import { fill } from "../../../shared/labels/fill";

interface Pair {
  path: string;
  zh: string;
  en: string;
}

function pairsOf(value: unknown, path: string): Pair[] {
  if (typeof value !== "object" || value === null) return [];
  if ("zh" in value && "en" in value) return [{ path, zh: String(value.zh), en: String(value.en) }];
  return Object.entries(value).flatMap(([key, inner]) => pairsOf(inner, `${path}.${key}`));
}

const all = pairsOf(
  {
    catalogue,
    notices,
    people,
    ratings,
    requests,
    timeline,
    ERROR_SENTENCES,
    CONNECTION_SENTENCES,
    FIELD_PROBLEM_SENTENCES,
  },
  "labels",
);

describe("labels", () => {
  it("has words in both languages everywhere, with the same places to fill", () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const pair of all) {
      expect([pair.path, pair.zh.trim() !== "", pair.en.trim() !== ""]).toEqual([pair.path, true, true]);
      expect([pair.path, places(pair.zh)]).toEqual([pair.path, places(pair.en)]);
    }
    expect(all.length).toBeGreaterThan(200);
  });

  it("keeps the copy rules: no exclamation marks, a space between Chinese and digits", () => {
    const wrong = all.filter(
      ({ zh }) => /[!！]|请知悉/.test(zh) || /[一-鿿]\d|\d(?![\d.:月日年])[一-鿿]/.test(zh),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("says for every error what happened and what to do", () => {
    for (const code of Object.keys(ERRORS)) {
      const sentence = ERROR_SENTENCES[code as keyof typeof ERRORS];
      expect([code, sentence.zh.endsWith("。"), sentence.en.endsWith(".")]).toEqual([code, true, true]);
    }
  });

  it("has a label for every tag that a rater can choose", () => {
    const tags = Object.values(RATING_TAGS).flat();
    expect(tags.filter((tag) => ratings.RATING_TAG_LABELS[tag] === undefined)).toEqual([]);
  });

  it("writes amounts as people read them", () => {
    expect(catalogue.feeLabel(0).zh).toBe("免费");
    expect(catalogue.feeLabel(2500).zh).toBe("¥25");
    expect(catalogue.feeLabel(2550).en).toBe("¥25.50");
  });

  it("fills places and leaves none behind", () => {
    expect(fill("{who}一次告知缺 {count} 份材料", { who: "市教委何俊", count: 3 })).toBe(
      "市教委何俊一次告知缺 3 份材料",
    );
    expect(fill("已转给{office}", {})).toBe("已转给");
  });
});
