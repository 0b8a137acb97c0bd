import { badValue } from "../errors";
import { getField, isDoc, isTruthy, toNumber } from "../bson/value";
import type { Value } from "../bson/value";

const SENSITIVITY: Readonly<Record<number, "base" | "accent" | "variant">> = {
  1: "base",
  2: "accent",
  3: "variant",
  4: "variant",
  5: "variant",
};

/**
 * The string order that a collation document asks for; undefined for byte order ("simple").
 * @throws MongoError 2 for an unknown locale
 */
export function collatorOf(collation: Value): Intl.Collator | undefined {
  if (!isDoc(collation)) return undefined;
  const locale = getField(collation, "locale");
  if (typeof locale !== "string") throw badValue('Missing expected field "locale"');
  if (locale === "simple") return undefined;
  const strength = getField(collation, "strength");
  const level = strength === undefined ? 3 : toNumber(strength);
  const caseFirst = getField(collation, "caseFirst");
  try {
    return new Intl.Collator(locale.replaceAll("_", "-"), {
      sensitivity: level === 1 && isTruthy(getField(collation, "caseLevel")) ? "case" : SENSITIVITY[level],
      numeric: isTruthy(getField(collation, "numericOrdering")),
      caseFirst: caseFirst === "upper" || caseFirst === "lower" ? caseFirst : "false",
      ignorePunctuation: getField(collation, "alternate") === "shifted",
    });
  } catch {
    throw badValue(`Field 'locale' is invalid in: { locale: "${locale}" }`);
  }
}
