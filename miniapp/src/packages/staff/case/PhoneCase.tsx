import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { STATUS_LABELS, ACTION_BUTTONS } from "@talent/shared/labels/requests";
import { useState } from "react";
import { openApiFile } from "../../../api/client";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tap } from "../../../components/base/Tap";
import { Sheet } from "../../../components/frame/Sheet";
import { ActionList } from "../../../components/staff/case/ActionList";
import { CaseFacts } from "../../../components/staff/case/CaseFacts";
import { CaseWork } from "../../../components/staff/case/CaseWork";
import { CaseTimeline } from "../../../components/staff/case/CaseTimeline";
import { LimitPanel } from "../../../components/staff/case/LimitPanel";
import { Materials } from "../../../components/staff/case/Materials";
import { statusShape } from "../../../components/staff/case/statusShape";
import { WorkMarks } from "../../../components/staff/case/WorkMarks";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CaseBanners } from "./CaseBanners";
import { CaseDetails, CaseOutcome, CasePoints } from "./CaseBody";
import type { CaseFrameProps } from "./CaseScreen";
import type { CasePageState } from "./useCasePage";

/** The next step under the thumb; everything else one tap away. */
function Dock({ page, onMore }: { page: CasePageState; onMore: () => void }) {
  const t = useTexts(caseTexts);
  const { say } = useWords();
  const [first] = page.actions;
  const callable = page.officers.filter((officer) => officer.phone !== undefined).length;
  const others = Math.max(0, page.actions.length - 1) + callable;
  return (
    <View className="actions">
      {page.later === undefined ? null : <View className="actions-note">{page.later}</View>}
      <View className="cs-dock">
        {first === undefined ? (
          <Text className="grow ink-2">{t.nothing}</Text>
        ) : (
          <Button
            className="grow"
            text={say(ACTION_BUTTONS[first.action])}
            busyText={page.act.busy === first.action ? t.busy : undefined}
            onTap={() => page.start(first.action)}
          />
        )}
        {others === 0 ? null : (
          <Tap className="cs-dock-more" onTap={onMore}>
            <Text>{t.more(others)}</Text>
          </Tap>
        )}
      </View>
      <View className="actions-safe" />
    </View>
  );
}

function MoreSheet({ page, onClose }: { page: CasePageState; onClose: () => void }) {
  const t = useTexts(caseTexts);
  const frame = useTexts(frameTexts);
  return (
    <Sheet
      title={t.actions}
      onClose={onClose}
      actions={<Button kind="text" text={frame.close} onTap={onClose} />}
    >
      <ActionList
        skipFirst
        actions={page.actions}
        busy={page.act.busy}
        officers={page.officers}
        aside={page.aside}
        onAct={(action) => {
          onClose();
          page.start(action);
        }}
      />
    </Sheet>
  );
}

/** The case on the phone: cards one below the other, actions in thumb reach. */
export function PhoneCase({
  me,
  page,
  request,
  from,
  over,
  onNext,
  onFocusPoint,
}: CaseFrameProps & { me: Me }) {
  const board = useTexts(boardTexts);
  const { say } = useWords();
  const [more, setMore] = useState(false);
  return (
    <StaffFrame
      layout="phone"
      sub
      me={me}
      current={from}
      title={request.number}
      onRefresh={page.query.refresh}
      dock={<Dock page={page} onMore={() => setMore(true)} />}
      over={over ?? (more ? <MoreSheet page={page} onClose={() => setMore(false)} /> : null)}
    >
      <CaseBanners page={page} onNext={onNext} />
      <View className="row row-between">
        <Heading className="t-xl b">{say(request.itemName)}</Heading>
        <StatusMark
          shape={statusShape(request)}
          word={say(STATUS_LABELS[request.status])}
          className="t-s ml-2 none"
        />
      </View>
      <WorkMarks request={request} />
      <View className="t-s ink-2">{`${request.maskedName}　${board.categoryWord(request.category)}　${request.districtName}`}</View>
      {request.limit === undefined ? null : (
        <View className="cs-card">
          <View className="cs-s">
            <LimitPanel folded request={request} />
          </View>
        </View>
      )}
      <View className="cs-card">
        <CaseOutcome request={request} />
        <CaseWork request={request} />
        <CasePoints page={page} request={request} onFocus={onFocusPoint} />
      </View>
      <View className="cs-card">
        <CaseFacts request={request} phone={page.phone} phoneError={page.phoneError} onReveal={page.reveal} />
        <CaseDetails request={request} />
      </View>
      {request.materials.length === 0 ? null : (
        <View className="cs-card">
          <View className="cs-s">
            <Materials
              request={request}
              shown={undefined}
              onShow={({ file }) =>
                void openApiFile("requests.readMaterial", { id: request.id, fileId: file.id }, file.fileName)
              }
            />
          </View>
        </View>
      )}
      <View className="cs-card">
        <CaseTimeline events={request.timeline} />
      </View>
    </StaffFrame>
  );
}
