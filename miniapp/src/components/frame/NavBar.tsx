import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { back } from "../../hooks/navigation";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import { platform } from "../../platform";
import type { RouteName } from "../../routes";
import { aria } from "../base/aria";
import { Heading } from "../base/Heading";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface NavBarProps {
  title: string;
  /** `tab`: large title without a way back; `close`: a cross instead of the arrow. */
  kind: "tab" | "sub" | "close";
  /** A quiet action beside the title, left of WeChat's capsule. */
  side?: ReactNode;
  /** Where the way back leads when no page lies below. */
  backTo?: RouteName;
  onBack?: () => void;
}

/** The app's own navigation bar: the same in WeChat, which keeps its capsule free, and in the browser. */
export function NavBar({ title, kind, side, backTo = "home", onBack }: NavBarProps) {
  const t = useTexts(frameTexts);
  const { statusBarHeight, capsuleSpace } = platform.frame();
  return (
    <View
      style={{ paddingTop: `${statusBarHeight}px`, paddingRight: `${capsuleSpace}px` }}
      {...aria({ role: "banner" })}
    >
      <View className={`nav ${kind === "tab" ? "nav-tab" : "nav-sub"}`}>
        {kind === "tab" ? null : (
          <Tap
            className="nav-back"
            label={kind === "close" ? t.close : t.back}
            onTap={onBack ?? (() => back(backTo))}
          >
            <Icon name={kind === "close" ? "close" : "left"} />
          </Tap>
        )}
        <Heading level={1} className="nav-title">
          {title}
        </Heading>
        {side}
      </View>
    </View>
  );
}
