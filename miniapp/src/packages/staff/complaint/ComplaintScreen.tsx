import { ScrollView, Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import { COMPLAINT_KIND_LABELS, COMPLAINT_STATUS_LABELS } from "@talent/shared/labels/complaints";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Icon } from "../../../components/base/Icon";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tag } from "../../../components/base/Tag";
import { Tap } from "../../../components/base/Tap";
import { complaintShape } from "../../../components/complaints/complaintState";
import { complaintTexts } from "../../../components/complaints/complaintTexts";
import { DueLine } from "../../../components/complaints/DueLine";
import { Sheet } from "../../../components/frame/Sheet";
import { Banner } from "../../../components/staff/Banner";
import { useKeys } from "../../../components/staff/browser/keys";
import { useLayout, type Layout } from "../../../components/staff/browser/layout";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { StaffWait } from "../../../components/staff/frame/StaffWait";
import { staffTexts } from "../../../components/staff/texts/staffTexts";
import { back } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useQuery } from "../../../hooks/useQuery";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { actsOf, type StaffAct } from "./acts";
import { ComplaintDialog } from "./ComplaintDialog";
import { Acts, Answers, History, Letter } from "./ComplaintParts";
import { staffComplaintTexts } from "./texts";

function Mark({ complaint }: { complaint: ComplaintDetail }) {
  const shared = useTexts(complaintTexts);
  const { say } = useWords();
  return (
    <>
      <View className="cs-state">
        <StatusMark shape={complaintShape(complaint)} word={say(COMPLAINT_STATUS_LABELS[complaint.status])} />
      </View>
      {complaint.round > 1 ? <Tag text={shared.secondRound} tone="amber" className="ml-2" /> : null}
    </>
  );
}

function DeskHead({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(staffTexts);
  const { say } = useWords();
  return (
    <View className="cs-hd sf-wide">
      <View className="cs-crumb">
        <Tap className="cs-crumb-i" role="link" onTap={() => back("staffComplaints")}>
          <Icon name="left" size="14" colour="ink-2" className="mr-2" />
          <Text>{t.complaints}</Text>
        </Tap>
      </View>
      <View className="cs-title">
        <Heading level={1} className="sf-hd-t">
          {`${say(COMPLAINT_KIND_LABELS[complaint.kind])} ${complaint.number}`}
        </Heading>
        <Mark complaint={complaint} />
      </View>
    </View>
  );
}

/** Until when, and who looks into it. */
function Standing({ complaint }: { complaint: ComplaintDetail }) {
  const shared = useTexts(complaintTexts);
  return (
    <View>
      <DueLine complaint={complaint} className="t-l b" />
      {complaint.investigator === undefined ? null : (
        <View className="mt-1">
          <Text className="ink-2">{`${shared.investigator}　`}</Text>
          <Text>{complaint.investigator}</Text>
        </View>
      )}
    </View>
  );
}

interface ViewProps {
  complaint: ComplaintDetail;
  onAct: (act: StaffAct) => void;
}

function WideBody({ complaint, onAct, stacked }: ViewProps & { stacked: boolean }) {
  const t = useTexts(staffComplaintTexts);
  const side = (
    <>
      <Standing complaint={complaint} />
      <View className="cs-acts">
        <Heading className="cs-h">{t.actions}</Heading>
        <Acts complaint={complaint} onAct={onAct} />
      </View>
    </>
  );
  const main = (
    <>
      <Letter complaint={complaint} />
      <Answers complaint={complaint} />
      <History complaint={complaint} />
    </>
  );
  if (stacked)
    return (
      <ScrollView className="sf-scroll" scrollY>
        <View className="cs-stack">
          <View className="cs-stack-p">{side}</View>
          <View className="cs-stack-c mt-3">{main}</View>
        </View>
      </ScrollView>
    );
  return (
    <View className="cs-cols sf-wide">
      <ScrollView className="cs-l" scrollY>
        {main}
      </ScrollView>
      <ScrollView className="cs-r" scrollY>
        <View className="cs-r-in">{side}</View>
      </ScrollView>
    </View>
  );
}

function PhoneBody({ complaint }: { complaint: ComplaintDetail }) {
  const { say } = useWords();
  return (
    <View>
      <View className="row">
        <Heading className="t-xl b grow">{say(COMPLAINT_KIND_LABELS[complaint.kind])}</Heading>
        <Mark complaint={complaint} />
      </View>
      <Standing complaint={complaint} />
      <View className="cs-card">
        <Letter complaint={complaint} />
      </View>
      {complaint.answers.length === 0 ? null : (
        <View className="cs-card">
          <Answers complaint={complaint} />
        </View>
      )}
      <View className="cs-card">
        <History complaint={complaint} />
      </View>
    </View>
  );
}

/** The next step under the thumb; everything else one tap away. */
function Dock({ complaint, onAct, onMore }: ViewProps & { onMore: () => void }) {
  const t = useTexts(staffComplaintTexts);
  const [first, ...others] = actsOf(complaint);
  return (
    <View className="actions">
      <View className="cs-dock">
        {first === undefined ? (
          <Text className="grow ink-2">{t.nothing}</Text>
        ) : (
          <Button id={`act-${first}`} className="grow" text={t.did[first]} onTap={() => onAct(first)} />
        )}
        {others.length === 0 ? null : (
          <Tap className="cs-dock-more" onTap={onMore}>
            <Text>{t.more(others.length)}</Text>
          </Tap>
        )}
      </View>
      <View className="actions-safe" />
    </View>
  );
}

function MoreSheet({ complaint, onAct, onClose }: ViewProps & { onClose: () => void }) {
  const t = useTexts(staffComplaintTexts);
  const frame = useTexts(frameTexts);
  const act = (chosen: StaffAct) => {
    onClose();
    onAct(chosen);
  };
  return (
    <Sheet
      title={t.actions}
      onClose={onClose}
      actions={<Button kind="text" text={frame.close} onTap={onClose} />}
    >
      <Acts skipFirst complaint={complaint} onAct={act} />
    </Sheet>
  );
}

function useComplaintPage(id: string) {
  const t = useTexts(staffComplaintTexts);
  const query = useQuery("complaints.read", { params: { id } });
  const [asking, setAsking] = useState<StaffAct | "more">();
  const [said, setSaid] = useState<string>();
  const done = (act: StaffAct, changed: ComplaintDetail) => {
    const sentence = t.done[act](changed.number);
    setAsking(undefined);
    query.replace(changed);
    setSaid(sentence);
    announce(sentence);
  };
  return { query, asking, setAsking, said, done };
}

interface ScreenProps {
  me: Me;
  complaint: ComplaintDetail;
  layout: Layout;
  page: ReturnType<typeof useComplaintPage>;
}

function Screen({ me, complaint, layout, page }: ScreenProps) {
  const { asking, setAsking, said, query } = page;
  const close = () => setAsking(undefined);
  const over =
    asking === undefined ? null : asking === "more" ? (
      <MoreSheet complaint={complaint} onAct={setAsking} onClose={close} />
    ) : (
      <ComplaintDialog
        act={asking}
        layout={layout}
        complaint={complaint}
        onClose={close}
        onDone={(changed) => page.done(asking, changed)}
      />
    );
  const banner = said === undefined ? null : <Banner tone="primary" icon="check" text={said} />;
  return (
    <StaffFrame
      layout={layout}
      sub
      me={me}
      current="complaints"
      title={complaint.number}
      header={<DeskHead complaint={complaint} />}
      dock={<Dock complaint={complaint} onAct={setAsking} onMore={() => setAsking("more")} />}
      over={over}
      onRefresh={query.refresh}
    >
      {banner}
      {layout === "phone" ? (
        <PhoneBody complaint={complaint} />
      ) : (
        <WideBody complaint={complaint} stacked={layout !== "wide"} onAct={setAsking} />
      )}
    </StaffFrame>
  );
}

/** One complaint with everything the reader may see and do. */
export function ComplaintScreen({ me, id }: { me: Me; id: string }) {
  const layout = useLayout();
  const page = useComplaintPage(id);
  useKeys({ Escape: () => back("staffComplaints") }, page.asking === undefined);
  const complaint = page.query.data;
  if (complaint === undefined)
    return (
      <StaffWait
        layout={layout}
        me={me}
        current="complaints"
        error={page.query.error}
        onRetry={() => void page.query.refresh()}
      />
    );
  return <Screen me={me} complaint={complaint} layout={layout} page={page} />;
}
