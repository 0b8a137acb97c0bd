import type { RequestAction } from "@talent/shared/domain/lifecycle";
import type { Reader } from "../../../platform/auth/reader";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import { readPosts } from "../../posts/index";
import type { Step } from "../change";
import { accept, markOutOfScope, reject } from "../commands/accepting";
import { complete } from "../commands/completing";
import { shared } from "../commands/sharedWork";
import { dispatch, recordProgress, returnToDispatch, sign } from "../commands/handling";
import { askSupplement } from "../commands/supplementing";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { performAction } from "../performAction";
import { withAutomaticDispatch } from "../routing/automatic";
import { overrideReasonOf, routeOf } from "../routing/route";
import { answer } from "./presenting";

type Names =
  | "requests.accept"
  | "requests.reject"
  | "requests.markOutOfScope"
  | "requests.askSupplement"
  | "requests.dispatch"
  | "requests.sign"
  | "requests.returnToDispatch"
  | "requests.recordProgress"
  | "requests.complete";

interface StaffCall {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
  params: { id: string };
  body?: unknown;
}

async function materialKeysOf(request: RequestDocument): Promise<string[]> {
  const version = (await readCatalogue()).version(request.item.id, request.item.version);
  return (version?.materials ?? []).map((material) => material.key);
}

/** What specialists and liaisons do. */
export function createStaffHandlers(context: RequestContext): Handlers<Names> {
  async function act(
    { reader, now, commandKey, params, body }: StaffCall,
    action: RequestAction,
    plan: (request: RequestDocument) => Step | Promise<Step>,
    goOn?: Parameters<typeof performAction>[3],
  ) {
    const call = { reader, now, commandKey, requestId: params.id, action, input: body };
    return answer(context, await performAction(context, call, plan, goOn), { reader, now });
  }

  return {
    "requests.accept": (call) =>
      act(call, "accept", (request) => accept(request, call.reader, call.now), withAutomaticDispatch),

    "requests.reject": (call) =>
      act(call, "reject", (request) => reject(request, call.reader, call.now, call.body.reason)),

    "requests.markOutOfScope": (call) =>
      act(call, "markOutOfScope", async (request) =>
        markOutOfScope(request, call.reader, call.now, call.body, (await readPosts()).post),
      ),

    "requests.askSupplement": (call) =>
      act(call, "askSupplement", async (request) =>
        askSupplement(request, call.reader, call.now, call.body.items, await materialKeysOf(request)),
      ),

    "requests.dispatch": (call) =>
      act(call, "dispatch", async (request) => {
        const { postId, note, overrideReason, subtasks } = call.body;
        const route = await routeOf(request, call.now);
        const reason = overrideReasonOf(route, postId, overrideReason);
        const moment = { context, ...call };
        const { post } = await readPosts();
        return shared(dispatch(request, moment, post(postId), note, reason), request, moment, subtasks, post);
      }),

    "requests.sign": (call) => act(call, "sign", sign),

    "requests.returnToDispatch": (call) =>
      act(call, "returnToDispatch", (request) => returnToDispatch(request, call.now, call.body.reason)),

    "requests.recordProgress": (call) => act(call, "recordProgress", () => recordProgress(call.body.note)),

    "requests.complete": (call) => act(call, "complete", (request) => complete(request, call.now, call.body)),
  };
}
