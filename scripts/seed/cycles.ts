import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import { workingDayFrom } from "@talent/shared/calendar/tellingTime";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { VERIFICATION_SOURCES, type VerificationResult } from "@talent/shared/domain/cycles";
import { AccountModel, type Account } from "../../server/features/accounts/index";
import { createCycleContext, CycleModel, type VerificationSources } from "../../server/features/cycles/index";
import { beginVerification, decideCycle } from "../../server/features/cycles/commands/deciding";
import { askLate, submitEvaluation } from "../../server/features/cycles/commands/evaluating";
import type { Moment } from "../../server/features/cycles/commands/perform";
import type { CycleDocument } from "../../server/features/cycles/document";
import { newCycle } from "../../server/features/cycles/opening";
import { startOfDay } from "../../server/features/cycles/rules";
import { movedByTime } from "../../server/features/cycles/sweep/timeChange";
import type { Reader } from "../../server/platform/auth/reader";
import type { TalentDocument } from "../../server/features/talents/index";
import { personaReader, quiet } from "./complaints";
import { CYCLE_PLANS, type CycleAct, type CyclePlan } from "./cyclePlans";
import { idOf } from "./ids";
import { readerOf } from "./lifeState";
import { createRandom, type Random } from "./random";
import { officeMoment } from "./times";

const EVIDENCE: Readonly<Record<VerificationResult, string>> = {
  pass: "示例：查到在本市正常参保，单位登记一致",
  fail: "示例：上月起在本市停缴",
  unknown: "示例：没有查到，请人工核对",
};

/** Sources that all say the same. */
function saying(result: VerificationResult): VerificationSources {
  return {
    ask: (_subject, at) =>
      Promise.resolve(
        VERIFICATION_SOURCES.map((source) => ({ source, result, evidence: EVIDENCE[result], at })),
      ),
  };
}

/** The cycle as time alone has it at this moment, each line of its history on its day; nobody is told any more. */
function asOf(cycle: CycleDocument, at: Date): CycleDocument {
  let present = cycle;
  while (present.nextStageAt !== undefined && present.nextStageAt <= at) {
    const moved = movedByTime(present, present.nextStageAt);
    if (moved === null) break;
    present = moved.cycle;
  }
  return present;
}

/** The specialist of the talent's district. */
async function specialistOf(cycleId: string): Promise<Reader> {
  const cycle = await CycleModel.findById(cycleId, { districtCode: 1 }).lean();
  const grants = { $elemMatch: { role: "districtSpecialist", districtCode: cycle?.districtCode } };
  const account = await AccountModel.findOne({ grants }).lean<Account>();
  if (account === null) throw new Error(`no specialist serves ${cycle?.districtCode ?? "nowhere"}`);
  return readerOf(account);
}

async function act(id: string, one: CycleAct, moment: Omit<Moment, "reader" | "context">): Promise<void> {
  const context = createCycleContext(quiet, {
    sources: saying(one.do === "verify" ? one.answers : "unknown"),
  });
  const by = async (persona: string): Promise<Moment> => ({
    ...moment,
    context,
    reader: await personaReader(persona),
  });
  const specialist = async (): Promise<Moment> => ({ ...moment, context, reader: await specialistOf(id) });
  if (one.do === "evaluate") {
    const { grade, stillFullTime, opinion } = one;
    const body = { grade, stillFullTime, opinion, attachmentIds: [] };
    await submitEvaluation(id, body, await by("employer-liaison"));
  } else if (one.do === "askLate") await askLate(id, { reason: one.reason }, await by("employer-liaison"));
  else if (one.do === "verify") await beginVerification(id, {}, await specialist());
  else {
    const { decision, reason } = one;
    await decideCycle(id, { decision, reason }, await specialist());
  }
}

/** When an act of so many days ago happened: on a working day if there was one since, after `last`, never after now. */
function momentOf(ago: number, random: Random, now: Date, last: Date): Date {
  const todayOn = dateInShanghai(now);
  const on = workingDayFrom(PUBLISHED_CALENDAR, addDays(todayOn, -ago));
  const wanted = officeMoment(on <= todayOn ? on : todayOn, random);
  const at = wanted > last ? wanted : new Date(last.getTime() + random.between(20, 90) * 60_000);
  return at < now ? at : now;
}

const LONG_AGO = new Date(0);

/** The moments of the acts on the cycle of a talent, in their order. */
function momentsOf({ talent, acts }: CyclePlan, now: Date): Date[] {
  const random = createRandom(`cycle ${talent}`);
  let last = LONG_AGO;
  return acts.map(({ ago }) => (last = momentOf(ago, random, now, last)));
}

/** The cycles of these talents, as time alone has them when somebody first acts; each record is told its cycle. */
export function openCycles(talents: readonly TalentDocument[], now: Date): CycleDocument[] {
  const plans = new Map(CYCLE_PLANS.map((plan) => [idOf(plan.talent).toHexString(), plan]));
  return talents.map((talent) => {
    const opened = newCycle(talent, talent.cycle, startOfDay(talent.cycle.startsOn));
    const plan = plans.get(opened.talentId);
    const [first = now] = plan === undefined ? [] : momentsOf(plan, now);
    talent.cycleId = opened._id.toHexString();
    return asOf(opened, first);
  });
}

/** Tells what people did on the cycles of the plans, through the product's own commands. */
export async function tellCycles(now: Date): Promise<void> {
  for (const plan of CYCLE_PLANS) {
    const cycle = await CycleModel.findOne({ talentId: idOf(plan.talent).toHexString() }, { _id: 1 }).lean();
    if (cycle === null) throw new Error(`no cycle of ${plan.talent}`);
    const moments = momentsOf(plan, now);
    for (const [index, one] of plan.acts.entries())
      await act(cycle._id.toHexString(), one, { now: moments[index] ?? now, commandKey: undefined });
  }
}
