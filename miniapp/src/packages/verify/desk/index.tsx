import { ScrollView, View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useLayout } from "../../../components/staff/browser/layout";
import { PageHead } from "../../../components/staff/frame/PageHead";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { useTexts } from "../../../i18n/texts";
import { useDeskKit } from "../offline/deskKit";
import { verifyTexts } from "../texts";
import { useUploads } from "../useUploads";
import "../verify.scss";
import { AskView } from "./AskView";
import { useKeptDesk, useKeptItem } from "./choices";
import { OtherItemSheet } from "./OtherItemSheet";
import { ResultDock } from "./ResultDock";
import { ResultView } from "./ResultView";
import { useVerify } from "./useVerify";

function Screen({ me }: { me: Me }) {
  const t = useTexts(verifyTexts);
  const layout = useLayout();
  const { kit } = useDeskKit();
  const [itemId, setItemId] = useKeptItem();
  const [desk, setDesk] = useKeptDesk();
  const [choosing, setChoosing] = useState(false);
  const item = kit?.items.find(({ id }) => id === itemId);
  const { outcome, busy, verify, clear } = useVerify({ me, desk: desk.trim() });
  useUploads();
  const askOther = (other: string) => {
    if (outcome?.kind !== "answered") return;
    setItemId(other);
    setChoosing(false);
    void verify(
      { scanId: outcome.scanId },
      kit?.items.find(({ id }) => id === other),
    );
  };
  const dock =
    outcome === undefined ? undefined : (
      <ResultDock me={me} outcome={outcome} onOtherItem={() => setChoosing(true)} onNext={clear} />
    );
  const body =
    outcome === undefined ? (
      <AskView
        kit={kit}
        itemId={itemId}
        onItem={setItemId}
        desk={desk}
        onDesk={setDesk}
        busy={busy}
        onCode={(code) => void verify({ code }, item)}
      />
    ) : (
      <ResultView outcome={outcome} />
    );
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current="verify"
      title={t.title}
      header={<PageHead title={t.title} />}
      dock={dock}
      over={
        choosing ? (
          <OtherItemSheet
            items={(kit?.items ?? []).filter(({ id }) => id !== itemId)}
            busy={busy}
            onChoose={askOther}
            onClose={() => setChoosing(false)}
          />
        ) : null
      }
    >
      {layout === "phone" ? (
        body
      ) : (
        <ScrollView className="sf-scroll" scrollY>
          <View className="sf-pad vf-col">
            {body}
            {dock}
          </View>
        </ScrollView>
      )}
    </StaffFrame>
  );
}

/** 核实: the desk's one question, with network and without. */
export default function VerifyPage() {
  return <StaffGate may={(me) => mayEnter(me, "verify")}>{(me) => <Screen me={me} />}</StaffGate>;
}
