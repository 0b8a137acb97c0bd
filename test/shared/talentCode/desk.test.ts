import { answerAtDesk, deskOf, type Desk } from "@talent/shared/domain/talentCode/desk";
import { kitServes } from "@talent/shared/domain/talentCode/rules";
import { secondsLeft } from "@talent/shared/domain/talentCode/steps";
import type { Category, ServiceLevel } from "@talent/shared/domain/talents";

const TODAY = "2026-10-09";
const MUNICIPAL = deskOf([{ role: "municipalSpecialist" }]);
const YUBEI = deskOf([{ role: "districtSpecialist", districtCode: "500112" }]);
const YUZHONG = deskOf([{ role: "districtSpecialist", districtCode: "500103" }]);
const DEPARTMENT = deskOf([{ role: "departmentLiaison", departmentId: "d" }]);
const NOBODY = deskOf([{ role: "talent" }, { role: "auditor" }]);

const holder = (category: Category) => ({
  category,
  districtCode: "500112",
  cycleStartsOn: "2025-06-01",
  cycleEndsOn: "2028-05-31",
});
const item = (levels: ServiceLevel[]) => ({
  levels,
  categories: ["A", "B", "C", "D", "E", "F"] as const,
  effectiveFromOn: "2025-01-01",
});
const BOTH: ServiceLevel[] = ["municipal", "district"];

test.each<[string, Category, ServiceLevel[], Desk, string]>([
  ["B at the municipal desk", "B", BOTH, MUNICIPAL, "yes"],
  ["B in the own district", "B", BOTH, YUBEI, "yes"],
  ["B in another district", "B", BOTH, YUZHONG, "municipalOrOwnDistrict"],
  ["B for a municipal item in the own district", "B", ["municipal"], YUBEI, "municipalOrOwnDistrict"],
  ["B for a district item at the municipal desk", "B", ["district"], MUNICIPAL, "onlyOwnDistrict"],
  ["E at the municipal desk", "E", BOTH, MUNICIPAL, "onlyOwnDistrict"],
  ["E in the own district", "E", BOTH, YUBEI, "yes"],
  ["E in another district", "E", BOTH, YUZHONG, "onlyOwnDistrict"],
  ["E for a municipal item", "E", ["municipal"], YUBEI, "levelDoesNotServeCategory"],
  ["E at the desk of a department", "E", BOTH, DEPARTMENT, "yes"],
  ["B where nobody serves", "B", BOTH, NOBODY, "municipalOrOwnDistrict"],
])("%s", (_name, category, levels, desk, expected) => {
  const answer = answerAtDesk(holder(category), item(levels), desk, TODAY);
  expect(answer.entitled ? "yes" : answer.reason).toBe(expected);
});

test.each([
  ["2025-05-31", false],
  ["2025-06-01", true],
  ["2028-05-31", true],
  ["2028-06-01", false],
])("without an item the question is whether the cycle runs: %s", (on, runs) => {
  expect(answerAtDesk(holder("E"), undefined, MUNICIPAL, on).entitled).toBe(runs);
  expect(answerAtDesk(holder("E"), item(BOTH), YUBEI, on).entitled).toBe(runs);
});

test("a desk of two roles serves for both", () => {
  const desk = deskOf([
    { role: "municipalSpecialist" },
    { role: "districtSpecialist", districtCode: "500112" },
  ]);
  expect(desk).toEqual({ anyLevel: false, municipal: true, districtCodes: ["500112"] });
});

test("keys and list serve for 24 hours and not a moment longer", () => {
  const at = new Date("2026-10-09T00:00:00Z");
  const after = (ms: number) => kitServes(at, new Date(at.getTime() + ms));
  expect([after(0), after(86_400_000), after(86_400_001), after(-3_600_001)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("the seconds of a turn go from thirty to one", () => {
  const at = (ms: number) => secondsLeft(new Date(Date.parse("2026-10-09T00:00:00Z") + ms));
  expect([0, 1, 999, 1_000, 29_000, 29_999, 30_000].map(at)).toEqual([30, 30, 30, 29, 1, 1, 30]);
});
