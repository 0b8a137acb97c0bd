import type { RequestAction } from "@talent/shared/domain/lifecycle";
import type { Call } from "../../platform/http/handler";
import type { Reader } from "../../platform/auth/reader";
import { commandCall, runCommand, type Change } from "../../platform/database/aggregate";
import { actionChange, afterChange } from "./chain";
import type { Moment, Step } from "./change";
import type { RequestContext } from "./context";
import type { RequestDocument } from "./document";
import { requestForCommand } from "./loading";
import { RequestModel } from "./model";
import { authorize } from "./policy";

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
 * @param goOn adds what follows by itself to the same write
 * @throws AppError `not_found`, the refusals of `authorize`, `idempotency_key_reused` and what `plan` throws
 */
export async function performAction(
  context: RequestContext,
  call: ActionCall,
  plan: (request: RequestDocument) => Step | Promise<Step>,
  goOn?: (
    after: RequestDocument,
    change: Change<RequestDocument>,
    moment: Moment,
  ) => Promise<Change<RequestDocument>>,
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
      const change = await actionChange(request, moment, { action: call.action, step: await plan(request) });
      return goOn === undefined ? change : goOn(afterChange(request, change), change, moment);
    },
  });
  context.platform.outbox.nudge();
  return done;
}
