import { ScrollView, Text, View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useEffect, useState, type PropsWithChildren, type ReactNode } from "react";
import { useAnnouncement } from "../../hooks/useAnnouncement";
import { useOnline } from "../../hooks/useOnline";
import { useDrawnSize } from "../../hooks/useSettings";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { platform } from "../../platform";
import type { RouteName } from "../../routes";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Footer } from "./Footer";
import { NavBar, type NavBarProps } from "./NavBar";
import { OfferElder } from "./OfferElder";

export interface PageProps {
  /** Name of the page, told with a complaint that is written from here. */
  name: RouteName;
  title: string;
  nav?: NavBarProps["kind"];
  side?: ReactNode;
  backTo?: RouteName;
  onBack?: () => void;
  /** Stays at the bottom: action bar or tab bar. */
  bottom?: ReactNode;
  /** Sheets over the page. */
  over?: ReactNode;
  /** Pulling the page down calls it. */
  onRefresh?: () => Promise<unknown>;
  /** Near the end of the scroll. */
  onEnd?: () => void;
  /** Only the code page is white; the rest is paper. */
  white?: boolean;
  footer?: boolean;
  /** Id of an element to scroll into view. */
  jumpTo?: string | undefined;
}

/** Frame of every page for one hand: bar, one scroll, one bottom. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { name, title, nav = "sub", bottom, over, white = false, footer = true } = props;
  const t = useTexts(frameTexts);
  const textSize = useDrawnSize();
  const online = useOnline();
  const announcement = useAnnouncement();
  const pull = usePull(props.onRefresh);
  useDidShow(() => platform.setTitle(title));
  useEffect(() => platform.setTitle(title), [title]);
  return (
    <View className={`page page-phone mode-${textSize} ${white ? "page-white" : ""}`}>
      <NavBar
        title={title}
        kind={nav}
        side={props.side}
        {...(props.backTo === undefined ? {} : { backTo: props.backTo })}
        {...(props.onBack === undefined ? {} : { onBack: props.onBack })}
      />
      {online ? null : (
        <View className="offline" {...aria({ role: "status" })}>
          <Icon name="offline" size="s" colour="amber-ink" className="mr-2" />
          <Text>{t.offline}</Text>
        </View>
      )}
      <ScrollView
        className="page-body"
        scrollY
        enhanced
        showScrollbar={false}
        onScrollToLower={() => props.onEnd?.()}
        {...(props.jumpTo === undefined ? {} : { scrollIntoView: props.jumpTo, scrollWithAnimation: true })}
        {...pull}
      >
        <View className="page-in" {...aria({ role: "main" })}>
          <OfferElder />
          {props.children}
          <View className="spring" />
          {footer ? <Footer page={name} /> : null}
        </View>
      </ScrollView>
      {bottom}
      <View className="live" {...aria({ live: "polite" })}>
        {announcement}
      </View>
      {over}
    </View>
  );
}

/** Pulling down to refresh exists in WeChat's scroll view only. */
function usePull(onRefresh: PageProps["onRefresh"]) {
  const [refreshing, setRefreshing] = useState(false);
  if (onRefresh === undefined || platform.name !== "weapp") return {};
  return {
    refresherEnabled: true,
    refresherBackground: "transparent",
    refresherTriggered: refreshing,
    onRefresherRefresh: () => {
      setRefreshing(true);
      void onRefresh().finally(() => setRefreshing(false));
    },
  };
}
