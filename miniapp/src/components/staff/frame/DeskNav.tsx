import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { open, replace } from "../../../hooks/navigation";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { IconName } from "../../../theme/iconShapes";
import { aria } from "../../base/aria";
import { Icon } from "../../base/Icon";
import { Tap } from "../../base/Tap";
import { staffTexts } from "../texts/staffTexts";
import {
  casePlaces,
  mayEnter,
  officeOf,
  PLACE_FACTS,
  PLACE_GROUPS,
  placesOf,
  type StaffPlace,
} from "./staffPlaces";

interface NavItemProps {
  icon: IconName;
  word: string;
  on: boolean;
  /** Only the icon is seen; the word is its label. */
  wordless: boolean;
  count?: string | undefined;
  onTap: () => void;
}

function NavItem({ icon, word, on, wordless, count, onTap }: NavItemProps) {
  return (
    <Tap
      className={`sf-item ${on ? "sf-item-on" : ""}`}
      role="link"
      onTap={onTap}
      {...(wordless ? { label: word } : {})}
    >
      <Icon name={icon} size="s" colour={on ? "primary" : "ink"} />
      <Text className="sf-item-w">{word}</Text>
      {count === undefined ? null : <Text className="sf-item-c sf-wide-only">{count}</Text>}
    </Tap>
  );
}

export interface DeskNavProps {
  me: Me;
  current: StaffPlace;
  /** 64 px with icons alone. */
  narrow: boolean;
  /** Open cases, beside the first entry. */
  count?: string | undefined;
}

/** Navigation at the left: 184 px with words, or 64 px with the words on focus. */
export function DeskNav({ me, current, narrow, count }: DeskNavProps) {
  const t = useTexts(staffTexts);
  const frame = useTexts(frameTexts);
  const { say } = useWords();
  const go = (place: StaffPlace) => (place === current ? undefined : replace(PLACE_FACTS[place].route));
  const cases = casePlaces(me);
  const counted = (place: StaffPlace) =>
    cases.includes(place) && (place === current || cases.length === 1) ? count : undefined;
  return (
    <View className="sf-nav" {...aria({ role: "navigation", label: t.nav })}>
      <View className="sf-brand">
        <View className="sf-mark">
          <Icon name="mark" size="s" colour="on-primary" />
        </View>
        <View className="sf-wide-only">
          <View className="sf-brand-n">{frame.appName}</View>
          <View className="sf-brand-s">{t.place}</View>
        </View>
      </View>
      {PLACE_GROUPS.map((group) => {
        const places = placesOf(me, (facts) => facts.group === group);
        return places.length === 0 ? null : (
          <View key={group}>
            <View className="sf-group sf-wide-only">{t.groups[group]}</View>
            {places.map((place) => (
              <NavItem
                key={place}
                icon={PLACE_FACTS[place].icon}
                word={t[place]}
                on={place === current}
                wordless={narrow}
                count={counted(place)}
                onTap={() => go(place)}
              />
            ))}
          </View>
        );
      })}
      <View className="grow" />
      {me.talent === null ? null : (
        <NavItem icon="code" word={t.toTalent} on={false} wordless={narrow} onTap={() => open("home")} />
      )}
      <NavItem
        icon="flag"
        word={t.complaints}
        on={current === "complaints"}
        wordless={narrow}
        onTap={() =>
          mayEnter(me, "complaints")
            ? go("complaints")
            : open("complaint", { page: PLACE_FACTS[current].route })
        }
      />
      <Tap
        className="sf-me"
        role="link"
        onTap={() => go("me")}
        {...(narrow ? { label: t.accountOf(me.displayName, officeOf(me, say)) } : {})}
      >
        <View className="sf-ava">
          <Text>{me.displayName.slice(0, 1)}</Text>
        </View>
        <View className="sf-wide-only grow">
          <View className="sf-me-n sf-el">{me.displayName}</View>
          <View className="sf-me-r">{officeOf(me, say)}</View>
        </View>
      </Tap>
    </View>
  );
}
