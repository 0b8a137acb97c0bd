import { Text, View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import { frameTexts } from "../../i18n/frameTexts";
import { useTexts } from "../../i18n/texts";
import type { IconName } from "../../theme/iconShapes";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

/** The bar at the bottom with the one primary button of the screen, above the safe area. */
export function ActionBar({ note, children }: PropsWithChildren<{ note?: string | undefined }>) {
  const t = useTexts(frameTexts);
  return (
    <View className="actions" {...aria({ role: "region", label: t.actions })}>
      {note === undefined ? null : <View className="actions-note">{note}</View>}
      <View className="row">{children}</View>
      <View className="actions-safe" />
    </View>
  );
}

export interface IconActionProps {
  icon: IconName;
  /** When off it says why. */
  text: string;
  onTap: () => void;
  off?: boolean;
}

/** A second act beside the primary button: icon over word. */
export function IconAction({ icon, text, onTap, off = false }: IconActionProps) {
  return (
    <Tap className={`act ${off ? "act-off" : ""}`} onTap={onTap} disabled={off}>
      <Icon name={icon} colour={off ? "ink-3" : "ink"} className="act-ic" />
      <Text>{text}</Text>
    </Tap>
  );
}
