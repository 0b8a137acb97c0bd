import { View } from "@tarojs/components";
import { Cell } from "../../../components/list/Cell";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { guideTexts } from "./texts";

/** The item can be done in a hall too: a number now, or a time to come. */
export function OnSiteEntry({ itemId }: { itemId: string }) {
  const t = useTexts(guideTexts);
  return (
    <View className="card card-flush mt-3">
      <Cell
        first
        icon="ticket"
        label={t.onSite}
        value={t.onSiteHint}
        onTap={() => open("takeNumber", { item: itemId })}
      />
    </View>
  );
}
