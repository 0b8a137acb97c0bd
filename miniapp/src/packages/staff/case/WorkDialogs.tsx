import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { ApproveExtensionDialog } from "../../../components/staff/dialogs/ApproveExtensionDialog";
import { ConsultDialog } from "../../../components/staff/dialogs/ConsultDialog";
import type { CaseDialogProps } from "../../../components/staff/dialogs/dialogProps";
import { ExtensionDialog } from "../../../components/staff/dialogs/ExtensionDialog";
import { PromiseDialog } from "../../../components/staff/dialogs/PromiseDialog";
import { SubtasksDialog } from "../../../components/staff/dialogs/SubtasksDialog";
import { SuperviseDialog } from "../../../components/staff/dialogs/SuperviseDialog";
import type { AskingAction } from "./caseActs";
import type { CaseAct } from "./useCaseAct";

/** Work beside the straight line of a case that needs more than words. */
const WORK_ACTIONS = [
  "askExtension",
  "approveExtension",
  "answerUrge",
  "supervise",
  "consult",
  "addSubtasks",
] as const satisfies readonly AskingAction[];
export type WorkAction = (typeof WORK_ACTIONS)[number];

export function isWorkAction(action: AskingAction): action is WorkAction {
  return (WORK_ACTIONS as readonly AskingAction[]).includes(action);
}

export interface WorkDialogsProps {
  shared: Omit<CaseDialogProps<never>, "onConfirm">;
  action: WorkAction;
  run: CaseAct["run"];
  posts: readonly PostChoice[] | undefined;
}

export function WorkDialogs({ shared, action, run, posts }: WorkDialogsProps) {
  switch (action) {
    case "askExtension":
      return <ExtensionDialog {...shared} onConfirm={(body) => run(action, body)} />;
    case "approveExtension":
      return <ApproveExtensionDialog {...shared} onConfirm={(body) => run(action, body)} />;
    case "answerUrge":
      return <PromiseDialog {...shared} onConfirm={(body) => run(action, body)} />;
    case "supervise":
      return <SuperviseDialog {...shared} onConfirm={(body) => run(action, body)} />;
    case "consult":
      return <ConsultDialog {...shared} posts={posts} onConfirm={(body) => run(action, body)} />;
    case "addSubtasks":
      return <SubtasksDialog {...shared} posts={posts} onConfirm={(body) => run(action, body)} />;
  }
}
