import { ScrollView, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { useState } from "react";
import { Heading } from "../../../components/base/Heading";
import type { Layout } from "../../../components/staff/browser/layout";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { StaffButton } from "../../../components/staff/StaffButton";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { AbsenceForm, peopleOf, type Person } from "../AbsenceForm";
import { CoverToday } from "../CoverToday";
import { RegisteredAbsences } from "../RegisteredAbsences";
import { postTexts } from "../texts";
import { useAbsenceEntry, type AbsenceEntry } from "../useAbsenceEntry";
import { Gantt } from "./Gantt";
import { DeskFilters } from "./PlanFilters";
import { PlanState } from "./PlanState";
import { seesLevels, type Plan } from "./usePlan";

function PlanHead({ plan }: { plan: Plan }) {
  const t = useTexts(postTexts);
  return (
    <View className="sf-hd sf-wide">
      <View className="grow">
        <Heading level={1} className="sf-hd-t">
          {t.title}
        </Heading>
        <View className="t-s ink-2">{t.lead}</View>
      </View>
      <StaffButton text={t.handovers} icon="list" onTap={() => open("handovers")} />
      {plan.query.data?.canCreate === true ? (
        <StaffButton text={t.newPost} icon="plus" className="ml-2" onTap={() => open("editPost")} />
      ) : null}
    </View>
  );
}

interface PlanSideProps {
  plan: Plan;
  people: readonly Person[];
  entry: AbsenceEntry;
  chosen: PlannedPost | undefined;
}

function PlanSide({ plan, people, entry, chosen }: PlanSideProps) {
  const t = useTexts(postTexts);
  return (
    <View className="po-side">
      {people.length === 0 ? null : (
        <>
          <Heading className="po-h">{t.register}</Heading>
          <AbsenceForm people={people} entry={entry} />
        </>
      )}
      <RegisteredAbsences post={chosen} onChanged={() => void plan.query.refresh()} />
      {chosen?.canChange === true ? (
        <View className="row mt-2">
          <StaffButton text={t.change} onTap={() => open("editPost", { id: chosen.id })} />
        </View>
      ) : null}
      <View className="sf-hr mt-4 mb-3" />
      <CoverToday posts={plan.posts} />
    </View>
  );
}

/** 岗位与缺席 on wide screens: the plan as bars, and the form beside it. */
export function DeskPlan({ me, layout, plan }: { me: Me; layout: Layout; plan: Plan }) {
  const t = useTexts(postTexts);
  const [chosenId, setChosenId] = useState<string | undefined>(undefined);
  const chosen = plan.posts.find(({ id }) => id === chosenId) ?? (seesLevels(me) ? undefined : plan.posts[0]);
  const people = peopleOf(plan.posts);
  const entry = useAbsenceEntry(undefined, (post) => {
    setChosenId(post.id);
    void plan.query.refresh();
  });
  const select = (post: PlannedPost) => {
    setChosenId(post.id);
    const [letter] = post.canRegisterFor;
    if (letter !== undefined && !entry.values.who.startsWith(post.id))
      entry.set("who", `${post.id}:${letter}`);
  };
  return (
    <StaffFrame layout={layout} me={me} current="posts" title={t.title} header={<PlanHead plan={plan} />}>
      <ScrollView className="sf-scroll" scrollY>
        <View className="sf-pad sf-wide">
          <DeskFilters plan={plan} />
          <View className="po-body">
            <View className="po-main">
              <PlanState plan={plan} />
              {plan.posts.length === 0 ? null : (
                <Gantt
                  posts={plan.posts}
                  days={plan.query.data?.days ?? []}
                  asked={entry.asked}
                  selectedId={chosen?.id}
                  onSelect={select}
                />
              )}
            </View>
            <PlanSide plan={plan} people={people} entry={entry} chosen={chosen} />
          </View>
        </View>
      </ScrollView>
    </StaffFrame>
  );
}
