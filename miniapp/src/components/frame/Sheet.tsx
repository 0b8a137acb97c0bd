import { ScrollView, View } from "@tarojs/components";
import type { PropsWithChildren, ReactNode } from "react";
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
  return (
    <View className="scrim" onClick={onClose} catchMove>
      <View
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
