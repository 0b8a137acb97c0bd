import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { ErrorState, SkeletonRows } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { AbsenceForm, peopleOf, personKey } from "../AbsenceForm";
import "../posts.scss";
import { RegisteredAbsences } from "../RegisteredAbsences";
import { postTexts } from "../texts";
import { useAbsenceEntry } from "../useAbsenceEntry";

const SHOWN_DAYS = 42;

function Absence({ me }: { me: Me }) {
  const t = useTexts(postTexts);
  const { post: postId = "" } = pageParams();
  const query = useQuery("posts.plan", { query: { days: SHOWN_DAYS, limit: 100 } });
  const post = query.data?.items.find(({ id }) => id === postId);
  const people = peopleOf(post === undefined ? [] : [post]);
  const mine = post?.holders.find(({ accountId }) => accountId === me.id);
  const [first] = people;
  const entry = useAbsenceEntry(`${postId}:${mine?.letter ?? "A"}`, () => void query.refresh());
  return (
    <StaffColumn me={me} current="posts" title={t.register} sub onRefresh={query.refresh}>
      {query.loading ? <SkeletonRows rows={4} /> : null}
      {query.data === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {post === undefined || first === undefined ? null : (
        <View key={personKey(first)} className="po-card">
          <View className="b">{post.name}</View>
          <View className="t-s ink-2">{post.departmentName}</View>
          <AbsenceForm people={people} entry={entry} />
          <RegisteredAbsences post={post} onChanged={() => void query.refresh()} />
        </View>
      )}
    </StaffColumn>
  );
}

/** 登记缺席, on the phone a page of its own. */
export default function AbsencePage() {
  return <StaffGate may={(me) => mayEnter(me, "posts")}>{(me) => <Absence me={me} />}</StaffGate>;
}
