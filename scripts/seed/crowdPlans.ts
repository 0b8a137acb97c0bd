import { dateInShanghai } from "@talent/shared/calendar/dates";
import { entitlementFor } from "@talent/shared/domain/entitlement";
import { RATING_LEVELS, type RatingLevel } from "@talent/shared/domain/ratings";
import type { ItemDocument, ItemVersion } from "../../server/features/catalogue/index";
import { versionOn } from "../../server/features/catalogue/index";
import type { Act, Plan } from "./acts";
import type { Person } from "./people";
import { createRandom, type Random } from "./random";
import { workingDayBefore } from "./times";

interface Shape {
  /** How many requests of this shape there are. */
  count: number;
  /** Working days since the submission, by the item's limit. */
  age(limit: number, random: Random): number;
  acts(limit: number, random: Random): Act[];
  draft?: true;
}

const accept: Act = { after: 0, do: "accept" };
const dispatch: Act = { after: 0, do: "dispatch" };
const part = (limit: number, low: number, high: number, random: Random) =>
  Math.max(1, Math.round(limit * (low + (high - low) * random.share())));
const taken = (_limit: number, random: Random): Act[] => [
  accept,
  dispatch,
  { after: random.between(0, 1), do: "sign" },
];

const LEVEL_SHARES: readonly [RatingLevel, number][] = [
  ["verySatisfied", 0.68],
  ["satisfied", 0.24],
  ["basicallySatisfied", 0.04],
  ["dissatisfied", 0.03],
];

function levelOf(random: Random): RatingLevel {
  let left = random.share();
  for (const [level, share] of LEVEL_SHARES) {
    if (left < share) return level;
    left -= share;
  }
  return RATING_LEVELS[RATING_LEVELS.length - 1] ?? "veryDissatisfied";
}

function finished(limit: number, random: Random): Act[] {
  const late = random.chance(0.04);
  const days = late ? limit + random.between(1, 3) : part(limit, 0.4, 0.9, random);
  const asked: Act[] =
    limit >= 10 && random.chance(0.25)
      ? [
          { after: 2, do: "askSupplement", count: random.between(1, 2) },
          { after: random.between(1, 4), do: "answerSupplement" },
        ]
      : [];
  const used = asked.length > 0 ? 2 : 0;
  const rating: Act[] = random.chance(0.6)
    ? [{ after: random.between(0, 4), do: "rate", level: levelOf(random) }]
    : [];
  return [
    ...taken(limit, random),
    ...asked,
    { after: Math.max(1, days - used - 1), do: "complete", outcome: random.chance(0.9) ? "done" : "mixed" },
    ...rating,
  ];
}

/** The mix of the board on an ordinary day. */
const SHAPES: readonly Shape[] = [
  { count: 8, draft: true, age: (_limit, random) => random.between(0, 20), acts: () => [] },
  { count: 12, age: (_limit, random) => random.between(0, 1), acts: () => [] },
  { count: 2, age: () => 3, acts: () => [] },
  { count: 12, age: (_limit, random) => random.between(1, 3), acts: () => [accept] },
  { count: 12, age: (_limit, random) => random.between(1, 2), acts: () => [accept, dispatch] },
  { count: 41, age: (limit, random) => part(limit, 0.25, 0.65, random), acts: taken },
  {
    count: 10,
    age: (limit, random) => part(limit, 0.25, 0.6, random) + 2,
    acts: (limit, random) => [...taken(limit, random), { after: 1, do: "progress" }],
  },
  { count: 9, age: (limit) => Math.max(limit - 1, 1), acts: taken },
  { count: 4, age: (limit) => limit, acts: taken },
  { count: 7, age: (limit, random) => limit + random.between(1, 4), acts: taken },
  {
    count: 12,
    age: (limit, random) => part(limit, 0.4, 0.8, random) + 2,
    acts: (limit, random) => [
      ...taken(limit, random),
      { after: 1, do: "askSupplement", count: random.between(1, 3) },
    ],
  },
  { count: 3, age: () => 2, acts: () => [{ after: 1, do: "askSupplement", count: 1 }] },
  { count: 100, age: (limit, random) => limit + 8 + random.between(0, 200), acts: finished },
  {
    count: 14,
    age: (limit, random) => Math.ceil(limit * 0.7) + random.between(2, 6),
    acts: (limit, random) => [
      ...taken(limit, random),
      { after: part(limit, 0.4, 0.6, random), do: "complete", outcome: "done" },
    ],
  },
  {
    count: 3,
    age: (limit) => Math.ceil(limit * 0.6) + 8,
    acts: (limit, random) => [
      ...taken(limit, random),
      { after: part(limit, 0.4, 0.6, random), do: "complete", outcome: "mixed" },
      { after: 2, do: "reopen" },
    ],
  },
  {
    count: 3,
    age: () => 6,
    acts: (limit, random) => [...taken(limit, random), { after: 1, do: "return" }],
  },
  { count: 7, age: (_limit, random) => random.between(4, 150), acts: () => [{ after: 1, do: "reject" }] },
  { count: 6, age: (_limit, random) => random.between(4, 150), acts: () => [{ after: 0, do: "outOfScope" }] },
  {
    count: 8,
    age: (_limit, random) => random.between(6, 150),
    acts: (limit, random) => [...taken(limit, random), { after: 2, do: "withdraw" }],
  },
];

interface Chosen {
  person: Person;
  item: ItemDocument;
  version: ItemVersion;
  begunOn: string;
}

/** Somebody and something they were entitled to on the day of the submission. */
function choose(
  people: readonly Person[],
  items: readonly ItemDocument[],
  shape: Shape,
  todayOn: string,
  random: Random,
): Chosen & { age: number } {
  for (;;) {
    const person = random.pick(people);
    const item = random.pick(items);
    const newest = versionOn(item.versions, todayOn);
    const age = shape.age(newest.limitDays, random);
    const begunOn = workingDayBefore(todayOn, age);
    const version = versionOn(item.versions, begunOn);
    const { category, cycle } = person.plain;
    const applicant = { category, cycleStartsOn: cycle.startsOn, cycleEndsOn: cycle.endsOn };
    if (entitlementFor(applicant, version, begunOn).entitled) return { person, item, version, begunOn, age };
  }
}

/** Requests of people whom nobody can be, so that boards and lists look like an ordinary day. */
export function crowdPlans(people: readonly Person[], items: readonly ItemDocument[], now: Date): Plan[] {
  const todayOn = dateInShanghai(now);
  const random = createRandom("crowd plans");
  const crowd = people.filter(({ key }) => key.startsWith("crowd-"));
  return SHAPES.flatMap((shape, kind) =>
    Array.from({ length: shape.count }, (_none, index): Plan => {
      const { person, item, version, age } = choose(crowd, items, shape, todayOn, random);
      return {
        key: `shape ${kind} ${index}`,
        talent: person.key,
        item: item.code,
        workingDaysAgo: age,
        submitted: shape.draft !== true,
        acts: shape.acts(version.limitDays, random),
      };
    }),
  );
}
