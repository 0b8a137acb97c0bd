import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { Layout } from "../../../components/staff/browser/layout";
import type { PointDraft } from "../../../components/staff/case/pointDrafts";
import { ChangeItemDialog } from "../../../components/staff/dialogs/ChangeItemDialog";
import { CompleteDialog } from "../../../components/staff/dialogs/CompleteDialog";
import { DispatchDialog } from "../../../components/staff/dialogs/DispatchDialog";
import { OutOfScopeDialog } from "../../../components/staff/dialogs/OutOfScopeDialog";
import { SupplementDialog } from "../../../components/staff/dialogs/SupplementDialog";
import { officeOf } from "../../../components/staff/frame/staffPlaces";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { useQuery } from "../../../hooks/useQuery";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { AskingAction } from "./caseActs";
import type { CaseAct } from "./useCaseAct";
import { WordsDialogs } from "./WordsDialogs";
import { isWorkAction, WorkDialogs } from "./WorkDialogs";

export interface CaseDialogsProps {
  layout: Layout;
  me: Me;
  request: RequestDetail;
  action: AskingAction;
  act: CaseAct;
  drafts: readonly PointDraft[];
  onClose: () => void;
  /** It was done: what was written for it is no longer needed. */
  onDone: (action: AskingAction) => void;
}

/** Acts for which a post is chosen. */
const POST_ACTIONS: readonly AskingAction[] = ["dispatch", "consult", "addSubtasks"];

/** The dialog of the act that was chosen. It closes when the act is done; a failure stays in it with all that was typed. */
export function CaseDialogs({ layout, me, request, action, act, drafts, onClose, onDone }: CaseDialogsProps) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const choices = useQuery(
    "posts.list",
    // Any department may be asked or given a part; a dispatch goes to one that suits.
    { query: action === "dispatch" ? { requestId: request.id } : {} },
    { enabled: POST_ACTIONS.includes(action) },
  );
  const posts = choices.data?.items;
  const sub = `${request.number}　${words.say(request.itemName)}　${request.maskedName}`;
  const trouble =
    act.error === undefined ? undefined : `${t.failed}${errorSentence(act.error, words.language)}`;
  const shared = { layout, request, sub, trouble, busy: act.busy !== undefined, onClose };
  const run: CaseAct["run"] = async (which, body) => {
    const done = await act.run(which, body);
    if (done) onDone(action);
    return done;
  };
  if (isWorkAction(action)) return <WorkDialogs shared={shared} action={action} run={run} posts={posts} />;
  switch (action) {
    case "askSupplement":
      return (
        <SupplementDialog
          {...shared}
          contact={`${me.displayName} ${officeOf(me, words.say)}`}
          onConfirm={(items) => run("askSupplement", { items })}
        />
      );
    case "dispatch":
      return (
        <DispatchDialog
          {...shared}
          requestId={request.id}
          posts={posts}
          overrideNeedsReason={choices.data?.overrideNeedsReason === true}
          onConfirm={(chosen) => run("dispatch", chosen)}
        />
      );
    case "complete":
      return <CompleteDialog {...shared} drafts={drafts} onConfirm={(body) => run("complete", body)} />;
    case "markOutOfScope":
      return <OutOfScopeDialog {...shared} onConfirm={(body) => run("markOutOfScope", body)} />;
    case "changeItem":
      return <ChangeItemDialog {...shared} onConfirm={(body) => run("changeItem", body)} />;
    default:
      return <WordsDialogs shared={shared} action={action} run={run} />;
  }
}
