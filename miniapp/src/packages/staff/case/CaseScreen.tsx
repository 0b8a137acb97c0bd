import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { POINT_OUTCOMES } from "@talent/shared/domain/lifecycle";
import { useRef, useState, type ReactNode } from "react";
import { useKeys } from "../../../components/staff/browser/keys";
import { useLayout } from "../../../components/staff/browser/layout";
import { KeysDialog } from "../../../components/staff/dialogs/KeysDialog";
import { StaffWait } from "../../../components/staff/frame/StaffWait";
import { back, replace } from "../../../hooks/navigation";
import { useNeighbours } from "../caseOrder";
import { CaseDialogs } from "./CaseDialogs";
import { DeskCase } from "./DeskCase";
import { PhoneCase } from "./PhoneCase";
import { useUrgeAtOnce } from "./useUrgeAtOnce";
import { useCasePage, type CasePageState } from "./useCasePage";

export interface CaseFrameProps {
  page: CasePageState;
  request: RequestDetail;
  /** The list it was opened from. */
  from: "board" | "desk";
  over: ReactNode;
  /** Opens the next case of that list. */
  onNext: (() => void) | undefined;
  onFocusPoint: (index: number) => void;
  onHelp: () => void;
}

export interface CaseScreenProps {
  me: Me;
  id: string;
  from: "board" | "desk";
  /** Begin with what the key U does. */
  urging: boolean;
}

/** One case with everything the reader may see and do. */
export function CaseScreen({ me, id, from, urging }: CaseScreenProps) {
  const layout = useLayout();
  const page = useCasePage(id, me);
  const { previous, next } = useNeighbours(id);
  const [help, setHelp] = useState(false);
  const focusedPoint = useRef(0);
  const goTo = (target: string | undefined) =>
    target === undefined ? undefined : replace("case", { id: target, from });
  const answer = (choice: number) => {
    const outcome = POINT_OUTCOMES[choice];
    if (page.answering && outcome !== undefined) page.answers.change(focusedPoint.current, { outcome });
  };
  useKeys(
    {
      j: () => goTo(previous),
      k: () => goTo(next),
      "1": () => answer(0),
      "2": () => answer(1),
      "3": () => answer(2),
      u: () => (page.urging === undefined ? undefined : page.start(page.urging)),
      "?": () => setHelp(true),
      Escape: () => back(from),
    },
    !help && page.asking === undefined,
  );
  const { request } = page;
  useUrgeAtOnce(page, urging);
  if (request === undefined)
    return (
      <StaffWait
        layout={layout}
        me={me}
        current={from}
        error={page.query.error}
        onRetry={() => void page.query.refresh()}
      />
    );
  const dialog =
    page.asking === undefined ? (
      help ? (
        <KeysDialog page="case" onClose={() => setHelp(false)} />
      ) : null
    ) : (
      <CaseDialogs
        layout={layout}
        me={me}
        request={request}
        action={page.asking}
        act={page.act}
        drafts={page.answers.drafts}
        onClose={page.stopAsking}
        onDone={page.finished}
      />
    );
  const frame: CaseFrameProps = {
    page,
    request,
    from,
    over: dialog,
    onNext: next === undefined ? undefined : () => goTo(next),
    onFocusPoint: (index) => {
      focusedPoint.current = index;
    },
    onHelp: () => setHelp(true),
  };
  return layout === "phone" ? (
    <PhoneCase me={me} {...frame} />
  ) : (
    <DeskCase me={me} layout={layout} {...frame} />
  );
}
