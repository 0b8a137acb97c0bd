import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { Category, ServiceLevel } from "@talent/shared/domain/talents";
import type { PostDocument, RoutingRuleDocument } from "../../server/features/posts/index";
import { idOf } from "./ids";

interface PlannedRule {
  post: string;
  categories?: readonly Category[];
  level?: ServiceLevel;
  item?: string;
  district?: string;
  note: string;
}

/** Sample rules 示例: who handles what is an agreement of the offices, not in the standard. */
const PLANNED: readonly PlannedRule[] = [
  { post: "city-education-school", categories: ["A"], item: "school", note: "A 类子女入学由市级直接协调" },
  {
    post: "yubei-education-school",
    categories: ["E", "F"],
    item: "school",
    district: "500112",
    note: "E、F 类由渝北区教委承办",
  },
  { post: "city-finance-loan", categories: ["A", "B"], item: "finance", note: "A、B 类人才金融由市级承办" },
  {
    post: "city-transport-lane",
    level: "municipal",
    item: "transport",
    note: "机场、高铁站通道由市级统一安排",
  },
];

const DAY_MS = 86_400_000;
const MADE_DAYS_AGO = 120;

/** The routing rules of the demonstration. */
export function routingRules(
  postByCode: ReadonlyMap<string, PostDocument>,
  now: Date,
): RoutingRuleDocument[] {
  const changedAt = new Date(now.getTime() - MADE_DAYS_AGO * DAY_MS);
  return PLANNED.map(({ post: code, categories = [], level, item, district, note }) => {
    const post = postByCode.get(code);
    if (post === undefined) throw new Error(`no post ${code}`);
    return {
      _id: idOf(`rule ${code}`),
      version: 1,
      status: "kept",
      categories,
      level,
      itemCode: item,
      districtCode: district,
      postId: post._id.toHexString(),
      priority: 0,
      activeFromOn: dateInShanghai(changedAt),
      note,
      changedByName: "许静",
      changedAt,
      commands: [],
      outbox: [],
    };
  });
}
