import { dateInShanghai } from "@talent/shared/calendar/dates";
import { caseNumber } from "../../server/features/requests/numbers";
import type { RequestDocument } from "../../server/features/requests/document";
import type { Plan } from "./acts";
import { tell } from "./life";
import { createRandom } from "./random";
import { officeMoment, workingDayBefore } from "./times";
import type { World } from "./world";

/** First running number of a year, so that the numbers look like those of an office that has worked for a while. */
const FIRST_NUMBER = 4_187;
/** Messages older than this are history that nobody is told again. */
const TOLD_DAYS = 30;
const DAY_MS = 86_400_000;

/** When a request was begun: in office hours of its day, or some minutes ago today. */
function beginning(plan: Plan, now: Date): Date {
  const random = createRandom(`begin ${plan.key}`);
  const at = officeMoment(workingDayBefore(dateInShanghai(now), plan.workingDaysAgo), random);
  return at < now ? at : new Date(now.getTime() - random.between(3, 180) * 60_000);
}

/** The messages that the product would still have to send: personas' own, and staff's about what waits for them now. */
function stillToTell(
  request: RequestDocument,
  talentPersonas: ReadonlySet<string>,
  staffPersonas: ReadonlySet<string>,
  now: Date,
) {
  const lastEvent = request.timeline.at(-1)?.id;
  return request.outbox.filter(({ recipientId, occasion, at }) => {
    const recent = now.getTime() - at.getTime() < TOLD_DAYS * DAY_MS;
    if (talentPersonas.has(recipientId)) return recent;
    return staffPersonas.has(recipientId) && recent && occasion === lastEvent;
  });
}

interface Personas {
  /** Account ids. */
  talents: ReadonlySet<string>;
  staff: ReadonlySet<string>;
}

/** Every planned request, numbered in the order of their beginning, and the last number of each year. */
export async function requestDocuments(
  world: World,
  plans: readonly Plan[],
  personas: Personas,
): Promise<{ requests: RequestDocument[]; lastNumbers: Map<string, number> }> {
  const begun = plans
    .map((plan) => ({ plan, at: beginning(plan, world.now) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const lastNumbers = new Map<string, number>();
  const requests: RequestDocument[] = [];
  for (const { plan, at } of begun) {
    const year = dateInShanghai(at).slice(2, 4);
    const running = (lastNumbers.get(year) ?? FIRST_NUMBER) + 1;
    lastNumbers.set(year, running);
    const request = await tell(world, plan, caseNumber(year, running), at);
    const outbox = stillToTell(request, personas.talents, personas.staff, world.now);
    requests.push({ ...request, outbox, ...(outbox.length > 0 ? { outboxPending: true } : {}) });
  }
  return { requests, lastNumbers };
}
