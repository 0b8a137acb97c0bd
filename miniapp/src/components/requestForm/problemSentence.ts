import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import type { Words } from "../../i18n/useWords";
import type { Problem } from "./formState";
import type { formTexts } from "./formTexts";

/** What has to be mended, in words. */
export function problemSentence(
  problem: Problem,
  item: ItemDetail,
  words: Words,
  t: (typeof formTexts)["zh-CN"],
): string {
  if (problem.kind === "field") {
    const field = item.fields.find(({ key }) => key === problem.key);
    return t.problem.field(field === undefined ? "" : words.say(field.label));
  }
  if (problem.kind === "material") {
    const material = item.materials.find(({ key }) => key === problem.key);
    return t.problem.material(material === undefined ? "" : words.say(material.name));
  }
  return t.problem[problem.kind];
}
