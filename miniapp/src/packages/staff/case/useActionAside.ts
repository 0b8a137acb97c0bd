import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { caseWorkTexts } from "../../../components/staff/texts/caseWorkTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";

/** What stands at the right of an act: the day it leads to, or the rule it is under. */
export function useActionAside(
  request: RequestDetail | undefined,
): (action: RequestAction) => string | undefined {
  const t = useTexts(caseWorkTexts);
  const { date } = useWords();
  const due = request?.extension?.dueAtIfApproved;
  const asides: Partial<Record<RequestAction, string>> = {
    ...t.aside,
    ...(due === undefined ? {} : { approveExtension: t.extended(date(dateInShanghai(new Date(due)))) }),
  };
  return (action) => asides[action];
}
