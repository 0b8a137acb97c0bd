import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RoutingRuleView } from "@talent/shared/contract/schemas/posts";
import { useState } from "react";
import { Segmented } from "../../../components/form/Choices";
import { Empty, ErrorState, SkeletonCards } from "../../../components/list/States";
import { useLayout } from "../../../components/staff/browser/layout";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { StaffButton } from "../../../components/staff/StaffButton";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import "../posts.scss";
import { ruleTexts } from "../ruleTexts";
import { EndRuleSheet } from "./EndRuleSheet";
import { RuleCard } from "./RuleCard";
import { RuleDialog } from "./RuleDialog";
import { TryLine } from "./TryLine";
import { useChoices } from "./useChoices";

type Shown = "current" | "ended";
type Open = { what: "add" } | { what: "edit" | "end"; rule: RoutingRuleView };

const MOST_RULES = 100;

function Rules({ me }: { me: Me }) {
  const t = useTexts(ruleTexts);
  const layout = useLayout();
  const choices = useChoices();
  const [state, setState] = useState<Shown>("current");
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const query = useQuery("routingRules.list", { query: { state, limit: MOST_RULES } }, { keep: true });
  const canChange = query.data?.canChange === true;
  const close = () => setOpen(undefined);
  const changed = () => {
    close();
    void query.refresh();
  };
  const dialog =
    open === undefined ? null : open.what === "end" ? (
      <EndRuleSheet rule={open.rule} onClose={close} onEnded={changed} />
    ) : (
      <RuleDialog
        layout={layout}
        rule={open.what === "edit" ? open.rule : undefined}
        choices={choices}
        onClose={close}
        onSaved={changed}
      />
    );
  return (
    <StaffColumn me={me} current="routingRules" title={t.title} over={dialog} onRefresh={query.refresh}>
      <View className="t-s ink-2">{t.lead}</View>
      <TryLine choices={choices} />
      <View className="po-bar mt-4">
        <View className="grow mr-3">
          <Segmented<Shown>
            label={t.filter}
            choices={[
              { value: "current", label: t.current },
              { value: "ended", label: t.ended },
            ]}
            value={state}
            onChange={setState}
          />
        </View>
        {canChange ? (
          <StaffButton kind="primary" icon="plus" text={t.add} onTap={() => setOpen({ what: "add" })} />
        ) : null}
      </View>
      {query.loading ? <SkeletonCards /> : null}
      {query.data === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {query.data?.items.length === 0 ? <Empty icon="list" text={t.empty} hint={t.emptyHint} /> : null}
      {query.data?.items.map((rule) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          canChange={canChange}
          onEdit={() => setOpen({ what: "edit", rule })}
          onEnd={() => setOpen({ what: "end", rule })}
        />
      ))}
    </StaffColumn>
  );
}

/** 转办规则: which requests go to which post, and a line on which that is tried. */
export default function RulesPage() {
  return <StaffGate may={(me) => mayEnter(me, "routingRules")}>{(me) => <Rules me={me} />}</StaffGate>;
}
