import type { Me } from "@talent/shared/contract/schemas/accounts";
import { POST_KEEPER_ROLES, type Role } from "@talent/shared/domain/roles";
import { Empty, ErrorState, SkeletonRows } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { back, open, pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import "../posts.scss";
import { PostForm } from "./PostForm";
import { editTexts } from "./texts";

function EditPost({ me }: { me: Me }) {
  const t = useTexts(editTexts);
  const { id } = pageParams();
  const departments = useQuery("departments.staff");
  const posts = useQuery("posts.plan", { query: { limit: 100, days: 1 } }, { enabled: id !== undefined });
  const post = posts.data?.items.find((one) => one.id === id);
  const loaded = departments.data !== undefined && (id === undefined || posts.data !== undefined);
  const error = departments.error ?? posts.error;
  const refresh = () => Promise.all([departments.refresh(), posts.refresh()]);
  return (
    <StaffColumn me={me} current="posts" title={id === undefined ? t.titleNew : t.titleChange} sub>
      {loaded || error !== undefined ? null : <SkeletonRows rows={6} />}
      {!loaded && error !== undefined ? <ErrorState error={error} onRetry={() => void refresh()} /> : null}
      {loaded && id !== undefined && post === undefined ? (
        <Empty
          icon="posts"
          text={t.gone}
          hint={t.goneHint}
          action={{ text: t.back, onTap: () => open("posts") }}
        />
      ) : null}
      {departments.data !== undefined && loaded && (id === undefined || post !== undefined) ? (
        <PostForm post={post} departments={departments.data.items} onSaved={() => back("posts")} />
      ) : null}
    </StaffColumn>
  );
}

function keepsPosts(me: Me): boolean {
  return me.roles.some(({ role }) => (POST_KEEPER_ROLES as readonly Role[]).includes(role));
}

/** A post is opened or changed by whoever keeps posts. */
export default function EditPostPage() {
  return <StaffGate may={keepsPosts}>{(me) => <EditPost me={me} />}</StaffGate>;
}
