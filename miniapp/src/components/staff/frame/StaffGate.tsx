import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useDidShow } from "@tarojs/taro";
import type { ReactNode } from "react";
import { useMe } from "../../../api/session";
import { restart } from "../../../hooks/navigation";
import { loadServiceInfo, useServiceInfo } from "../../../hooks/useServiceInfo";
import { useTexts } from "../../../i18n/texts";
import { Button } from "../../base/Button";
import { Heading } from "../../base/Heading";
import { Page } from "../../frame/Page";
import { staffTexts } from "../texts/staffTexts";

export interface StaffGateProps {
  may: (me: Me) => boolean;
  children: (me: Me) => ReactNode;
}

/** Shows a staff page to whom it is for; tells everybody else where to go. The server decides what they may see. */
export function StaffGate({ may, children }: StaffGateProps) {
  const t = useTexts(staffTexts);
  const me = useMe();
  useDidShow(() => void loadServiceInfo());
  // Dates on the page are counted from the server's day: it is drawn anew when that becomes known.
  useServiceInfo();
  if (me !== undefined && may(me)) return <>{children(me)}</>;
  const signedOut = me === undefined;
  const title = signedOut ? t.signedOut : t.notStaff;
  return (
    <Page name="board" title={title} nav="tab">
      <View className="sf-sheet mt-4 sf-closed">
        <Heading className="t-l b">{title}</Heading>
        <View className="ink-2 mt-2 mb-3">{signedOut ? t.signedOutWhy : t.notStaffWhy}</View>
        <Button text={signedOut ? t.signIn : t.toHome} onTap={() => restart(signedOut ? "signIn" : "home")} />
      </View>
    </Page>
  );
}
