import { View } from "@tarojs/components";
import { useState } from "react";
import { Button } from "../../components/base/Button";
import { Sheet } from "../../components/frame/Sheet";
import { restart } from "../../hooks/navigation";
import { signOut } from "../../hooks/useSignIn";
import { useTexts } from "../../i18n/texts";
import { meTexts } from "./texts";

/** Asks before the device forgets what it kept. */
export function SignOutSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(meTexts);
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    void signOut().then(() => restart("home"));
  };
  return (
    <Sheet
      title={t.signOutTitle}
      onClose={onClose}
      actions={
        <View>
          <Button
            kind="danger"
            text={t.signOutYes}
            onTap={leave}
            {...(busy ? { busyText: t.signOut } : {})}
          />
          <Button className="mt-2" kind="quiet" text={t.stay} onTap={onClose} />
        </View>
      }
    >
      <View>{t.signOutText}</View>
    </Sheet>
  );
}
