import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { replace } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { aria } from "../../base/aria";
import { Icon } from "../../base/Icon";
import { Tap } from "../../base/Tap";
import { staffTexts } from "../texts/staffTexts";
import { casePlaces, PLACE_FACTS, placesOf, type StaffPlace } from "./staffPlaces";

/** Tab bar of the staff side on the phone. */
export function StaffTabs({ me, current }: { me: Me; current: StaffPlace }) {
  const t = useTexts(staffTexts);
  const cases = casePlaces(me);
  // Whoever has a single place of work goes there by a tab, wherever others find it.
  const [first] = placesOf(me, ({ group }) => group !== "foot");
  const tabs = placesOf(me, (facts) => facts.tab || (first !== undefined && facts === PLACE_FACTS[first]));
  const word = (place: StaffPlace) => (cases.length === 1 && place === cases[0] ? t.cases : t[place]);
  return (
    <View className="tabbar" {...aria({ role: "tablist" })}>
      {tabs.map((tab) => {
        const on = tab === current;
        return (
          <Tap
            key={tab}
            className={`tab ${on ? "tab-on" : ""}`}
            role="tab"
            selected={on}
            onTap={() => (on ? undefined : replace(PLACE_FACTS[tab].route))}
          >
            <Icon
              name={PLACE_FACTS[tab].icon}
              colour={on ? "primary" : "ink-2"}
              stroke={on ? 2 : 1.6}
              className="tab-ic"
            />
            <Text>{word(tab)}</Text>
          </Tap>
        );
      })}
    </View>
  );
}
