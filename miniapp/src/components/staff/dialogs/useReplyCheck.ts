import type { ReplyWarningView } from "@talent/shared/contract/schemas/caseWork";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../../api/client";
import type { PointAnswer } from "../case/pointDrafts";

export type ReplyCheck =
  { state: "checking" } | { state: "failed" } | { state: "checked"; warnings: readonly ReplyWarningView[] };

/** What may be wrong with the answers, asked once when the dialog opens and again on demand. Nothing is written. */
export function useReplyCheck(requestId: string, answers: readonly PointAnswer[]) {
  const [check, setCheck] = useState<ReplyCheck>({ state: "checking" });
  const asked = useRef(answers);
  const run = useCallback(() => {
    setCheck({ state: "checking" });
    const body = { answers: [...asked.current] };
    api("requests.checkCompletion", { params: { id: requestId }, body }).then(
      ({ warnings }) => setCheck({ state: "checked", warnings }),
      () => setCheck({ state: "failed" }),
    );
  }, [requestId]);
  useEffect(run, [run]);
  return { check, run };
}
