import type { RequestAction } from "@talent/shared/domain/lifecycle";
import type { Call } from "../../platform/http/handler";
import type { Reader } from "../../platform/auth/reader";
import { commandCall, runCommand } from "../../platform/database/aggregate";
import { changeOf, type Moment, type Step } from "./change";
import type { RequestContext } from "./context";
import type { RequestDocument } from "./document";
import { requestForCommand } from "./loading";
import { RequestModel } from "./model";
import { authorize } from "./policy";
import { statusAfter } from "./rules/transition";

/** A call that does something to one request. */
export interface ActionCall {
  reader: Reader;
  now: Date;
  commandKey: Call["commandKey"];
  requestId: string;
  action: RequestAction;
  input: unknown;
}

/**
 * Does one thing of the lifecycle to one request: load what the caller may see, authorize, one write.
 * @param plan decides the step on the present state; it runs again when another writer came first
 * @throws AppError `not_found`, the refusals of `authorize`, `idempotency_key_reused` and what `plan` throws
 */
export async function performAction(
  context: RequestContext,
  call: ActionCall,
  plan: (request: RequestDocument) => Step | Promise<Step>,
): Promise<RequestDocument> {
  const { reader, now } = call;
  const command = commandCall(reader.accountId, call.commandKey, call.action, call.input);
  const moment: Moment = { context, reader, now };
  const load = () => requestForCommand(reader, call.requestId, command);
  const done = await runCommand<RequestDocument>({
    model: RequestModel,
    current: await load(),
    reload: load,
    call: command,
    async decide(request) {
      authorize(reader, call.action, request, now, context.limits);
      const step = await plan(request);
      const status = statusAfter(call.action, request);
      return changeOf(request, moment, { ...step, set: { ...step.set, status } });
    },
  });
  context.platform.outbox.nudge();
  return done;
}
