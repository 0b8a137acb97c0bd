import type { Handlers } from "../../../platform/http/handler";
import { createRequest } from "../commands/createRequest";
import { discardDraft, saveDraft } from "../commands/drafts";
import { addMaterial, removeMaterial } from "../commands/materials";
import { rate, reopen, withdraw } from "../commands/requesterActions";
import { submitDraft } from "../commands/submitDraft";
import { answerSupplement } from "../commands/supplementing";
import type { RequestContext } from "../context";
import { presentHolder } from "../takeover/dutyHolder";
import { performAction } from "../performAction";
import { answer } from "./presenting";

type Names =
  | "requests.create"
  | "requests.saveDraft"
  | "requests.discardDraft"
  | "requests.addMaterial"
  | "requests.removeMaterial"
  | "requests.submit"
  | "requests.answerSupplement"
  | "requests.withdraw"
  | "requests.reopen"
  | "requests.rate";

/** What the person does who asks for the service. */
export function createRequesterHandlers(context: RequestContext): Handlers<Names> {
  return {
    "requests.create": async ({ reader, body, now, commandKey }) =>
      answer(context, await createRequest(body, commandKey, { context, reader, now }), { reader, now }),

    "requests.saveDraft": async ({ reader, params, body, now, commandKey }) => {
      const call = { requestId: params.id, commandKey };
      return answer(context, await saveDraft(call, body, { context, reader, now }), { reader, now });
    },

    "requests.discardDraft": ({ reader, params, now }) => discardDraft(params.id, { context, reader, now }),

    "requests.addMaterial": async ({ reader, params, now, commandKey, raw }) => {
      const call = { requestId: params.id, commandKey };
      return answer(context, await addMaterial(call, raw, { context, reader, now }), { reader, now });
    },

    "requests.removeMaterial": async ({ reader, params, now, commandKey }) => {
      const call = { requestId: params.id, commandKey };
      const moment = { context, reader, now };
      return answer(context, await removeMaterial(call, params.fileId, moment), { reader, now });
    },

    "requests.submit": async ({ reader, params, body, now, commandKey }) => {
      const call = { requestId: params.id, commandKey };
      return answer(context, await submitDraft(call, body, { context, reader, now }), { reader, now });
    },

    "requests.answerSupplement": async ({ reader, params, body, now, commandKey }) => {
      const call = {
        reader,
        now,
        commandKey,
        requestId: params.id,
        action: "answerSupplement",
        input: body,
      } as const;
      const done = await performAction(context, call, (request) => answerSupplement(request, now, body.note));
      return answer(context, done, { reader, now });
    },

    "requests.withdraw": async ({ reader, params, body, now, commandKey }) => {
      const call = {
        reader,
        now,
        commandKey,
        requestId: params.id,
        action: "withdraw",
        input: body,
      } as const;
      const done = await performAction(context, call, (request) => withdraw(request, now, body.reason));
      return answer(context, done, { reader, now });
    },

    "requests.reopen": async ({ reader, params, body, now, commandKey }) => {
      const call = { reader, now, commandKey, requestId: params.id, action: "reopen", input: body } as const;
      const done = await performAction(context, call, async (request) =>
        reopen(request, { context, now }, body.reason, await presentHolder(request, context.calendar, now)),
      );
      return answer(context, done, { reader, now });
    },

    "requests.rate": async ({ reader, params, body, now, commandKey }) => {
      const call = { reader, now, commandKey, requestId: params.id, action: "rate", input: body } as const;
      const done = await performAction(context, call, () => rate(now, body));
      return answer(context, done, { reader, now });
    },
  };
}
