import { Text, View } from "@tarojs/components";
import { open } from "../../hooks/navigation";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { TALENT_TABS, type TalentTab } from "../../routes";
import type { IconName } from "../../theme/iconShapes";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

const ICONS: Record<TalentTab, IconName> = {
  home: "code",
  services: "services",
  requests: "requests",
  me: "me",
};

/** The talent's four tabs. `unread` messages show as a dot on 我的. */
export function TabBar({ current, unread = 0 }: { current: TalentTab; unread?: number }) {
  const t = useTexts(frameTexts);
  return (
    <View className="tabbar" {...aria({ role: "tablist", label: t.appName })}>
      {TALENT_TABS.map((tab) => {
        const on = tab === current;
        const dot = tab === "me" && unread > 0;
        return (
          <Tap
            key={tab}
            className={`tab ${on ? "tab-on" : ""}`}
            role="tab"
            selected={on}
            label={dot ? `${t.tabs[tab]}${t.tabUnread(unread)}` : t.tabs[tab]}
            onTap={() => (on ? undefined : open(tab))}
          >
            <Icon
              name={ICONS[tab]}
              colour={on ? "primary" : "ink-2"}
              stroke={on ? 2 : 1.6}
              className="tab-ic"
            />
            <Text>{t.tabs[tab]}</Text>
            {dot ? <View className="tab-dot" /> : null}
          </Tap>
        );
      })}
    </View>
  );
}
