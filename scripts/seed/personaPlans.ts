import type { Act, Plan } from "./acts";

const accept: Act = { after: 0, do: "accept" };
const dispatch: Act = { after: 0, do: "dispatch" };
const sign: Act = { after: 1, do: "sign" };
const taken: readonly Act[] = [accept, dispatch, sign];

function plan(
  talent: string,
  item: string,
  workingDaysAgo: number,
  acts: readonly Act[],
  more: Partial<Plan> = {},
): Plan {
  return {
    key: `${talent} ${item} ${workingDaysAgo}`,
    talent,
    item,
    workingDaysAgo,
    submitted: true,
    acts,
    ...more,
  };
}

/** Cases of the personas: each shows something that the product can do. */
export const PERSONA_PLANS: readonly Plan[] = [
  plan(
    "talent-b",
    "school",
    24,
    [
      ...taken,
      { after: 4, do: "progress" },
      { after: 6, do: "askSupplement", count: 2 },
      { after: 3, do: "answerSupplement" },
      { after: 2, do: "progress" },
    ],
    { beneficiary: "child", post: "city-education-school" },
  ),
  plan("talent-b", "employment", 7, [...taken, { after: 4, do: "askSupplement", count: 3 }], {
    beneficiary: "spouse",
    post: "city-hr-title",
  }),
  plan(
    "talent-b",
    "housing",
    20,
    [...taken, { after: 5, do: "progress" }, { after: 11, do: "complete", outcome: "mixed" }],
    { post: "city-housing-flat" },
  ),
  plan(
    "talent-b",
    "medical",
    60,
    [
      ...taken,
      { after: 2, do: "complete", outcome: "done" },
      { after: 1, do: "rate", level: "verySatisfied" },
    ],
    { beneficiary: "self", post: "city-health-care" },
  ),
  plan(
    "talent-b",
    "household",
    95,
    [...taken, { after: 3, do: "complete", outcome: "done" }, { after: 2, do: "rate", level: "satisfied" }],
    { beneficiary: "self", post: "city-police-household" },
  ),
  plan("talent-b2", "medical", 0, [], { beneficiary: "self" }),
  plan("talent-b2", "title-review", 3, [accept, dispatch], { post: "city-hr-title" }),
  plan("talent-b2", "finance", 30, [...taken, { after: 8, do: "complete", outcome: "done" }]),
  plan("talent-a", "exit-entry", 13, taken, { beneficiary: "self", post: "city-police-household" }),
  plan("talent-a", "title-review", 2, [accept], {}),
  plan(
    "talent-a",
    "checkup",
    48,
    [
      ...taken,
      { after: 5, do: "complete", outcome: "done" },
      { after: 1, do: "rate", level: "basicallySatisfied" },
    ],
    { beneficiary: "self", post: "city-health-care" },
  ),
  plan("talent-c", "medical", 5, taken, { beneficiary: "self", post: "city-health-care" }),
  plan(
    "talent-c",
    "school",
    14,
    [...taken, { after: 5, do: "complete", outcome: "mixed" }, { after: 4, do: "reopen" }],
    { beneficiary: "child", post: "city-education-school" },
  ),
  plan("talent-c", "insurance", 22, [{ after: 0, do: "outOfScope" }], { beneficiary: "self" }),
  plan("talent-d", "venture", 1, [], { submitted: false }),
  plan("talent-d", "household", 12, [...taken, { after: 3, do: "complete", outcome: "done" }], {
    beneficiary: "self",
    post: "city-police-household",
  }),
  plan(
    "talent-d",
    "employment",
    33,
    [
      ...taken,
      { after: 15, do: "complete", outcome: "mixed" },
      { after: 1, do: "rate", level: "dissatisfied" },
    ],
    { beneficiary: "spouse", post: "city-hr-title" },
  ),
  plan("talent-e", "school", 26, taken, { beneficiary: "child", post: "yubei-education-school" }),
  plan("talent-e", "company", 1, [accept, dispatch]),
  plan(
    "talent-e",
    "insurance",
    40,
    [
      ...taken,
      { after: 2, do: "complete", outcome: "done" },
      { after: 3, do: "rate", level: "verySatisfied" },
    ],
    { beneficiary: "self" },
  ),
];
