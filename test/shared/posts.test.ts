import { PUBLISHED_CALENDAR } from "../../shared/calendar/workingDays";
import {
  applicableRules,
  dutyDay,
  nextDutyChange,
  onDuty,
  specificity,
  type AbsenceFacts,
  type DutyFacts,
  type PostLetter,
  type RoutingFacts,
  type RuleConditions,
} from "../../shared/domain/posts";

const away = (
  letter: PostLetter,
  fromOn: string,
  toOn: string,
  state: AbsenceFacts["state"] = "registered",
): AbsenceFacts => ({ letter, fromOn, toOn, state });

function post(...absences: AbsenceFacts[]): DutyFacts<{ letter: PostLetter }> {
  return { status: "active", holders: [{ letter: "B" }, { letter: "A" }], absences };
}
const duty = (facts: DutyFacts<{ letter: PostLetter }>, on: string) =>
  onDuty(facts, on, PUBLISHED_CALENDAR)?.letter;

// 2026-11-23 is a Monday; 2026-10-01 to 07 are days off, 2026-10-10 is a Saturday that is worked.
describe("who is on duty", () => {
  test.each<[string, DutyFacts<{ letter: PostLetter }>, string, PostLetter | undefined]>([
    ["A, while both are there", post(), "2026-11-24", "A"],
    ["A on the day before the absence", post(away("A", "2026-11-24", "2026-11-26")), "2026-11-23", "A"],
    ["B on the first day", post(away("A", "2026-11-24", "2026-11-26")), "2026-11-24", "B"],
    ["B on the last day", post(away("A", "2026-11-24", "2026-11-26")), "2026-11-26", "B"],
    ["A again on the day after", post(away("A", "2026-11-24", "2026-11-26")), "2026-11-27", "A"],
    ["B over the weekend after a Friday", post(away("A", "2026-11-27", "2026-11-27")), "2026-11-29", "B"],
    ["A on the Monday after it", post(away("A", "2026-11-27", "2026-11-27")), "2026-11-30", "A"],
    ["A over a weekend that alone is free", post(away("A", "2026-11-28", "2026-11-29")), "2026-11-28", "A"],
    ["B on a Saturday that is worked", post(away("A", "2026-10-10", "2026-10-10")), "2026-10-10", "B"],
    ["B through the national holiday", post(away("A", "2026-09-30", "2026-09-30")), "2026-10-05", "B"],
    [
      "A, when the absence was called off",
      post(away("A", "2026-11-24", "2026-11-26", "cancelled")),
      "2026-11-25",
      "A",
    ],
    ["A, while B is away", post(away("B", "2026-11-24", "2026-11-26")), "2026-11-25", "A"],
    [
      "nobody, while both are away",
      post(away("A", "2026-11-24", "2026-11-24"), away("B", "2026-11-24", "2026-11-24")),
      "2026-11-24",
      undefined,
    ],
    ["nobody, at a post without holders", { ...post(), holders: [] }, "2026-11-24", undefined],
    ["nobody, at a closed post", { ...post(), status: "closed" }, "2026-11-24", undefined],
  ])("%s", (_, facts, on, expected) => {
    expect(duty(facts, on)).toBe(expected);
  });

  test("a rest day belongs to the working day before it", () => {
    expect(dutyDay("2026-11-29", PUBLISHED_CALENDAR)).toBe("2026-11-27");
    expect(dutyDay("2026-10-05", PUBLISHED_CALENDAR)).toBe("2026-09-30");
    expect(dutyDay("2026-10-10", PUBLISHED_CALENDAR)).toBe("2026-10-10");
  });

  test("the next change is the first day whose duty differs, rest days left out", () => {
    const facts = post(away("A", "2026-11-27", "2026-12-01"));
    const next = (on: string) => nextDutyChange(facts, on, PUBLISHED_CALENDAR);
    expect([next("2026-11-24"), next("2026-11-27"), next("2026-12-02")]).toEqual([
      "2026-11-27",
      "2026-12-02",
      undefined,
    ]);
    expect(
      nextDutyChange(post(away("A", "2026-11-27", "2026-11-27")), "2026-11-27", PUBLISHED_CALENDAR),
    ).toBe("2026-11-30");
  });

  test("every day between two changes has the same duty", () => {
    const facts = post(away("A", "2026-11-25", "2026-11-27"), away("A", "2026-12-07", "2026-12-08"));
    const changes: string[] = [];
    for (let on: string | undefined = "2026-11-20"; on !== undefined;) {
      on = nextDutyChange(facts, on, PUBLISHED_CALENDAR);
      if (on !== undefined) changes.push(`${on} ${duty(facts, on)}`);
    }
    expect(changes).toEqual(["2026-11-25 B", "2026-11-30 A", "2026-12-07 B", "2026-12-09 A"]);
  });
});

describe("routing rules", () => {
  const ON = "2026-11-24";
  const request: RoutingFacts = {
    category: "B",
    itemCode: "school",
    districtCode: "500112",
    levels: ["municipal", "district"],
  };
  const rule = (changes: Partial<RuleConditions> = {}): RuleConditions => ({
    categories: [],
    priority: 0,
    activeFromOn: "2026-01-01",
    ...changes,
  });
  const applies = (changes: Partial<RuleConditions>, facts = request) =>
    applicableRules([rule(changes)], facts, ON).length === 1;

  test.each<[string, Partial<RuleConditions>, boolean]>([
    ["one that asks nothing", {}, true],
    ["one for the item", { itemCode: "school" }, true],
    ["one for another item", { itemCode: "medical" }, false],
    ["one for the district", { districtCode: "500112" }, true],
    ["one for another district", { districtCode: "500103" }, false],
    ["one for some categories", { categories: ["A", "B"] }, true],
    ["one for other categories", { categories: ["E", "F"] }, false],
    ["one for a level that may take it", { level: "municipal" }, true],
    ["one that begins today", { activeFromOn: ON }, true],
    ["one that begins tomorrow", { activeFromOn: "2026-11-25" }, false],
    ["one that ends today", { activeToOn: ON }, true],
    ["one that ended yesterday", { activeToOn: "2026-11-23" }, false],
  ])("%s", (_, changes, expected) => {
    expect(applies(changes)).toBe(expected);
  });

  test("a municipal rule takes no request that only districts serve", () => {
    expect(applies({ level: "municipal" }, { ...request, category: "E", levels: ["district"] })).toBe(false);
  });

  test("the most specific wins: item, then district, then categories, then level", () => {
    const inOrder: RuleConditions[] = [
      rule({ itemCode: "school", districtCode: "500112", categories: ["B"], level: "district" }),
      rule({ itemCode: "school", districtCode: "500112" }),
      rule({ itemCode: "school", categories: ["B"] }),
      rule({ itemCode: "school", categories: ["A", "B", "C"] }),
      rule({ itemCode: "school" }),
      rule({ districtCode: "500112", categories: ["B"], level: "district" }),
      rule({ districtCode: "500112" }),
      rule({ categories: ["B"] }),
      rule({ level: "district" }),
      rule(),
    ];
    const ranks = inOrder.map(specificity);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(new Set(ranks).size).toBe(ranks.length);
    expect(applicableRules([...inOrder].reverse(), request, ON)).toEqual(inOrder);
  });

  test("of equally specific rules the higher priority wins, then the newer", () => {
    const old = rule({ itemCode: "school" });
    const newer = rule({ itemCode: "school", activeFromOn: "2026-11-01" });
    const preferred = rule({ itemCode: "school", priority: 5 });
    expect(applicableRules([old, newer, preferred], request, ON)).toEqual([preferred, newer, old]);
  });
});
