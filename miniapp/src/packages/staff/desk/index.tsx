import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useEffect, useState } from "react";
import { useLayout } from "../../../components/staff/browser/layout";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { PhoneDesk } from "./PhoneDesk";
import { useDesk } from "./useDesk";
import { WideDesk } from "./WideDesk";

/** Pause after the last letter before the list is asked. */
const SEARCH_PAUSE_MS = 300;

function DeskScreen({ me }: { me: Me }) {
  const layout = useLayout();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setAsked(typed.trim()), SEARCH_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  const desk = useDesk(asked === "" ? {} : { q: asked });
  return layout === "phone" ? (
    <PhoneDesk me={me} desk={desk} />
  ) : (
    <WideDesk me={me} layout={layout} desk={desk} search={typed} onSearch={setTyped} />
  );
}

/** 我的办件: the cases of a department's liaison, in the order of urgency. */
export default function DeskPage() {
  return <StaffGate may={(me) => mayEnter(me, "desk")}>{(me) => <DeskScreen me={me} />}</StaffGate>;
}
