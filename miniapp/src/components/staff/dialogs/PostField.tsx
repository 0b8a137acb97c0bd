import { Text, View } from "@tarojs/components";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { useState } from "react";
import { useTexts } from "../../../i18n/texts";
import { aria } from "../../base/aria";
import { Tap } from "../../base/Tap";
import { workDialogTexts } from "../texts/workDialogTexts";
import { LabelledText } from "./LabelledText";

const SEARCH_LENGTH = 40;
/** From more posts than these on there is a search. */
const SEARCH_FROM = 6;
/** Posts that are listed at once; the search finds the others. */
const LISTED = 5;

export interface PostFieldProps {
  label: string;
  /** Undefined while they are read. */
  posts: readonly PostChoice[] | undefined;
  value: string;
  onChange: (postId: string) => void;
}

function PostLine({ post, on, onTap }: { post: PostChoice; on: boolean; onTap: () => void }) {
  const t = useTexts(workDialogTexts).posts;
  return (
    <Tap className={`dg-post ${on ? "dg-post-on" : ""}`} role="radio" checked={on} onTap={onTap}>
      <View className={`dg-rad ${on ? "dg-rad-on" : ""}`} />
      <View className="grow">
        <View className={on ? "b" : ""}>{`${post.holderName}　${post.departmentName}`}</View>
        <View className="t-s ink-2">{post.name}</View>
      </View>
      <Text className="t-s ink-2 none ml-2">{t.open(post.openCases)}</Text>
    </Tap>
  );
}

/** One post of another department: the chosen one alone, or a short list with a search over all. */
export function PostField({ label, posts, value, onChange }: PostFieldProps) {
  const t = useTexts(workDialogTexts).posts;
  const [search, setSearch] = useState("");
  const chosen = posts?.find((post) => post.id === value);
  if (chosen !== undefined)
    return (
      <View className="dg-field">
        <View className="row row-between">
          <Text className="t-s ink-2">{label}</Text>
          <Tap className="sf-link-hit sf-link" onTap={() => onChange("")}>
            <Text>{t.change}</Text>
          </Tap>
        </View>
        <PostLine post={chosen} on onTap={() => onChange("")} />
      </View>
    );
  const wanted = search.trim();
  const found = (posts ?? []).filter((post) =>
    `${post.departmentName}${post.name}${post.holderName}`.includes(wanted),
  );
  return (
    <View className="dg-field">
      <Text className="t-s ink-2">{label}</Text>
      {posts !== undefined && posts.length > SEARCH_FROM ? (
        <LabelledText
          quiet
          label={t.search}
          placeholder={t.search}
          value={search}
          most={SEARCH_LENGTH}
          onChange={setSearch}
        />
      ) : null}
      <View className="mt-2" {...aria({ role: "radiogroup", label })}>
        {found.slice(0, LISTED).map((post) => (
          <PostLine key={post.id} post={post} on={false} onTap={() => onChange(post.id)} />
        ))}
      </View>
      {found.length === 0 ? (
        <View className="t-s ink-2 cs-said">{posts === undefined ? t.loading : t.none}</View>
      ) : null}
    </View>
  );
}
