import { dateInShanghai } from "@talent/shared/calendar/dates";
import { POST_BOUNDS } from "@talent/shared/domain/posts";
import type { Reader } from "../../platform/auth/reader";
import type { Handlers } from "../../platform/http/handler";
import { askOther, endAbsence, registerAbsence, shortenAbsence } from "./absences/commands";
import type { PostContext } from "./context";
import { changePost, createPost } from "./keeping/commands";
import type { PostDocument } from "./model";
import { readPlan } from "./plan";
import { presentPost } from "./presenter";

type Names =
  | "posts.plan"
  | "posts.create"
  | "posts.change"
  | "posts.registerAbsence"
  | "posts.endAbsence"
  | "posts.shortenAbsence"
  | "posts.askOther";

/** The plan of posts, their holders and their absences. */
export function postHandlers(context: PostContext): Handlers<Names> {
  async function answer(changed: Promise<PostDocument>, { reader, now }: { reader: Reader; now: Date }) {
    const post = await changed;
    const id = post._id.toHexString();
    const todayOn = dateInShanghai(now);
    const open = (await context.openCases([id])).get(id) ?? 0;
    const calendar = context.calendar();
    return presentPost(post, open, {
      reader,
      fromOn: todayOn,
      days: POST_BOUNDS.planDays,
      todayOn,
      calendar,
    });
  }

  return {
    "posts.plan": (call) => readPlan(context, call),
    "posts.create": ({ body, ...call }) => answer(createPost({ context, ...call }, body), call),
    "posts.change": ({ params, body, ...call }) =>
      answer(changePost({ context, ...call }, params.id, body), call),
    "posts.registerAbsence": ({ params, body, ...call }) =>
      answer(registerAbsence({ context, ...call, postId: params.id }, body), call),
    "posts.endAbsence": ({ params, ...call }) =>
      answer(endAbsence({ context, ...call, postId: params.id }, params.absenceId), call),
    "posts.shortenAbsence": ({ params, body, ...call }) =>
      answer(shortenAbsence({ context, ...call, postId: params.id }, params.absenceId, body.toOn), call),
    "posts.askOther": ({ params, body, ...call }) =>
      askOther({ context, ...call, postId: params.id }, params.absenceId, body),
  };
}
