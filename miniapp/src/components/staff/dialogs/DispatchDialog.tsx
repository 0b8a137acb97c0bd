import { Text, View } from "@tarojs/components";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ROUTE_REASON_LABELS } from "@talent/shared/labels/posts";
import { useState } from "react";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { Tap } from "../../base/Tap";
import type { Layout } from "../browser/layout";
import { dialogTexts } from "../texts/dialogTexts";
import { DialogActions } from "./DialogActions";
import { DialogTrouble } from "./DialogTrouble";
import { LabelledText } from "./LabelledText";
import { StaffDialog } from "./StaffDialog";

export interface DispatchDialogProps {
  layout: Layout;
  requestId: string;
  sub: string;
  /** Best suggestion first; undefined while they are read. */
  posts: readonly PostChoice[] | undefined;
  /** A rule names the suggested post: another choice needs its reason. */
  overrideNeedsReason: boolean;
  busy: boolean;
  trouble: string | undefined;
  onClose: () => void;
  onConfirm: (chosen: DispatchChoice) => Promise<boolean>;
}

/** Where it goes; what was left empty is not there. */
export interface DispatchChoice {
  postId: string;
  note?: string;
  overrideReason?: string;
}

const SEARCH_LENGTH = 40;

function PostRow({ post, on, onTap }: { post: PostChoice; on: boolean; onTap: () => void }) {
  const t = useTexts(dialogTexts);
  const { say } = useWords();
  const { because, ruleNote, holderName } = post;
  const why =
    because === undefined ? t.dispatch.suggestedWhy : (ruleNote ?? say(ROUTE_REASON_LABELS[because]));
  return (
    <Tap
      className={`dg-post ${on ? "dg-post-on" : ""}`}
      role="radio"
      checked={on}
      disabled={holderName === ""}
      onTap={onTap}
    >
      <View className={`dg-rad ${on ? "dg-rad-on" : ""}`} />
      <View className="grow">
        <View className="row">
          <Text
            className={on ? "b" : ""}
          >{`${holderName === "" ? t.dispatch.nobody : holderName}　${post.departmentName}`}</Text>
          {post.suggested ? <Text className="sf-tag sf-tag-pri ml-2">{t.dispatch.suggested}</Text> : null}
        </View>
        <View className="t-s ink-2">{post.suggested ? `${post.name}，${why}` : post.name}</View>
      </View>
      <Text className="t-s ink-2 none ml-2">{t.dispatch.open(post.openCases)}</Text>
    </Tap>
  );
}

/** The posts that can be chosen, with a search where there are many. */
function PostList({
  posts,
  chosenId,
  onChoose,
}: {
  posts: readonly PostChoice[] | undefined;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}) {
  const t = useTexts(dialogTexts);
  const [search, setSearch] = useState("");
  const wanted = search.trim();
  const shown = (posts ?? []).filter((post) =>
    `${post.departmentName}${post.name}${post.holderName}`.includes(wanted),
  );
  return (
    <>
      {posts !== undefined && posts.length > 6 ? (
        <LabelledText
          quiet
          label={t.dispatch.search}
          placeholder={t.dispatch.search}
          value={search}
          most={SEARCH_LENGTH}
          onChange={setSearch}
        />
      ) : null}
      <View className="mt-2" {...aria({ role: "radiogroup", label: t.dispatch.lead })}>
        {shown.map((post) => (
          <PostRow key={post.id} post={post} on={post.id === chosenId} onTap={() => onChoose(post.id)} />
        ))}
      </View>
      {posts === undefined || shown.length === 0 ? (
        <View className="t-s ink-2 cs-said">
          {posts === undefined ? t.dispatch.loading : t.dispatch.none}
        </View>
      ) : null}
    </>
  );
}

/** What has been chosen and written, and what is still missing. */
function useDispatchDraft({ requestId, posts, overrideNeedsReason, onConfirm }: DispatchDialogProps) {
  const t = useTexts(dialogTexts);
  const draft = useDraft(`dispatch:${requestId}`, { postId: "", note: "", overrideReason: "" });
  const suggested = posts?.find((post) => post.suggested && post.holderName !== "");
  const chosen = posts?.find((post) => post.id === draft.values.postId) ?? suggested;
  const overrides = overrideNeedsReason && chosen !== undefined && !chosen.suggested;
  const note = draft.values.note.trim();
  const overrideReason = draft.values.overrideReason.trim();
  const reasonMissing = overrides && overrideReason === "" ? t.dispatch.overrideNeeded : undefined;
  const blocked = chosen === undefined ? t.dispatch.pick : reasonMissing;
  const confirm = () => {
    if (chosen === undefined || blocked !== undefined) return;
    const choice = {
      postId: chosen.id,
      ...(note === "" ? {} : { note }),
      ...(overrides ? { overrideReason } : {}),
    };
    void onConfirm(choice).then((done) => done && draft.clear());
  };
  return { draft, chosen, overrides, blocked, confirm };
}

/** To whom a case goes: the suggestion first with its reason, and how much each already has. */
export function DispatchDialog(props: DispatchDialogProps) {
  const { layout, sub, posts, busy, trouble, onClose } = props;
  const t = useTexts(dialogTexts);
  const { draft, chosen, overrides, blocked, confirm } = useDispatchDraft(props);
  return (
    <StaffDialog
      layout={layout}
      title={t.dispatch.title}
      sub={sub}
      footNote={t.dispatch.foot}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={
            chosen === undefined
              ? t.dispatch.pick
              : t.dispatch.confirm(chosen.holderName, chosen.departmentName)
          }
          blocked={blocked}
          busy={busy}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble} />
      <PostList posts={posts} chosenId={chosen?.id} onChoose={(id) => draft.set("postId", id)} />
      {overrides ? (
        <LabelledText
          label={t.dispatch.overrideReason}
          placeholder={t.dispatch.overridePlaceholder}
          value={draft.values.overrideReason}
          most={BOUNDS.reason}
          onChange={(reason) => draft.set("overrideReason", reason)}
        />
      ) : null}
      <LabelledText
        label={t.dispatch.note}
        placeholder={t.dispatch.notePlaceholder}
        value={draft.values.note}
        most={BOUNDS.note}
        lines="several"
        onChange={(note) => draft.set("note", note)}
      />
    </StaffDialog>
  );
}
