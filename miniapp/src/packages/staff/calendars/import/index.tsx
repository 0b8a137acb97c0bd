import { ScrollView, View } from "@tarojs/components";
import { useState } from "react";
import type { CalendarPreview } from "@talent/shared/contract/schemas/calendars";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { Heading } from "../../../../components/base/Heading";
import { ActionBar } from "../../../../components/frame/ActionBar";
import { SkeletonCards, ErrorState } from "../../../../components/list/States";
import { useLayout } from "../../../../components/staff/browser/layout";
import { PageHead } from "../../../../components/staff/frame/PageHead";
import { StaffFrame } from "../../../../components/staff/frame/StaffFrame";
import { StaffGate } from "../../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../../components/staff/frame/staffPlaces";
import { back, pageParams } from "../../../../hooks/navigation";
import { useTexts } from "../../../../i18n/texts";
import "../calendars.scss";
import { calendarTexts } from "../texts";
import { ImportForm } from "./ImportForm";
import { MoveList } from "./MoveList";
import { PreviewActions, TellChoice } from "./PreviewActions";
import { PreviewFacts } from "./PreviewFacts";
import { useImport, type Import, type Restored } from "./useImport";

/** The version that the page was opened to restore. */
function restoredOf({ year, number }: Record<string, string>): Restored | undefined {
  return year === undefined || number === undefined
    ? undefined
    : { year: Number(year), number: Number(number) };
}

interface BodyProps {
  form: Import;
  preview: CalendarPreview & { year: number };
  wide: boolean;
}

/** The effect: the year on one side, the cases on the other; one after the other on the phone. */
function Effect({ form, preview, wide }: BodyProps) {
  return (
    <View className={wide ? "cd-split" : "cd-stack"}>
      <View className={wide ? "cd-left" : "card mt-4"}>
        <PreviewFacts preview={preview} year={preview.year} />
      </View>
      <View className={wide ? "cd-right" : ""}>
        <MoveList preview={preview} wide={wide} onPage={(page) => void form.show(page)} />
        <TellChoice form={form} />
      </View>
    </View>
  );
}

function shownPreview({ preview }: Import): (CalendarPreview & { year: number }) | undefined {
  const year = preview?.year;
  return preview === undefined || year === undefined ? undefined : { ...preview, year };
}

function ImportPage({ me }: { me: Me }) {
  const t = useTexts(calendarTexts);
  const layout = useLayout();
  const [restored] = useState(() => restoredOf(pageParams()));
  const form = useImport(restored);
  const preview = shownPreview(form);
  const restoring = restored !== undefined;
  const leave = () => back("calendars");
  const title =
    preview === undefined
      ? t.importTitle
      : restoring
        ? t.restoreTitle(preview.year)
        : t.previewTitle(preview.year);
  const actions =
    preview === undefined ? null : (
      <PreviewActions
        form={form}
        restoring={restoring}
        onDone={leave}
        onCancel={restoring ? leave : form.forget}
      />
    );
  const start = restoring ? (
    form.lookError === undefined ? (
      <SkeletonCards />
    ) : (
      <ErrorState error={form.lookError} onRetry={() => void form.show(1)} />
    )
  ) : (
    <ImportForm form={form} />
  );
  const wide = layout !== "phone";
  const body = preview === undefined ? start : <Effect form={form} preview={preview} wide={wide} />;
  return (
    <StaffFrame
      me={me}
      current="calendars"
      title={title}
      layout={layout}
      sub
      header={
        actions === null ? (
          <PageHead title={title} />
        ) : (
          <View className="sf-hd sf-wide">
            <Heading level={1} className="sf-hd-t grow">
              {title}
            </Heading>
            {actions}
          </View>
        )
      }
      dock={actions === null ? undefined : <ActionBar>{actions}</ActionBar>}
    >
      {wide ? (
        <ScrollView className="sf-scroll" scrollY>
          <View className={`sf-pad ${preview === undefined ? "me-col" : "sf-wide"}`}>{body}</View>
        </ScrollView>
      ) : (
        body
      )}
    </StaffFrame>
  );
}

/** Import of a year, or return to an earlier version: its effect first, then into force. */
export default function CalendarImportPage() {
  return <StaffGate may={(me) => mayEnter(me, "calendars")}>{(me) => <ImportPage me={me} />}</StaffGate>;
}
