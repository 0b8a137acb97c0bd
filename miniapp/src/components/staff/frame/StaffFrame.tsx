import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useDidShow } from "@tarojs/taro";
import { useEffect, type PropsWithChildren, type ReactNode } from "react";
import { useAnnouncement } from "../../../hooks/useAnnouncement";
import { useOnline } from "../../../hooks/useOnline";
import { useSettings } from "../../../hooks/useSettings";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { platform } from "../../../platform";
import type { RouteName } from "../../../routes";
import { aria } from "../../base/aria";
import { Page } from "../../frame/Page";
import { Banner } from "../Banner";
import type { Layout } from "../browser/layout";
import { DeskNav } from "./DeskNav";
import { PLACE_FACTS, type StaffPlace } from "./staffPlaces";
import { StaffTabs } from "./StaffTabs";

export interface StaffFrameProps {
  layout: Layout;
  me: Me;
  current: StaffPlace;
  title: string;
  /** On the phone this page lies above another one. */
  sub?: boolean;
  count?: string | undefined;
  /** Wide screens: the line with title, search and date. */
  header?: ReactNode;
  /** Wide screens: the line of keys at the foot. */
  keysLine?: ReactNode;
  /** Phone: actions in thumb reach instead of the tab bar. */
  dock?: ReactNode;
  /** Phone: a quiet action beside the title. */
  side?: ReactNode;
  /** Phone: where the way back leads when no page lies below; the place itself unless told. */
  backTo?: RouteName;
  /** Dialogs over the page. */
  over?: ReactNode;
  onRefresh?: () => Promise<unknown>;
  onEnd?: () => void;
  /** Phone: id of an element to scroll into view. */
  jumpTo?: string | undefined;
}

/** Frame of every staff page: the same content beside a navigation or above a tab bar. */
export function StaffFrame(props: PropsWithChildren<StaffFrameProps>) {
  return props.layout === "phone" ? <PhoneFrame {...props} /> : <DeskFrame {...props} />;
}

function PhoneFrame({
  me,
  current,
  title,
  sub = false,
  dock,
  side,
  backTo = PLACE_FACTS[current].route,
  over,
  onRefresh,
  onEnd,
  jumpTo,
  children,
}: PropsWithChildren<StaffFrameProps>) {
  return (
    <Page
      name={PLACE_FACTS[current].route}
      title={title}
      nav={sub ? "sub" : "tab"}
      side={side}
      backTo={backTo}
      bottom={dock ?? (sub ? undefined : <StaffTabs me={me} current={current} />)}
      over={over}
      jumpTo={jumpTo}
      {...(onRefresh === undefined ? {} : { onRefresh })}
      {...(onEnd === undefined ? {} : { onEnd })}
    >
      {children}
    </Page>
  );
}

function DeskFrame({
  layout,
  me,
  current,
  title,
  count,
  header,
  keysLine,
  over,
  children,
}: PropsWithChildren<StaffFrameProps>) {
  const textSize = useSettings((settings) => settings.textSize);
  const announcement = useAnnouncement();
  const online = useOnline();
  const frame = useTexts(frameTexts);
  useDidShow(() => platform.setTitle(title));
  useEffect(() => platform.setTitle(title), [title]);
  return (
    <View className={`page sf mode-${textSize} ${layout === "narrow" ? "sf-narrow" : ""}`}>
      <DeskNav me={me} current={current} narrow={layout === "narrow"} count={count} />
      <View className="sf-main" {...aria({ role: "main" })}>
        {online ? null : <Banner tone="amber" icon="offline" text={frame.offline} />}
        {header}
        {children}
        {keysLine}
      </View>
      <View className="live" {...aria({ live: "polite" })}>
        {announcement}
      </View>
      {over}
    </View>
  );
}
