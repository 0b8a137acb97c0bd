import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { PlannedPost, PostPlan } from "@talent/shared/contract/schemas/posts";
import { POST_LETTERS } from "@talent/shared/domain/posts";
import { aria } from "../../../components/base/aria";
import { Heading } from "../../../components/base/Heading";
import { Cell } from "../../../components/list/Cell";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { StaffButton } from "../../../components/staff/StaffButton";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { AbsenceLines } from "../RegisteredAbsences";
import { CoverToday } from "../CoverToday";
import { HolderName } from "../HolderName";
import { runsOf } from "../planRuns";
import { postTexts } from "../texts";
import { LevelChips, WeekStepper } from "./PlanFilters";
import { PlanState } from "./PlanState";
import type { Plan } from "./usePlan";

type Days = PostPlan["days"];

/** The days of both holders as thin bars; the words stand under them. */
function Strips({ post, days }: { post: PlannedPost; days: Days }) {
  return (
    <View {...aria({ hidden: true })}>
      {POST_LETTERS.map((letter) => (
        <View key={letter} className="po-strip">
          {runsOf(post, letter, days).map((run) => (
            <View key={run.fromOn} className="gt-run" style={{ flexGrow: run.days, flexShrink: run.days }}>
              <View className={`gt-bar gt-${run.kind}`} />
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function PostCard({ post, days, onChanged }: { post: PlannedPost; days: Days; onChanged: () => void }) {
  const t = useTexts(postTexts);
  const [letter] = post.canRegisterFor;
  return (
    <View className="po-card" id={`post-${post.id}`}>
      <View className="row">
        <Heading className="grow b">{post.name}</Heading>
        <Text className="t-s ink-2 none">{t.openCases(post.openCases)}</Text>
      </View>
      <View className="t-s ink-2">{post.departmentName}</View>
      <View className="row mt-2">
        {POST_LETTERS.map((one) => (
          <View key={one} className="mr-3">
            <HolderName post={post} letter={one} />
          </View>
        ))}
      </View>
      {post.duty === undefined ? <View className="t-s brick mt-1">{t.notOnDuty}</View> : null}
      <Strips post={post} days={days} />
      {post.absences.length === 0 ? null : (
        <View className="mt-2">
          <AbsenceLines post={post} onChanged={onChanged} />
        </View>
      )}
      {letter === undefined && !post.canChange ? null : (
        <View className="row mt-2">
          {letter === undefined ? null : (
            <StaffButton
              kind="soft"
              text={t.register}
              onTap={() => open("absence", { post: post.id })}
              className="mr-2"
            />
          )}
          {post.canChange ? (
            <StaffButton text={t.change} onTap={() => open("editPost", { id: post.id })} />
          ) : null}
        </View>
      )}
    </View>
  );
}

/** 岗位与缺席 on the phone: a card per post with the next two weeks. */
export function PhonePlan({ me, plan }: { me: Me; plan: Plan }) {
  const t = useTexts(postTexts);
  const refresh = () => void plan.query.refresh();
  return (
    <StaffFrame layout="phone" me={me} current="posts" title={t.title} onRefresh={plan.query.refresh}>
      <View className="card card-flush mb-3">
        <Cell first icon="list" label={t.handovers} onTap={() => open("handovers")} />
        {plan.query.data?.canCreate === true ? (
          <Cell icon="plus" label={t.newPost} onTap={() => open("editPost")} />
        ) : null}
      </View>
      <LevelChips plan={plan} />
      <View className="row mt-2">
        <WeekStepper plan={plan} />
      </View>
      <View className="po-card">
        <CoverToday posts={plan.posts} />
      </View>
      <PlanState plan={plan} />
      {plan.posts.map((post) => (
        <PostCard key={post.id} post={post} days={plan.query.data?.days ?? []} onChanged={refresh} />
      ))}
    </StaffFrame>
  );
}
