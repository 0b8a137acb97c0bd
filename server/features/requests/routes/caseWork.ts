import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import type { Reader } from "../../../platform/auth/reader";
import type { Handlers } from "../../../platform/http/handler";
import { readPosts } from "../../posts/index";
import type { Moment, Step } from "../change";
import { changeItem } from "../commands/changeItem";
import { completionDoubts } from "../commands/completing";
import { entitledRequest } from "../commands/entitled";
import { approveExtension, askExtension, refuseExtension } from "../commands/extension";
import { createOnSite, takeIn } from "../commands/onSite";
import { addSubtasks, answerConsultation, answerSubtask, consult, signSubtask } from "../commands/sharedWork";
import { answerSupervision, answerUrge, closeSupervision, supervise, urge } from "../commands/urging";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { visibleRequest } from "../loading";
import { performAction } from "../performAction";
import { authorize } from "../policy";
import { answer } from "./presenting";

interface ActCall {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
  params: { id: string };
  body?: unknown;
}

type Act = (
  call: ActCall,
  action: RequestAction,
  plan: (request: RequestDocument, moment: Moment) => Step | Promise<Step>,
) => ReturnType<typeof answer>;

function actOf(context: RequestContext): Act {
  return async ({ reader, now, commandKey, params, body }, action, plan) => {
    const call = { reader, now, commandKey, requestId: params.id, action, input: body };
    const done = await performAction(context, call, (request) => plan(request, { context, reader, now }));
    return answer(context, done, { reader, now });
  };
}

type Time =
  | "requests.askExtension"
  | "requests.approveExtension"
  | "requests.refuseExtension"
  | "requests.urge"
  | "requests.answerUrge"
  | "requests.supervise"
  | "requests.answerSupervision"
  | "requests.closeSupervision";

/** More time, urging and supervision. */
export function createTimeHandlers(context: RequestContext): Handlers<Time> {
  const act = actOf(context);
  return {
    "requests.askExtension": (call) =>
      act(call, "askExtension", (_, { reader, now }) => askExtension(context.limits, reader, now, call.body)),
    "requests.approveExtension": (call) =>
      act(call, "approveExtension", (request, { reader, now }) => approveExtension(request, reader, now)),
    "requests.refuseExtension": (call) =>
      act(call, "refuseExtension", (request, { reader, now }) =>
        refuseExtension(request, reader, now, call.body.reason),
      ),
    "requests.urge": (call) => act(call, "urge", (request, { now }) => urge(request, now, call.body.note)),
    "requests.answerUrge": (call) =>
      act(call, "answerUrge", (request, moment) => answerUrge(request, moment, call.body)),
    "requests.supervise": (call) =>
      act(call, "supervise", (request, moment) => supervise(request, moment, call.body)),
    "requests.answerSupervision": (call) =>
      act(call, "answerSupervision", (request, moment) =>
        answerSupervision(request, moment, call.body.answer),
      ),
    "requests.closeSupervision": (call) =>
      act(call, "closeSupervision", (request, { now }) => closeSupervision(request, now, call.body.note)),
  };
}

type Shared =
  | "requests.consult"
  | "requests.answerConsultation"
  | "requests.addSubtasks"
  | "requests.signSubtask"
  | "requests.answerSubtask";

/** Work of other departments inside a case. */
export function createSharedWorkHandlers(context: RequestContext): Handlers<Shared> {
  const act = actOf(context);
  return {
    "requests.consult": (call) =>
      act(call, "consult", async (request, moment) =>
        consult(request, moment, call.body, (await readPosts()).post),
      ),
    "requests.answerConsultation": (call) =>
      act(call, "answerConsultation", (request, moment) => answerConsultation(request, moment, call.body)),
    "requests.addSubtasks": (call) =>
      act(call, "addSubtasks", async (request, moment) =>
        addSubtasks(request, moment, call.body.subtasks, (await readPosts()).post),
      ),
    "requests.signSubtask": (call) =>
      act(call, "signSubtask", (request, moment) => signSubtask(request, moment, call.body.subtaskId)),
    "requests.answerSubtask": (call) =>
      act(call, "answerSubtask", (request, moment) => answerSubtask(request, moment, call.body)),
  };
}

type Intake =
  "requests.createOnSite" | "requests.takeIn" | "requests.changeItem" | "requests.checkCompletion";

/** Intake at the window, the right item, and a look at answers before they are sent. */
export function createIntakeHandlers(context: RequestContext): Handlers<Intake> {
  const act = actOf(context);
  return {
    "requests.createOnSite": async ({ reader, body, now, commandKey }) =>
      answer(context, await createOnSite(context, body, { reader, now, commandKey }), { reader, now }),
    "requests.takeIn": async ({ reader, params, body, now, commandKey }) => {
      const call = { reader, now, commandKey };
      return answer(context, await takeIn(context, params.id, body, call), { reader, now });
    },
    "requests.changeItem": (call) =>
      act(call, "changeItem", async (request, { now }) => {
        const entitled = await entitledRequest(request.talentId, call.body.itemId, now);
        return changeItem(request, entitled, now, dateInShanghai(now), call.body.reason);
      }),
    "requests.checkCompletion": async ({ reader, params, body, now }) => {
      const request = await visibleRequest(reader, params.id);
      authorize(reader, "complete", request, now, context.limits);
      return { warnings: completionDoubts(request, body.answers) };
    },
  };
}
