import { Text, View } from "@tarojs/components";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { BOUNDS } from "@talent/shared/domain/limits";
import { useState } from "react";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
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
  busy: boolean;
  trouble: string | undefined;
  onClose: () => void;
  onConfirm: (chosen: { postId: string; note: string }) => Promise<boolean>;
}

const SEARCH_LENGTH = 40;

function PostRow({ post, on, onTap }: { post: PostChoice; on: boolean; onTap: () => void }) {
  const t = useTexts(dialogTexts);
  return (
    <Tap className={`dg-post ${on ? "dg-post-on" : ""}`} role="radio" checked={on} onTap={onTap}>
      <View className={`dg-rad ${on ? "dg-rad-on" : ""}`} />
      <View className="grow">
        <View className="row">
          <Text className={on ? "b" : ""}>{`${post.holderName}　${post.departmentName}`}</Text>
          {post.suggested ? <Text className="sf-tag sf-tag-pri ml-2">{t.dispatch.suggested}</Text> : null}
        </View>
        <View className="t-s ink-2">
          {post.suggested ? `${post.name}，${t.dispatch.suggestedWhy}` : post.name}
        </View>
      </View>
      <Text className="t-s ink-2 none ml-2">{t.dispatch.open(post.openCases)}</Text>
    </Tap>
  );
}

/** To whom a case goes: the suggestion first with its reason, and how much each already has. */
export function DispatchDialog(props: DispatchDialogProps) {
  const { layout, requestId, sub, posts, busy, trouble, onClose, onConfirm } = props;
  const t = useTexts(dialogTexts);
  const draft = useDraft(`dispatch:${requestId}`, { postId: "", note: "" });
  const [search, setSearch] = useState("");
  const suggested = posts?.find((post) => post.suggested);
  const chosen = posts?.find((post) => post.id === draft.values.postId) ?? suggested;
  const wanted = search.trim();
  const shown = (posts ?? []).filter((post) =>
    `${post.departmentName}${post.name}${post.holderName}`.includes(wanted),
  );
  const confirm = () => {
    if (chosen === undefined) return;
    void onConfirm({ postId: chosen.id, note: draft.values.note.trim() }).then(
      (done) => done && draft.clear(),
    );
  };
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
          blocked={chosen === undefined ? t.dispatch.pick : undefined}
          busy={busy}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble} />
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
          <PostRow
            key={post.id}
            post={post}
            on={post.id === chosen?.id}
            onTap={() => draft.set("postId", post.id)}
          />
        ))}
      </View>
      {posts === undefined || shown.length === 0 ? (
        <View className="t-s ink-2 cs-said">
          {posts === undefined ? t.dispatch.loading : t.dispatch.none}
        </View>
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
