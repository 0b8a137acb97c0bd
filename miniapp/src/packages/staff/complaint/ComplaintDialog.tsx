import type { StaffAct } from "./acts";
import { AcceptDialog } from "./AcceptDialog";
import { AnswerDialog } from "./AnswerDialog";
import { AssignDialog } from "./AssignDialog";
import type { ComplaintDialogProps } from "./dialogProps";
import { NoteDialog } from "./NoteDialog";

const DIALOGS = { accept: AcceptDialog, assign: AssignDialog, note: NoteDialog, answer: AnswerDialog };

/** The dialog of one act. */
export function ComplaintDialog({ act, ...props }: ComplaintDialogProps & { act: StaffAct }) {
  const Dialog = DIALOGS[act];
  return <Dialog {...props} />;
}
