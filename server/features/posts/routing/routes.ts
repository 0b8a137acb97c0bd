import { dateInShanghai } from "@talent/shared/calendar/dates";
import { Types } from "mongoose";
import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import { invalidField } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue, versionOn } from "../../catalogue/index";
import type { PostContext } from "../context";
import { readPosts } from "../directory";
import { mayChangePosts } from "../policy";
import { presentDuty } from "../presenter";
import { changeRule, createRule, endRule, type RuleCall } from "./commands";
import { readRules } from "./directory";
import { RoutingRuleModel, type RoutingRuleDocument } from "./model";
import { presentRule, type RuleNames } from "./presenter";
import { chooseRoute } from "./rules";

type Names =
  | "routingRules.list"
  | "routingRules.create"
  | "routingRules.change"
  | "routingRules.end"
  | "routingRules.try";

async function namesOn(now: Date): Promise<RuleNames> {
  const [posts, catalogue] = await Promise.all([readPosts(), readCatalogue()]);
  return { posts, catalogue, todayOn: dateInShanghai(now) };
}

/** Rules in the order in which they were made; those that ended before `todayOn`, or the others. */
export function rulesQuery(state: "current" | "ended", todayOn: string, afterId: string | undefined) {
  const ends =
    state === "ended"
      ? { activeToOn: { $lt: todayOn } }
      : { $or: [{ activeToOn: null }, { activeToOn: { $gte: todayOn } }] };
  const after = afterId === undefined ? {} : { _id: { $gt: new Types.ObjectId(afterId) } };
  return RoutingRuleModel.find({ ...ends, ...after }).sort({ _id: 1 });
}

/** Routing rules for administrators, and the line on which a rule is tried. */
export function routingHandlers(context: PostContext): Handlers<Names> {
  const answer = async (rule: Promise<RoutingRuleDocument>, { now }: RuleCall) =>
    presentRule(await rule, await namesOn(now));
  return {
    "routingRules.list": async ({ reader, query, now }) => {
      const names = await namesOn(now);
      const after = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
      const found = await rulesQuery(query.state, names.todayOn, after)
        .limit(query.limit + 1)
        .lean<RoutingRuleDocument[]>()
        .exec();
      const { rows, next } = pageOfRows(found, query.limit, (row) => ({ at: 0, id: row._id.toHexString() }));
      return {
        items: rows.map((rule) => presentRule(rule, names)),
        ...next,
        canChange: mayChangePosts(reader),
      };
    },

    "routingRules.create": ({ body, ...call }) => answer(createRule(body, call), call),
    "routingRules.change": ({ params, body, ...call }) => answer(changeRule(params.id, body, call), call),
    "routingRules.end": ({ params, body, ...call }) =>
      answer(endRule(params.id, body.activeToOn, call), call),

    "routingRules.try": async ({ query, now }) => {
      const names = await namesOn(now);
      const { todayOn } = names;
      const item = names.catalogue.items.find(({ code }) => code === query.itemCode);
      if (item === undefined) throw invalidField("query.itemCode", "unknown");
      const version = versionOn(item.versions, todayOn);
      const facts = {
        category: query.category,
        districtCode: query.district,
        itemCode: query.itemCode,
        levels: version.levels,
      };
      const route = chooseRoute(facts, await readRules(todayOn), names.posts.posts, todayOn);
      const automatic = version.dispatch === "automatic";
      if (route === undefined) return { automatic };
      return {
        automatic,
        post: {
          id: route.post._id.toHexString(),
          name: route.post.name,
          departmentName: route.post.departmentName,
          holder: presentDuty(route.post, todayOn, context.calendar()),
        },
        reason: route.reason,
        ...(route.rule === undefined ? {} : { rule: presentRule(route.rule, names) }),
      };
    },
  };
}
