import { Text, View } from "@tarojs/components";
import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import { SERVICE_LEVEL_LABELS } from "@talent/shared/labels/people";
import { StatusMark } from "../../../components/base/StatusMark";
import { StaffButton } from "../../../components/staff/StaffButton";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { StatusShape } from "../../../theme/statusShapes";
import { ruleTexts } from "../ruleTexts";

const SHAPES: Readonly<Record<RoutingRuleView["state"], StatusShape>> = {
  coming: "waiting",
  active: "done",
  ended: "missing",
};

/** What a rule asks of a request, in one line. */
function useConditions(rule: RoutingRuleView): string {
  const t = useTexts(ruleTexts);
  const words = useWords();
  const { categories, itemName, districtName, level } = rule;
  return [
    categories.length === 0 ? t.everyCategory : t.categories(categories.join("、")),
    itemName === undefined ? t.everyItem : words.say(itemName),
    districtName ?? t.everyDistrict,
    ...(level === undefined ? [] : [words.say(SERVICE_LEVEL_LABELS[level])]),
  ].join(" · ");
}

export interface RuleCardProps {
  rule: RoutingRuleView;
  canChange: boolean;
  onEdit: () => void;
  onEnd: () => void;
}

/** A rule: what it asks, where it leads, from when to when, and who changed it last. */
export function RuleCard({ rule, canChange, onEdit, onEnd }: RuleCardProps) {
  const t = useTexts(ruleTexts);
  const words = useWords();
  const conditions = useConditions(rule);
  const to = rule.activeToOn === undefined ? undefined : words.date(rule.activeToOn);
  return (
    <View className={`po-card ${rule.state === "ended" ? "po-rule-ended" : ""}`}>
      <View className="row">
        <Text className="grow b">{conditions}</Text>
        <StatusMark shape={SHAPES[rule.state]} word={t.states[rule.state]} className="t-s none ml-2" />
      </View>
      <View>{t.goesTo(rule.postName, rule.departmentName)}</View>
      {rule.note === undefined ? null : <View className="t-s">{rule.note}</View>}
      <View className="t-s ink-2">
        {[
          t.days(words.date(rule.activeFromOn), to),
          ...(rule.priority === 0 ? [] : [t.priority(rule.priority)]),
          t.changedBy(rule.changedBy, words.moment(rule.changedAt)),
        ].join("　")}
      </View>
      {canChange && rule.state !== "ended" ? (
        <View className="row mt-2">
          <StaffButton text={t.edit} onTap={onEdit} className="mr-2" />
          <StaffButton text={t.end} kind="danger" onTap={onEnd} />
        </View>
      ) : null}
    </View>
  );
}
