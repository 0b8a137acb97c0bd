import { Text } from "@tarojs/components";

export interface TagProps {
  text: string;
  tone?: "line" | "pri" | "amber" | "moss" | "brick";
  className?: string;
}

/** A short fact in a frame: 示例, 已有, A 角. */
export function Tag({ text, tone = "line", className = "" }: TagProps) {
  return <Text className={`tag tag-${tone} ${className}`}>{text}</Text>;
}
