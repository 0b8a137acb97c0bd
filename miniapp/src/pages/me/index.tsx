import { View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useState } from "react";
import { useMe } from "../../api/session";
import { Avatar } from "../../components/base/Avatar";
import { Button } from "../../components/base/Button";
import { Page } from "../../components/frame/Page";
import { TabBar } from "../../components/frame/TabBar";
import { SignInCard } from "../../components/talent/SignInCard";
import { refreshMe } from "../../hooks/useSignIn";
import { useTexts } from "../../i18n/texts";
import { DeviceCells, ServiceCells, WorkCells } from "./MeCells";
import { SignOutSheet } from "./SignOutSheet";
import { meTexts } from "./texts";

/** Fourth tab: the person, their settings and their rights. */
export default function MePage() {
  const t = useTexts(meTexts);
  const me = useMe();
  const [leaving, setLeaving] = useState(false);
  useDidShow(() => void refreshMe());
  const name = me?.talent?.maskedName ?? (me?.displayName || t.noName);
  return (
    <Page
      name="me"
      title={t.title}
      nav="tab"
      onRefresh={refreshMe}
      footer={false}
      bottom={<TabBar current="me" unread={me?.unreadNotices ?? 0} />}
      over={leaving ? <SignOutSheet onClose={() => setLeaving(false)} /> : null}
    >
      {me === undefined ? (
        <SignInCard why={t.signInWhy} />
      ) : (
        <View className="me-head">
          <Avatar name={name} />
          <View className="grow ml-3">
            <View className="t-xl b">{name}</View>
            {me.talent === null ? null : (
              <View className="t-s ink-2">{t.summary(me.talent.category, me.talent.employerName)}</View>
            )}
          </View>
        </View>
      )}
      {me === undefined ? null : <ServiceCells me={me} />}
      <WorkCells me={me} />
      <DeviceCells />
      {me === undefined ? null : (
        <View className="mt-4">
          <Button kind="text" text={t.signOut} onTap={() => setLeaving(true)} id="sign-out" />
        </View>
      )}
    </Page>
  );
}
