import { useEffect, useRef } from "react";
import { caseWorkTexts } from "../../../components/staff/texts/caseWorkTexts";
import { announce } from "../../../hooks/useAnnouncement";
import { useTexts } from "../../../i18n/texts";
import type { CasePageState } from "./useCasePage";

/** Begins what the key U does as soon as the case is there, once; says so where nothing can be done now. */
export function useUrgeAtOnce(page: CasePageState, wanted: boolean): void {
  const t = useTexts(caseWorkTexts);
  const pending = useRef(wanted);
  const { request, urging, start, query } = page;
  useEffect(() => {
    // What is kept on the device may allow something else than the answer that is on its way.
    if (!pending.current || request === undefined || query.staleSince !== undefined) return;
    pending.current = false;
    if (urging === undefined) announce(t.notNow(request.number));
    else start(urging);
  });
}
