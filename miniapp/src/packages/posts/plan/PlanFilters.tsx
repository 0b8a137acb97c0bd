import { Text, View } from "@tarojs/components";
import { SERVICE_LEVELS, type ServiceLevel } from "@talent/shared/domain/talents";
import { Icon } from "../../../components/base/Icon";
import { Tap } from "../../../components/base/Tap";
import { Chips } from "../../../components/form/Choices";
import { FilterMenu } from "../../../components/staff/board/FilterMenu";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { postTexts } from "../texts";
import type { Plan } from "./usePlan";

/** The two weeks that are shown, and the weeks beside them. */
export function WeekStepper({ plan }: { plan: Plan }) {
  const t = useTexts(postTexts);
  const { date } = useWords();
  return (
    <View className="po-week">
      <Tap className="po-week-b" label={t.earlier} onTap={() => plan.step(-1)}>
        <Icon name="left" size="14" colour="ink-2" />
      </Tap>
      <Text className="nb">{t.week(date(plan.fromOn), date(plan.toOn))}</Text>
      <Tap className="po-week-b" label={t.later} onTap={() => plan.step(1)}>
        <Icon name="right" size="14" colour="ink-2" />
      </Tap>
    </View>
  );
}

/** Municipal or district posts, for whoever sees both. */
export function LevelChips({ plan }: { plan: Plan }) {
  const t = useTexts(postTexts);
  if (!plan.levels) return null;
  return (
    <Chips<ServiceLevel>
      label={t.levelLabel}
      choices={SERVICE_LEVELS.map((value) => ({ value, label: t.levels[value] }))}
      value={plan.level}
      onChange={plan.setLevel}
    />
  );
}

/** Level, department and weeks on wide screens. */
export function DeskFilters({ plan }: { plan: Plan }) {
  const t = useTexts(postTexts);
  return (
    <View className="po-bar mb-3">
      {plan.levels ? (
        <View className="po-level">
          <LevelChips plan={plan} />
        </View>
      ) : null}
      {plan.departments.length < 2 ? null : (
        <FilterMenu
          id="plan-department"
          label={t.department}
          allLabel={t.allDepartments}
          options={plan.departments.map(({ id, name }) => ({ value: id, label: name }))}
          value={plan.departmentId}
          onChange={plan.setDepartmentId}
        />
      )}
      <View className="grow" />
      <WeekStepper plan={plan} />
    </View>
  );
}
