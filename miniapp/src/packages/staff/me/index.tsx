import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import { useState } from "react";
import { Avatar } from "../../../components/base/Avatar";
import { Button } from "../../../components/base/Button";
import { Section } from "../../../components/base/Section";
import { Sheet } from "../../../components/frame/Sheet";
import { Cell } from "../../../components/list/Cell";
import { KeyValue } from "../../../components/list/Fact";
import { HintCell } from "../../../components/staff/HintCell";
import { useLayout } from "../../../components/staff/browser/layout";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { officeOf, PLACE_FACTS, placesOf } from "../../../components/staff/frame/staffPlaces";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { staffTexts } from "../../../components/staff/texts/staffTexts";
import { open, restart } from "../../../hooks/navigation";
import { signOut } from "../../../hooks/useSignIn";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ApproveSheet } from "./ApproveSheet";
import { MeSettings } from "./MeSettings";
import { ShiftCell } from "./ShiftCell";

function SignOutSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(meTexts);
  const leave = () => void signOut().then(() => restart("signIn"));
  return (
    <Sheet
      title={t.signOutTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" text={t.signOutConfirm} onTap={leave} />
          <Button kind="text" text={t.stay} onTap={onClose} className="mt-2" />
        </>
      }
    >
      <Text>{t.signOutWhy}</Text>
    </Sheet>
  );
}

function RoleList({ me }: { me: Me }) {
  const t = useTexts(meTexts);
  const { say } = useWords();
  return (
    <>
      <Section title={t.roles} />
      <View className="card card-flush">
        {me.roles.map((grant, index) => (
          <KeyValue
            key={`${grant.role}${index}`}
            first={index === 0}
            label={grant.departmentName ?? grant.districtName ?? grant.employerName ?? t.wholeCity}
            value={say(ROLE_LABELS[grant.role])}
          />
        ))}
      </View>
      <View className="t-s ink-2 mt-2">{t.rolesHint}</View>
    </>
  );
}

/** Places without a tab of their own on the phone. */
function PlaceCells({ me }: { me: Me }) {
  const t = useTexts(meTexts);
  const words = useTexts(staffTexts);
  const layout = useLayout();
  const places = placesOf(me, ({ tab }) => !tab);
  if (layout !== "phone" || places.length === 0) return null;
  return (
    <>
      <Section title={t.places} />
      <View className="card card-flush">
        {places.map((place, index) => (
          <Cell
            key={place}
            first={index === 0}
            icon={PLACE_FACTS[place].icon}
            label={words[place]}
            onTap={() => open(PLACE_FACTS[place].route)}
          />
        ))}
      </View>
    </>
  );
}

function MyPage({ me }: { me: Me }) {
  const t = useTexts(meTexts);
  const { say } = useWords();
  const layout = useLayout();
  const [sheet, setSheet] = useState<"approve" | "signOut" | undefined>(undefined);
  const close = () => setSheet(undefined);
  return (
    <StaffColumn
      me={me}
      current="me"
      title={t.title}
      over={
        sheet === "approve" ? (
          <ApproveSheet onClose={close} />
        ) : sheet === "signOut" ? (
          <SignOutSheet onClose={close} />
        ) : null
      }
    >
      <View className="me-head">
        <Avatar name={me.displayName} />
        <View className="grow ml-3">
          <View className="t-xl b">{me.displayName}</View>
          <View className="ink-2">{officeOf(me, say)}</View>
        </View>
      </View>
      <View className="card card-flush">
        <Cell
          first
          icon="inbox"
          label={t.inbox}
          value={t.unread(me.unreadNotices)}
          onTap={() => open("inbox")}
        />
        <ShiftCell />
        <HintCell icon="scan" label={t.approve} hint={t.approveHint} onTap={() => setSheet("approve")} />
        {me.talent === null ? null : <Cell icon="code" label={t.toTalent} onTap={() => restart("home")} />}
      </View>
      <PlaceCells me={me} />
      <RoleList me={me} />
      <MeSettings withKeys={layout !== "phone"} />
      <View className="card card-flush mt-4">
        <Cell first icon="info" label={t.about} onTap={() => open("about")} />
        <Cell icon="eye" label={t.accessibility} onTap={() => open("accessibility")} />
      </View>
      <View className="mt-4">
        <Button kind="line" text={t.signOut} onTap={() => setSheet("signOut")} />
      </View>
    </StaffColumn>
  );
}

/** 我的 of the staff side: who I am, how I read, and what belongs to my account. */
export default function StaffMePage() {
  return <StaffGate may={() => true}>{(me) => <MyPage me={me} />}</StaffGate>;
}
