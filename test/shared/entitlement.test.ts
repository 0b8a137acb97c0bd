import { entitlementFor, type Applicant, type ItemAudience } from "@talent/shared/domain/entitlement";
import { CATEGORIES, ageOn, categoriesServedBy } from "@talent/shared/domain/talents";

const item = (changes: Partial<ItemAudience> = {}): ItemAudience => ({
  categories: CATEGORIES,
  levels: ["municipal", "district"],
  effectiveFromOn: "2026-01-01",
  ...changes,
});
const talent = (changes: Partial<Applicant> = {}): Applicant => ({
  category: "B",
  cycleStartsOn: "2025-06-01",
  cycleEndsOn: "2028-05-31",
  ...changes,
});
const today = "2026-11-24";

test.each([
  ["a B talent may ask", talent(), item(), "entitled"],
  ["an E talent may ask where districts serve", talent({ category: "E" }), item(), "entitled"],
  [
    "an E talent asks a municipal item",
    talent({ category: "E" }),
    item({ levels: ["municipal"] }),
    "levelDoesNotServeCategory",
  ],
  [
    "a D talent may ask a municipal item",
    talent({ category: "D" }),
    item({ levels: ["municipal"] }),
    "entitled",
  ],
  ["the category is not included", talent(), item({ categories: ["A"] }), "categoryNotIncluded"],
  ["nobody is recognised", null, item(), "notRecognised"],
  ["the item begins tomorrow", talent(), item({ effectiveFromOn: "2026-11-25" }), "notYetEffective"],
  ["the item begins today", talent(), item({ effectiveFromOn: today }), "entitled"],
  ["the item ended yesterday", talent(), item({ effectiveToOn: "2026-11-23" }), "noLongerEffective"],
  ["the item ends today", talent(), item({ effectiveToOn: today }), "entitled"],
  ["the cycle ended yesterday", talent({ cycleEndsOn: "2026-11-23" }), item(), "cycleNotRunning"],
  ["the cycle ends today", talent({ cycleEndsOn: today }), item(), "entitled"],
  ["the cycle begins tomorrow", talent({ cycleStartsOn: "2026-11-25" }), item(), "cycleNotRunning"],
] as const)("%s", (_, applicant, audience, expected) => {
  const result = entitlementFor(applicant, audience, today);
  expect(result.entitled ? "entitled" : result.reason).toBe(expected);
});

test("municipal departments serve A to D, districts serve everybody (6.1.2)", () => {
  expect(categoriesServedBy("municipal")).toEqual(["A", "B", "C", "D"]);
  expect(categoriesServedBy("district")).toEqual([...CATEGORIES]);
});

test.each([
  ["2012-11-25", 13],
  ["2012-11-24", 14],
  ["2012-02-29", 14],
  ["2026-11-24", 0],
])("somebody born on %s is %i years old today", (bornOn, age) => {
  expect(ageOn(bornOn, today)).toBe(age);
});

test("somebody born on 29 February turns older on 1 March", () => {
  expect([ageOn("2012-02-29", "2026-02-28"), ageOn("2012-02-29", "2026-03-01")]).toEqual([13, 14]);
});
