import { Text, View } from "@tarojs/components";
import { Icon } from "../../components/base/Icon";
import { Section } from "../../components/base/Section";
import { Tap } from "../../components/base/Tap";
import { itemIcon } from "../../components/talent/itemFacts";
import { open } from "../../hooks/navigation";
import { useQuery } from "../../hooks/useQuery";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { homeTexts } from "./texts";

const SHOWN = 4;

/** Four ways into the catalogue: the first items that this person may ask for. */
export function CommonServices() {
  const t = useTexts(homeTexts);
  const words = useWords();
  const { data } = useQuery("items.list", { query: { limit: 20 } }, { keep: true });
  const all = data?.items ?? [];
  const mine = all.filter((item) => item.entitlement.entitled);
  const shown = (mine.length >= SHOWN ? mine : all).slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <View>
      <Section title={t.common} more={{ text: t.allServices, onTap: () => open("services") }} />
      <View className="quick">
        {shown.map((item) => (
          <Tap key={item.id} className="quick-i" role="link" onTap={() => open("guide", { id: item.id })}>
            <View className="quick-t">
              <Icon name={itemIcon(item.icon)} colour="primary" />
            </View>
            <Text>{words.say(item.name)}</Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}
