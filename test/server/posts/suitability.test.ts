import { mayTake, suitability, suitablePosts, SUGGESTED_FROM } from "../../../server/features/posts/rules";
import type { CaseFacts, PostFacts } from "../../../server/features/posts/rules";

const request = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
  category: "B",
  districtCode: "500112",
  itemCode: "school",
  levels: ["municipal", "district"],
  ...changes,
});
const post = (name: string, changes: Partial<PostFacts> = {}) => ({
  name,
  level: "district" as const,
  districtCode: "500112",
  itemCodes: ["school"],
  ...changes,
});

test.each([
  ["a post of the talent's district", post("a"), request(), true],
  ["a post of another district", post("a", { districtCode: "500103" }), request(), false],
  ["a municipal post for B", post("a", { level: "municipal", districtCode: undefined }), request(), true],
  [
    "a municipal post for E",
    post("a", { level: "municipal", districtCode: undefined }),
    request({ category: "E" }),
    false,
  ],
  ["a district post for E", post("a"), request({ category: "E" }), true],
])("%s", (_, candidate, facts, expected) => {
  expect(mayTake(candidate, facts)).toBe(expected);
});

test("the item decides first, then the level that serves it, then the own district", () => {
  const posts = [
    post("general", { itemCodes: [] }),
    post("municipal", { level: "municipal", districtCode: undefined }),
    post("elsewhere", { districtCode: "500103" }),
    post("best"),
  ];
  expect(suitablePosts(posts, request()).map(({ name }) => name)).toEqual(["best", "municipal", "general"]);
  const municipalItem = request({ levels: ["municipal"] });
  expect(suitablePosts(posts, municipalItem).map(({ name }) => name)).toEqual([
    "municipal",
    "best",
    "general",
  ]);
});

test("of two that suit alike the one for fewer items comes first", () => {
  const posts = [post("everything", { itemCodes: ["medical", "school", "housing"] }), post("schools")];
  expect(suitablePosts(posts, request()).map(({ name }) => name)).toEqual(["schools", "everything"]);
});

test("only a post that handles the item at a level that serves it is suggested", () => {
  expect(suitability(post("best"), request())).toBeGreaterThanOrEqual(SUGGESTED_FROM);
  expect(suitability(post("general", { itemCodes: [] }), request())).toBeLessThan(SUGGESTED_FROM);
  expect(suitability(post("wrong level"), request({ levels: ["municipal"] }))).toBeLessThan(SUGGESTED_FROM);
});
