import { ScrollView, View } from "@tarojs/components";
import { useEffect, useRef, type PropsWithChildren, type ReactNode } from "react";
import { platform } from "../../platform";
import { aria } from "../base/aria";
import { Heading } from "../base/Heading";

export interface SheetProps {
  title: string;
  /** Buttons, the main one first. */
  actions: ReactNode;
  onClose: () => void;
}

interface Press {
  stopPropagation: () => void;
}

/** A question over the page: what will happen, who is told, what cannot be undone. A tap beside it closes it. */
export function Sheet({ title, actions, onClose, children }: PropsWithChildren<SheetProps>) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => platform.enterDialog("sheet", () => close.current()), []);
  return (
    <View className="scrim" onClick={onClose} catchMove>
      <View
        id="sheet"
        className="sheet"
        onClick={(event: Press) => event.stopPropagation()}
        {...aria({ role: "dialog", modal: true, label: title })}
      >
        <Heading className="sheet-h">{title}</Heading>
        <ScrollView className="sheet-b" scrollY>
          {children}
        </ScrollView>
        <View className="sheet-f">{actions}</View>
      </View>
    </View>
  );
}
