import { ScrollView, Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { RECOGNITION_LABELS } from "@talent/shared/labels/people";
import { ACTION_LABELS, STATUS_LABELS } from "@talent/shared/labels/requests";
import { Heading } from "../../../components/base/Heading";
import { Icon } from "../../../components/base/Icon";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tap } from "../../../components/base/Tap";
import { KeysLine } from "../../../components/staff/board/KeysLine";
import type { Layout } from "../../../components/staff/browser/layout";
import { ActionList } from "../../../components/staff/case/ActionList";
import { CaseFacts } from "../../../components/staff/case/CaseFacts";
import { CaseWork } from "../../../components/staff/case/CaseWork";
import { CaseTimeline } from "../../../components/staff/case/CaseTimeline";
import { FilePreview } from "../../../components/staff/case/FilePreview";
import { LimitPanel } from "../../../components/staff/case/LimitPanel";
import { Materials } from "../../../components/staff/case/Materials";
import { statusShape } from "../../../components/staff/case/statusShape";
import { WorkMarks } from "../../../components/staff/case/WorkMarks";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { staffTexts } from "../../../components/staff/texts/staffTexts";
import { back } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CaseBanners } from "./CaseBanners";
import { CaseDetails, CaseOutcome, CasePoints } from "./CaseBody";
import type { CaseFrameProps } from "./CaseScreen";
import type { CasePageState } from "./useCasePage";

function CaseHead({ request, from }: { request: RequestDetail; from: CaseFrameProps["from"] }) {
  const t = useTexts(staffTexts);
  const board = useTexts(boardTexts);
  const { say } = useWords();
  return (
    <View className="cs-hd sf-wide">
      <View className="cs-crumb">
        <Tap className="cs-crumb-i" role="link" onTap={() => back(from)}>
          <Icon name="left" size="14" colour="ink-2" className="mr-2" />
          <Text>{t[from]}</Text>
        </Tap>
        <Text className="ml-2">/</Text>
        <Text className="ml-2">{request.number}</Text>
      </View>
      <View className="cs-title">
        <Heading level={1} className="sf-hd-t">
          {say(request.itemName)}
        </Heading>
        {request.sample ? <Text className="sf-tag ml-2">{say(SAMPLE_LABEL)}</Text> : null}
        <View className="cs-state">
          <StatusMark shape={statusShape(request)} word={say(STATUS_LABELS[request.status])} />
        </View>
        <WorkMarks request={request} className="ml-3" />
        <Text className="cs-title-w">
          {`${request.maskedName}　${board.categoryWord(request.category)}（${say(RECOGNITION_LABELS[request.recognition])}）　${request.districtName}`}
        </Text>
      </View>
    </View>
  );
}

function MainColumn({
  page,
  request,
  onFocusPoint,
}: {
  page: CasePageState;
  request: RequestDetail;
  onFocusPoint: (index: number) => void;
}) {
  return (
    <>
      <CaseFacts request={request} phone={page.phone} phoneError={page.phoneError} onReveal={page.reveal} />
      <CaseOutcome request={request} />
      <CaseWork request={request} />
      <CasePoints page={page} request={request} onFocus={onFocusPoint} />
      <CaseDetails request={request} />
      {request.materials.length === 0 ? null : (
        <View className="cs-two">
          <View className="cs-two-l">
            <Materials request={request} shown={page.shown?.file.id} onShow={page.show} />
          </View>
          <View className="cs-two-r">
            <FilePreview requestId={request.id} shown={page.shown} />
          </View>
        </View>
      )}
      <CaseTimeline events={request.timeline} />
    </>
  );
}

function SideColumn({ page, request }: { page: CasePageState; request: RequestDetail }) {
  const t = useTexts(caseTexts);
  return (
    <>
      <LimitPanel request={request} />
      <View className={request.limit === undefined ? "" : "cs-acts"}>
        <Heading className="cs-h">{t.actions}</Heading>
        <ActionList
          actions={page.actions}
          busy={page.act.busy}
          onAct={page.start}
          officers={page.officers}
          aside={page.aside}
          later={page.later}
        />
      </View>
    </>
  );
}

/** The case on wide screens: what it is at the left, the limit and what can be done at the right. */
export function DeskCase(props: CaseFrameProps & { me: Me; layout: Layout }) {
  const { me, layout, page, request, from, over, onNext, onFocusPoint, onHelp } = props;
  const board = useTexts(boardTexts);
  const words = useWords();
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current={from}
      title={request.number}
      header={<CaseHead request={request} from={from} />}
      keysLine={
        <KeysLine
          hints={[
            { keys: ["J", "K"], word: board.keys.next },
            { keys: ["1", "2", "3"], word: board.keys.answers },
            ...(page.urging === undefined
              ? []
              : [{ keys: ["U"], word: words.say(ACTION_LABELS[page.urging]) }]),
          ]}
          said={`${request.number} ${words.say(request.itemName)}`}
          onHelp={onHelp}
        />
      }
      over={over}
    >
      <CaseBanners page={page} onNext={onNext} />
      {layout === "wide" ? (
        <View className="cs-cols sf-wide">
          <ScrollView className="cs-l" scrollY>
            <MainColumn page={page} request={request} onFocusPoint={onFocusPoint} />
          </ScrollView>
          <ScrollView className="cs-r" scrollY>
            <View className="cs-r-in">
              <SideColumn page={page} request={request} />
            </View>
          </ScrollView>
        </View>
      ) : (
        <ScrollView className="sf-scroll" scrollY>
          <View className="cs-stack">
            <View className="cs-stack-c">
              <MainColumn page={page} request={request} onFocusPoint={onFocusPoint} />
            </View>
            <View className="cs-stack-p">
              <SideColumn page={page} request={request} />
            </View>
          </View>
        </ScrollView>
      )}
    </StaffFrame>
  );
}
