import { createShortCache } from "../../../platform/database/shortCache";
import { RoutingRuleModel, type RoutingRuleDocument } from "./model";

/** Rules that have not ended by `todayOn`, those without an end and those with one. */
export function rulesInEffect(todayOn: string) {
  return RoutingRuleModel.find(
    { $or: [{ activeToOn: null }, { activeToOn: { $gte: todayOn } }] },
    { commands: 0, outbox: 0 },
  ).lean<RoutingRuleDocument[]>();
}

const recent = createShortCache((todayOn: string) => rulesInEffect(todayOn).exec(), { ttlMs: 5000, size: 2 });

/** The rules that have not ended; a change shows within five seconds. */
export async function readRules(todayOn: string): Promise<readonly RoutingRuleDocument[]> {
  return (await recent.get(todayOn)) ?? [];
}

export function forgetRules(todayOn: string): void {
  recent.forget(todayOn);
}
