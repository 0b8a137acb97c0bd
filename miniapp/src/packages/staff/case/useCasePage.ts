import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { useState } from "react";
import { api } from "../../../api/client";
import { unanswered } from "../../../components/staff/case/pointDrafts";
import type { ShownFile } from "../../../components/staff/case/Materials";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { useQuery } from "../../../hooks/useQuery";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { awaitedFirst, isCaseAction, isDirect, URGING_ACTIONS, type AskingAction } from "./caseActs";
import { useActionAside } from "./useActionAside";
import { useCaseAct } from "./useCaseAct";
import { usePointDrafts } from "./usePointDrafts";

/** Everything the case page knows and does, whatever frame draws it. */
export function useCasePage(id: string, me: Me) {
  const t = useTexts(caseTexts);
  const { language } = useWords();
  const query = useQuery("requests.read", { params: { id } }, { keep: true });
  const request = query.data;
  const [asking, setAsking] = useState<AskingAction | undefined>(undefined);
  const [shown, setShown] = useState<ShownFile | undefined>(undefined);
  const [phone, setPhone] = useState<string | undefined>(undefined);
  const [phoneError, setPhoneError] = useState<string | undefined>(undefined);
  const answers = usePointDrafts(id, request?.points ?? []);
  const act = useCaseAct(id, query.replace, async () => {
    setAsking(undefined);
    await query.refresh();
  });

  const open = unanswered(answers.drafts);
  const staffActions = awaitedFirst(
    (request?.can ?? []).filter((permitted) => isCaseAction(permitted.action)),
  );
  const mayComplete = staffActions.some((permitted) => permitted.action === "complete");
  const completing = mayComplete && open.length === 0;
  // Once every point is answered, completing is the next step.
  const actions = completing
    ? [...staffActions].sort((a, b) => Number(b.action === "complete") - Number(a.action === "complete"))
    : staffActions.filter((permitted) => permitted.action !== "complete");

  const start = (action: RequestAction) => {
    if (!isCaseAction(action)) return;
    act.clear();
    if (!isDirect(action)) setAsking(action);
    else if (action === "signSubtask") void act.run(action, { subtaskId: targetOf(action) ?? "" });
    else void act.run(action, undefined);
  };
  const targetOf = (action: RequestAction) =>
    request?.can.find((permitted) => permitted.action === action)?.target;
  const reveal = () => {
    setPhoneError(undefined);
    api("requests.revealPhone", { params: { id } }).then(
      ({ value }) => setPhone(value),
      (error: unknown) => setPhoneError(errorSentence(error, language)),
    );
  };
  return {
    query,
    request,
    act,
    asking,
    start,
    aside: useActionAside(request),
    /** The act that the key U begins, if there is one now. */
    urging: URGING_ACTIONS.find((action) => staffActions.some((permitted) => permitted.action === action)),
    stopAsking: () => setAsking(undefined),
    finished: (action: AskingAction) => {
      if (action === "complete") answers.clear();
      setAsking(undefined);
    },
    answers,
    answering: mayComplete,
    later: mayComplete && open.length > 0 ? t.completeLater(open.join("、")) : undefined,
    actions,
    /** Whom the reader can call about the case; nobody calls themselves. */
    officers: (request?.officers ?? []).filter((officer) => officer.name !== me.displayName),
    shown,
    show: setShown,
    phone,
    phoneError,
    reveal,
  };
}

export type CasePageState = ReturnType<typeof useCasePage>;
