import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { Layout } from "../../../components/staff/browser/layout";
import type { PointDraft } from "../../../components/staff/case/pointDrafts";
import { CompleteDialog } from "../../../components/staff/dialogs/CompleteDialog";
import { DispatchDialog } from "../../../components/staff/dialogs/DispatchDialog";
import { ReasonDialog } from "../../../components/staff/dialogs/ReasonDialog";
import { SupplementDialog } from "../../../components/staff/dialogs/SupplementDialog";
import { officeOf } from "../../../components/staff/frame/staffPlaces";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { useQuery } from "../../../hooks/useQuery";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { AskingAction } from "./caseActs";
import type { CaseAct } from "./useCaseAct";

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

/** The dialog of the act that was chosen. It closes when the act is done; a failure stays in it with all that was typed. */
export function CaseDialogs({ layout, me, request, action, act, drafts, onClose, onDone }: CaseDialogsProps) {
  const t = useTexts(caseTexts);
  const words = useWords();
  const posts = useQuery(
    "posts.list",
    { query: { requestId: request.id } },
    { enabled: action === "dispatch" },
  );
  const sub = `${request.number}　${words.say(request.itemName)}　${request.maskedName}`;
  const trouble =
    act.error === undefined ? undefined : `${t.failed}${errorSentence(act.error, words.language)}`;
  const shared = { layout, sub, trouble, busy: act.busy !== undefined, onClose };
  const after = (done: boolean) => {
    if (done) onDone(action);
    return done;
  };
  switch (action) {
    case "askSupplement":
      return (
        <SupplementDialog
          {...shared}
          request={request}
          contact={`${me.displayName} ${officeOf(me, words.say)}`}
          onConfirm={(items) => act.run("askSupplement", { items }).then(after)}
        />
      );
    case "dispatch":
      return (
        <DispatchDialog
          {...shared}
          requestId={request.id}
          posts={posts.data?.items}
          onConfirm={({ postId, note }) =>
            act.run("dispatch", note === "" ? { postId } : { postId, note }).then(after)
          }
        />
      );
    case "complete":
      return (
        <CompleteDialog
          {...shared}
          points={request.points}
          drafts={drafts}
          onConfirm={(answers) => void act.run("complete", { answers }).then(after)}
        />
      );
    default:
      return (
        <ReasonDialog
          {...shared}
          action={action}
          requestId={request.id}
          onConfirm={({ text, responsible }) => {
            switch (action) {
              case "markOutOfScope":
                return act.run("markOutOfScope", { reason: text, responsible }).then(after);
              case "recordProgress":
                return act.run("recordProgress", { note: text }).then(after);
              case "reject":
                return act.run("reject", { reason: text }).then(after);
              case "returnToDispatch":
                return act.run("returnToDispatch", { reason: text }).then(after);
            }
          }}
        />
      );
  }
}
