import { chooseRoute } from "../../../server/features/posts/routing/rules";
import type { RuleConditions } from "../../../shared/domain/posts";
import type { CaseFacts } from "../../../server/features/posts/rules";

const ON = "2026-11-24";
const post = (id: string, changes: object = {}) => ({
  _id: { toHexString: () => id },
  status: "active" as const,
  isDefault: false,
  level: "district" as const,
  districtCode: "500112",
  itemCodes: [] as string[],
  ...changes,
});
const MUNICIPAL = post("municipal", { level: "municipal", districtCode: undefined, itemCodes: ["school"] });
const DISTRICT = post("district", { itemCodes: ["school"] });
const CENTRE = post("centre", { isDefault: true });
const FOREIGN = post("foreign", { districtCode: "500103", itemCodes: ["school"], isDefault: true });
const POSTS = [CENTRE, MUNICIPAL, DISTRICT, FOREIGN];

const request = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
  category: "B",
  itemCode: "school",
  districtCode: "500112",
  levels: ["municipal", "district"],
  ...changes,
});
const rule = (postId: string, changes: Partial<RuleConditions> = {}) => ({
  postId,
  categories: [],
  priority: 0,
  activeFromOn: "2026-01-01",
  ...changes,
});
function routed(facts: CaseFacts, rules: ReturnType<typeof rule>[], posts = POSTS): string {
  const route = chooseRoute(facts, rules, posts, ON);
  return route === undefined ? "none" : `${route.post._id.toHexString()} ${route.reason}`;
}

test.each<[string, string, CaseFacts, ReturnType<typeof rule>[]]>([
  ["the rule that applies", "municipal rule", request(), [rule("municipal", { itemCode: "school" })]],
  [
    "the most specific of two",
    "municipal rule",
    request(),
    [rule("district", { districtCode: "500112" }), rule("municipal", { itemCode: "school" })],
  ],
  [
    "the next rule, where the post of the first does not serve the category",
    "district rule",
    request({ category: "E" }),
    [rule("municipal", { itemCode: "school" }), rule("district")],
  ],
  ["no rule's post in another district", "district handlesItem", request(), [rule("foreign")]],
  ["the post that handles the item, without a rule", "district handlesItem", request(), []],
  ["the default post, where nobody handles the item", "centre default", request({ itemCode: "medical" }), []],
  [
    "a rule that has ended is none",
    "district handlesItem",
    request(),
    [rule("municipal", { activeToOn: "2026-11-23" })],
  ],
])("a request goes to %s", (_, expected, facts, rules) => {
  expect(routed(facts, rules)).toBe(expected);
});

test("a closed post takes nothing", () => {
  const posts = [
    { ...MUNICIPAL, status: "closed" as const },
    { ...DISTRICT, status: "closed" as const },
  ];
  expect(routed(request(), [rule("municipal")], posts as never)).toBe("none");
});
