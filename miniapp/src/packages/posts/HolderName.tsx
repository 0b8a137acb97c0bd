import { Text, View } from "@tarojs/components";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import type { PostLetter } from "@talent/shared/domain/posts";

/** Letter and name of a holder; solid where B stands in. */
export function HolderName({ post, letter }: { post: PlannedPost; letter: PostLetter }) {
  const holder = post.holders.find((one) => one.letter === letter);
  const standsIn = letter === "B" && post.duty?.letter === "B";
  return (
    <View className="row">
      <View className={`hd-l ${standsIn ? "hd-b" : ""}`}>
        <Text>{letter}</Text>
      </View>
      <Text className="sf-el">{holder?.name ?? "—"}</Text>
    </View>
  );
}
