import { ScrollView, Text, View } from "@tarojs/components";
import type { PropsWithChildren, ReactNode } from "react";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { aria } from "../../base/aria";
import { Heading } from "../../base/Heading";
import { Icon } from "../../base/Icon";
import { Tap } from "../../base/Tap";
import { NavBar } from "../../frame/NavBar";
import { useFocusInside } from "../browser/focus";
import { useKeys } from "../browser/keys";
import type { Layout } from "../browser/layout";

export interface StaffDialogProps {
  layout: Layout;
  title: string;
  /** Which case it is about. */
  sub?: string;
  /** What cannot be undone, beside the buttons. */
  footNote?: string;
  /** Buttons, the main one last on wide screens. */
  actions: ReactNode;
  /** What the person will read, and what follows. */
  side?: ReactNode;
  onClose: () => void;
  /** Ctrl+Enter. */
  onConfirm?: () => void;
}

const DIALOG_ID = "staff-dialog";

interface Press {
  stopPropagation: () => void;
}

/** A dialog on wide screens, a full page with the same sections on the phone. */
export function StaffDialog(props: PropsWithChildren<StaffDialogProps>) {
  useFocusInside(DIALOG_ID);
  useKeys({ Escape: props.onClose, "Control+Enter": () => props.onConfirm?.() });
  return props.layout === "phone" ? <DialogPage {...props} /> : <DialogBox {...props} />;
}

function DialogBox({
  title,
  sub,
  footNote,
  actions,
  side,
  onClose,
  children,
}: PropsWithChildren<StaffDialogProps>) {
  const t = useTexts(frameTexts);
  return (
    <View className="dg-scrim" onClick={onClose}>
      <View
        id={DIALOG_ID}
        className={`dg ${side === undefined ? "dg-slim" : ""}`}
        onClick={(event: Press) => event.stopPropagation()}
        {...aria({ role: "dialog", modal: true, label: title })}
      >
        <View className="dg-h">
          <View className="grow">
            <Heading className="dg-t">{title}</Heading>
            {sub === undefined ? null : <View className="t-s ink-2">{sub}</View>}
          </View>
          <Tap className="dg-x" label={t.close} onTap={onClose}>
            <Icon name="close" size="s" />
          </Tap>
        </View>
        <View className="dg-b">
          <ScrollView className="dg-l" scrollY>
            <View className="dg-l-in">{children}</View>
          </ScrollView>
          {side === undefined ? null : <View className="dg-r">{side}</View>}
        </View>
        <View className="dg-f">
          <Text className="grow t-s ink-2 mr-3">{footNote ?? ""}</Text>
          {actions}
        </View>
      </View>
    </View>
  );
}

function DialogPage({
  title,
  sub,
  footNote,
  actions,
  side,
  onClose,
  children,
}: PropsWithChildren<StaffDialogProps>) {
  return (
    <View id={DIALOG_ID} className="dg-page" {...aria({ role: "dialog", modal: true, label: title })}>
      <NavBar title={title} kind="close" onBack={onClose} />
      <ScrollView className="page-body" scrollY>
        <View className="dg-page-in">
          {sub === undefined ? null : <View className="t-s ink-2">{sub}</View>}
          {children}
          {side === undefined ? null : <View className="dg-page-side">{side}</View>}
        </View>
      </ScrollView>
      <View className="actions">
        {footNote === undefined ? null : <View className="actions-note">{footNote}</View>}
        <View className="dg-page-acts">{actions}</View>
        <View className="actions-safe" />
      </View>
    </View>
  );
}
