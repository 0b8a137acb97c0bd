import type { Act, Plan } from "./acts";

const taken: readonly Act[] = [
  { after: 0, do: "accept" },
  { after: 0, do: "dispatch" },
  { after: 1, do: "sign" },
];

type Told = Pick<Plan, "talent" | "item" | "workingDaysAgo" | "acts"> & Partial<Plan>;

const plan = (told: Told): Plan => ({
  key: `${told.talent} ${told.item} ${told.workingDaysAgo}`,
  submitted: true,
  ...told,
});

/** Cases in which more than one desk has something to do: each persona of the staff finds work of every kind. */
export const CASE_WORK_PLANS: readonly Plan[] = [
  plan({
    talent: "talent-c",
    item: "employment",
    workingDaysAgo: 12,
    beneficiary: "spouse",
    post: "city-hr-title",
    acts: [...taken, { after: 4, do: "progress" }, { after: 5, do: "askExtension", days: 5 }],
  }),
  plan({
    talent: "talent-c",
    item: "title-review",
    workingDaysAgo: 6,
    post: "city-hr-title",
    acts: [...taken, { after: 3, do: "consult", post: "city-education-school" }],
  }),
  plan({
    talent: "talent-d",
    item: "medical",
    workingDaysAgo: 4,
    beneficiary: "self",
    post: "city-health-care",
    acts: [...taken, { after: 2, do: "urge" }],
  }),
  plan({
    talent: "talent-d",
    item: "exit-entry",
    workingDaysAgo: 9,
    beneficiary: "self",
    post: "city-police-household",
    acts: [
      ...taken,
      { after: 4, do: "askExtension", days: 6 },
      { after: 1, do: "approveExtension" },
      { after: 2, do: "progress" },
    ],
  }),
  plan({
    talent: "talent-b2",
    item: "exit-entry",
    workingDaysAgo: 14,
    beneficiary: "self",
    post: "city-police-household",
    acts: [
      ...taken,
      { after: 6, do: "urge" },
      { after: 1, do: "answerUrge", promiseDays: 3 },
      { after: 4, do: "supervise" },
    ],
  }),
  plan({
    talent: "talent-a",
    item: "employment",
    workingDaysAgo: 7,
    beneficiary: "spouse",
    post: "city-hr-title",
    acts: [
      { after: 0, do: "accept" },
      { after: 0, do: "dispatch" },
      { after: 0, do: "addSubtask", post: "city-education-school" },
      { after: 0, do: "addSubtask", post: "city-police-household" },
      { after: 1, do: "sign" },
      { after: 1, do: "signSubtask" },
      { after: 2, do: "answerSubtask" },
    ],
  }),
  plan({
    talent: "talent-e",
    item: "archives",
    workingDaysAgo: 1,
    onSite: true,
    acts: [{ after: 0, do: "accept" }],
  }),
];
