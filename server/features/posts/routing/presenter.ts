import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import { districtName } from "@talent/shared/domain/districts";
import { isActiveOn } from "@talent/shared/domain/posts";
import type { Catalogue } from "../../catalogue/index";
import type { PostDirectory } from "../directory";
import type { RoutingRuleDocument } from "./model";

export interface RuleNames {
  posts: PostDirectory;
  catalogue: Catalogue;
  todayOn: string;
}

function stateOf(rule: RoutingRuleDocument, todayOn: string): RoutingRuleView["state"] {
  if (isActiveOn(rule, todayOn)) return "active";
  return rule.activeFromOn > todayOn ? "coming" : "ended";
}

export function presentRule(rule: RoutingRuleDocument, names: RuleNames): RoutingRuleView {
  const post = names.posts.post(rule.postId);
  const item = names.catalogue.items.find(({ code }) => code === rule.itemCode);
  return {
    id: rule._id.toHexString(),
    version: rule.version,
    categories: [...rule.categories],
    level: rule.level,
    itemCode: rule.itemCode,
    itemName: item?.versions.at(-1)?.name,
    districtCode: rule.districtCode,
    districtName: rule.districtCode === undefined ? undefined : districtName(rule.districtCode),
    postId: rule.postId,
    postName: post?.name ?? "",
    departmentName: post?.departmentName ?? "",
    priority: rule.priority,
    activeFromOn: rule.activeFromOn,
    activeToOn: rule.activeToOn,
    note: rule.note,
    state: stateOf(rule, names.todayOn),
    changedBy: rule.changedByName,
    changedAt: rule.changedAt.toISOString(),
  };
}
