import type { FieldSpec, ITEM_GROUPS, ItemDetail } from "../contract/schemas/catalogue";
import { both, type Bilingual, type Labels } from "./bilingual";

type ItemGroup = (typeof ITEM_GROUPS)[number];

export const ITEM_GROUP_LABELS: Labels<ItemGroup> = {
  family: both("家人", "Family"),
  career: both("职业发展", "Career"),
  health: both("健康", "Health"),
  home: both("安家", "Home"),
  venture: both("创新创业", "Venture"),
};

export const CHANNEL_LABELS: Labels<ItemDetail["channels"][number]> = {
  online: both("网上", "Online"),
  onSite: both("窗口", "On site"),
};

/** Consents that a form asks for, each for its own purpose. */
export const CONSENT_LABELS: Labels<"processing" | "health" | "guardian"> = {
  processing: both(
    "同意把这次申请的信息和材料交给办理单位，只用于办理本件",
    "I agree that the department uses this information for this request only",
  ),
  health: both(
    "同意为办理本件使用健康信息（敏感个人信息）",
    "I agree to the use of health information (sensitive) for this request",
  ),
  guardian: both(
    "我是孩子的监护人，同意使用孩子的信息办理本件",
    "I am the child's guardian and agree to the use of the child's information",
  ),
};

export const MATERIAL_STATE_LABELS: Labels<"received" | "missing" | "asked"> = {
  received: both("已收", "Received"),
  missing: both("未交", "Missing"),
  asked: both("请补", "Please send"),
};

/** Placeholder of an empty field, by kind. */
export const FIELD_PLACEHOLDERS: Labels<FieldSpec["kind"]> = {
  text: both("请填写", "Write here"),
  longText: both("请填写", "Write here"),
  number: both("请填数字", "A number"),
  date: both("请选日期", "Choose a date"),
  choice: both("请选择", "Choose"),
  district: both("请选区县", "Choose a district"),
};

export const SAMPLE_LABEL = both("示例", "Sample");
export const FREE_LABEL = both("免费", "Free");

/** An amount in fen: 免费, `¥25` or `¥25.50`. */
export function feeLabel(feeFen: number): Bilingual {
  if (feeFen === 0) return FREE_LABEL;
  const yuan = feeFen % 100 === 0 ? String(feeFen / 100) : (feeFen / 100).toFixed(2);
  return both(`¥${yuan}`, `¥${yuan}`);
}
