import { readFileSync, readdirSync } from "node:fs";
import { RULE_PROBLEM_SENTENCES } from "@talent/shared/labels/ruleProblems";

const FEATURES = "server/features";

const sources = readdirSync(FEATURES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`${FEATURES}/${name}`, "utf8"))
  .join("\n");

test.each(Object.keys(RULE_PROBLEM_SENTENCES))("%s is a problem that a feature names", (problem) => {
  expect(sources).toContain(`"${problem}"`);
});

test.each(Object.entries(RULE_PROBLEM_SENTENCES))(
  "%s is told in Chinese and in English",
  (_problem, { zh, en }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  },
);
