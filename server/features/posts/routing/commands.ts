import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { routingRuleBody } from "@talent/shared/contract/schemas/posts";
import { Types } from "mongoose";
import type * as z from "zod/mini";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand, type Change } from "../../../platform/database/aggregate";
import { insertOnce } from "../../../platform/database/insertOnce";
import { AppError, invalidField, notFound } from "../../../platform/errors";
import { readCatalogue } from "../../catalogue/index";
import { readPosts } from "../directory";
import { forgetRules } from "./directory";
import { RoutingRuleModel, type RoutingRuleDocument } from "./model";

type RuleInput = z.output<typeof routingRuleBody>;

export interface RuleCall {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** @throws AppError `invalid_input` for a post, item or span of days that does not fit */
async function checkRule(rule: RuleInput): Promise<void> {
  const [directory, catalogue] = await Promise.all([readPosts(), readCatalogue()]);
  const post = directory.post(rule.postId);
  if (post === undefined || post.status !== "active") throw invalidField("body.postId", "unknown");
  if (rule.level !== undefined && post.level !== rule.level)
    throw invalidField("body.level", "not_of_this_post");
  if (
    rule.districtCode !== undefined &&
    post.districtCode !== undefined &&
    post.districtCode !== rule.districtCode
  )
    throw invalidField("body.districtCode", "not_of_this_post");
  if (rule.itemCode !== undefined && !catalogue.items.some(({ code }) => code === rule.itemCode))
    throw invalidField("body.itemCode", "unknown");
  if (rule.activeToOn !== undefined && rule.activeToOn < rule.activeFromOn)
    throw invalidField("body.activeToOn", "ends_before_it_begins");
  if (new Set(rule.categories).size !== rule.categories.length)
    throw invalidField("body.categories", "named_twice");
}

/** @throws AppError `invalid_input`, `idempotency_key_reused` */
export async function createRule(rule: RuleInput, call: RuleCall): Promise<RoutingRuleDocument> {
  await checkRule(rule);
  const made = await insertOnce<RoutingRuleDocument>(
    RoutingRuleModel,
    commandCall(call.reader.accountId, call.commandKey, "createRule", rule),
    {
      ...rule,
      version: 1,
      status: "kept",
      changedByName: call.reader.name,
      changedAt: call.now,
      outbox: [],
    },
  );
  forgetRules(dateInShanghai(call.now));
  return made;
}

async function loadRule(id: string): Promise<RoutingRuleDocument> {
  const rule = await RoutingRuleModel.collection.findOne<RoutingRuleDocument>({
    _id: new Types.ObjectId(id),
  });
  if (rule === null) throw notFound("routing rule");
  return rule;
}

async function write(
  id: string,
  action: string,
  input: unknown,
  call: RuleCall,
  decide: (rule: RoutingRuleDocument) => Change<RoutingRuleDocument>,
): Promise<RoutingRuleDocument> {
  const { reader, now, commandKey } = call;
  const changed = await runCommand<RoutingRuleDocument>({
    model: RoutingRuleModel,
    current: await loadRule(id),
    reload: () => loadRule(id),
    call: commandCall(reader.accountId, commandKey, action, { id, input }),
    decide: (rule) => {
      const change = decide(rule);
      return { ...change, set: { ...change.set, changedByName: reader.name, changedAt: now } };
    },
  });
  forgetRules(dateInShanghai(now));
  return changed;
}

const OPTIONAL = ["level", "itemCode", "districtCode", "activeToOn", "note"] as const;

/** @throws AppError `not_found`, `invalid_input`, `idempotency_key_reused` */
export async function changeRule(id: string, rule: RuleInput, call: RuleCall): Promise<RoutingRuleDocument> {
  await checkRule(rule);
  return write(id, "changeRule", rule, call, () => ({
    set: rule,
    unset: OPTIONAL.filter((field) => rule[field] === undefined),
  }));
}

/**
 * Lets a rule end on a day, which may be in the future.
 * @throws AppError `not_found`, `invalid_input` for a day before its first, `state_changed` when it has ended
 */
export async function endRule(id: string, activeToOn: string, call: RuleCall): Promise<RoutingRuleDocument> {
  const todayOn = dateInShanghai(call.now);
  return write(id, "endRule", activeToOn, call, (rule) => {
    if (rule.activeToOn !== undefined && rule.activeToOn < todayOn)
      throw new AppError("state_changed", "the rule has ended", { activeToOn: rule.activeToOn });
    if (activeToOn < rule.activeFromOn) throw invalidField("body.activeToOn", "ends_before_it_begins");
    return { set: { activeToOn } };
  });
}
