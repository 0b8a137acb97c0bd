import { dateInShanghai } from "@talent/shared/calendar/dates";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { AccountModel, type Account } from "../../server/features/accounts/index";
import { createComplaint } from "../../server/features/complaints/commands/creating";
import {
  acceptComplaint,
  answerComplaint,
  assignComplaint,
  noteFindings,
} from "../../server/features/complaints/commands/handling";
import type { Moment } from "../../server/features/complaints/commands/perform";
import { respondToComplaint } from "../../server/features/complaints/commands/writing";
import { createComplaintContext } from "../../server/features/complaints/index";
import { RequestModel } from "../../server/features/requests/model";
import type { Reader } from "../../server/platform/auth/reader";
import type { Platform } from "../../server/platform/platform";
import { COMPLAINT_PLANS, type ComplaintAct, type ComplaintPlan } from "./complaintPlans";
import { readerOf } from "./lifeState";
import { wechatSide } from "./personas";
import { createRandom } from "./random";
import { nextMoment, officeMoment, workingDayBefore } from "./times";

/** What the commands need of the process while nobody is there to be asked or told. */
export const quiet = {
  calendar: { current: () => PUBLISHED_CALENDAR },
  outbox: { nudge: () => undefined },
  wechat: { checkText: () => Promise.resolve("pass") },
  log: { warn: () => undefined },
} as unknown as Platform;

export async function personaReader(persona: string): Promise<Reader> {
  const account = await AccountModel.findOne({ openid: wechatSide(persona).openid }).lean<Account>();
  if (account === null) throw new Error(`no account of ${persona}`);
  return readerOf(account);
}

async function requestOf(reader: Reader, itemCode: string | undefined): Promise<string | undefined> {
  if (itemCode === undefined) return undefined;
  const found = await RequestModel.findOne(
    { requesterAccountId: reader.accountId, "item.code": itemCode },
    { _id: 1 },
  ).lean();
  return found?._id.toHexString();
}

async function act(id: string, one: ComplaintAct, writer: Reader, moment: Omit<Moment, "reader">) {
  if (one.do === "respond") {
    const { satisfied, reason } = one;
    return respondToComplaint(id, { satisfied, reason }, { ...moment, reader: writer });
  }
  const by = { ...moment, reader: await personaReader(one.by) };
  if (one.do === "accept") return acceptComplaint(id, { answerDays: one.answerDays }, by);
  if (one.do === "note") return noteFindings(id, { note: one.note }, by);
  if (one.do === "answer") {
    const { result, text, measures } = one;
    return answerComplaint(id, { result, text, measures }, by);
  }
  const { accountId } = await personaReader(one.to);
  return assignComplaint(id, { investigatorId: accountId, note: one.note }, by);
}

async function tell(plan: ComplaintPlan, now: Date): Promise<void> {
  const context = createComplaintContext(quiet);
  const random = createRandom(`complaint ${plan.from} ${plan.text}`);
  const writer = await personaReader(plan.from);
  const begun = officeMoment(workingDayBefore(dateInShanghai(now), plan.workingDaysAgo), random);
  let at = begun < now ? begun : new Date(now.getTime() - random.between(10, 90) * 60_000);
  const { kind, text, about, item } = plan;
  const requestId = await requestOf(writer, item);
  const written = await createComplaint(
    { kind, text, about, requestId },
    { context, reader: writer, now: at, commandKey: undefined },
  );
  for (const one of plan.acts) {
    at = nextMoment(at, one.after, random, now);
    await act(written._id.toHexString(), one, writer, { context, now: at, commandKey: undefined });
  }
}

/** Tells the complaints through their own commands, once accounts and requests are there. @returns how many */
export async function tellComplaints(now: Date): Promise<number> {
  for (const plan of COMPLAINT_PLANS) await tell(plan, now);
  return COMPLAINT_PLANS.length;
}
