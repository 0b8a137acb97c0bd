import { Text, View } from "@tarojs/components";
import { Heading } from "../../../components/base/Heading";
import { StatusMark } from "../../../components/base/StatusMark";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { useTexts } from "../../../i18n/texts";
import { GROUP_SHAPES, type DeskGroup } from "./deskGroups";

/** Mark and word of a group, and what it means. */
export function DeskGroupHead({ group, size }: { group: DeskGroup; size: number }) {
  const t = useTexts(deskTexts);
  return (
    <View className="bd-grp">
      <StatusMark shape={GROUP_SHAPES[group]} className="mr-2" />
      <Heading className="none nb">{t.groups[group]}</Heading>
      <Text className="bd-grp-n">{String(size)}</Text>
      <Text className="bd-grp-q">{t.groupHints[group]}</Text>
    </View>
  );
}
