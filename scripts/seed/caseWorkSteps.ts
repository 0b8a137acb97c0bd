import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { Reader } from "../../server/platform/auth/reader";
import { approveExtension, askExtension } from "../../server/features/requests/commands/extension";
import {
  addSubtasks,
  answerConsultation,
  answerSubtask,
  consult,
  signSubtask,
} from "../../server/features/requests/commands/sharedWork";
import { answerUrge, supervise, urge } from "../../server/features/requests/commands/urging";
import type { PostDocument } from "../../server/features/posts/index";
import { openOf } from "../../server/features/requests/rules/caseWork";
import type { Act } from "./acts";
import { holderOf, momentOf, readerOf, type Life } from "./lifeState";
import type { ActorStep } from "./steps";
import { CASE_WORK_WORDS } from "./words";
import { staffById } from "./world";

/** An act beside the straight line from acceptance to completion. */
export type CaseWorkAct = Extract<
  Act,
  {
    do:
      | "askExtension"
      | "approveExtension"
      | "urge"
      | "answerUrge"
      | "supervise"
      | "consult"
      | "answerConsultation"
      | "addSubtask"
      | "signSubtask"
      | "answerSubtask";
  }
>;
type ActOf<D extends CaseWorkAct["do"]> = Extract<CaseWorkAct, { do: D }>;
type Tellers = { [D in CaseWorkAct["do"]]: (life: Life, act: ActOf<D>, at: Date) => ActorStep };

function postOf(life: Life, code: string): PostDocument {
  const post = life.world.postByCode.get(code);
  if (post === undefined) throw new Error(`no post ${code}`);
  return post;
}

const byId = (life: Life) => (id: string) => life.world.posts.find(({ _id }) => _id.toHexString() === id);

/** The person at the post that has this part of the case. */
function partHolder(life: Life, part: { holder: { accountId: string } } | undefined): Reader {
  if (part === undefined) throw new Error(`nothing is open in ${life.plan.key}`);
  return readerOf(staffById(life.world, part.holder.accountId));
}

const TELLERS: Tellers = {
  askExtension(life, { days }, at) {
    const reader = holderOf(life);
    const body = { workingDays: days, reason: CASE_WORK_WORDS.extension };
    return {
      action: "askExtension",
      reader,
      step: askExtension(life.world.context.limits, reader, at, body),
    };
  },
  approveExtension: ({ request, specialist }, _, at) => ({
    action: "approveExtension",
    reader: specialist,
    step: approveExtension(request, specialist, at),
  }),
  urge: ({ request, requester }, _, at) => ({
    action: "urge",
    reader: requester,
    step: urge(request, at, CASE_WORK_WORDS.urge),
  }),
  answerUrge(life, { promiseDays }, at) {
    const reader = holderOf(life);
    const body = { promisedOn: addDays(dateInShanghai(at), promiseDays), note: CASE_WORK_WORDS.promise };
    return {
      action: "answerUrge",
      reader,
      step: answerUrge(life.request, momentOf(life.world, reader, at), body),
    };
  },
  supervise({ request, specialist, world }, _, at) {
    const body = { note: CASE_WORK_WORDS.supervision };
    return {
      action: "supervise",
      reader: specialist,
      step: supervise(request, momentOf(world, specialist, at), body),
    };
  },
  consult(life, { post }, at) {
    const reader = holderOf(life);
    const body = { postId: postOf(life, post)._id.toHexString(), question: CASE_WORK_WORDS.question };
    return {
      action: "consult",
      reader,
      step: consult(life.request, momentOf(life.world, reader, at), body, byId(life)),
    };
  },
  answerConsultation(life, _, at) {
    const [open] = openOf(life.request.consultations);
    const reader = partHolder(life, open);
    const body = { consultationId: open?.id ?? "", answer: CASE_WORK_WORDS.opinion };
    return {
      action: "answerConsultation",
      reader,
      step: answerConsultation(life.request, momentOf(life.world, reader, at), body),
    };
  },
  addSubtask(life, { post }, at) {
    const { request, specialist, world } = life;
    const inputs = [{ postId: postOf(life, post)._id.toHexString(), task: CASE_WORK_WORDS.subtask }];
    return {
      action: "addSubtasks",
      reader: specialist,
      step: addSubtasks(request, momentOf(world, specialist, at), inputs, byId(life)),
    };
  },
  signSubtask(life, _, at) {
    const open = openOf(life.request.subtasks).find(({ signedAt }) => signedAt === undefined);
    const reader = partHolder(life, open);
    const moment = momentOf(life.world, reader, at);
    return { action: "signSubtask", reader, step: signSubtask(life.request, moment, open?.id ?? "") };
  },
  answerSubtask(life, _, at) {
    const open = openOf(life.request.subtasks).find(({ signedAt }) => signedAt !== undefined);
    const reader = partHolder(life, open);
    const body = { subtaskId: open?.id ?? "", answer: CASE_WORK_WORDS.subtaskResult };
    return {
      action: "answerSubtask",
      reader,
      step: answerSubtask(life.request, momentOf(life.world, reader, at), body),
    };
  },
};

/** Whether an act belongs to case work beside the straight line. */
export function isCaseWork(act: Act): act is CaseWorkAct {
  return act.do in TELLERS;
}

/** Who does an act of case work, and what it does, by the product's own commands. */
export function caseWorkStep(life: Life, act: CaseWorkAct, at: Date): ActorStep {
  const tell = TELLERS[act.do] as (life: Life, act: CaseWorkAct, at: Date) => ActorStep;
  return tell(life, act, at);
}
