import type { PropsWithChildren } from "react";
import { ActFrame, type ActFrameProps } from "../../../components/staff/dialogs/ActFrame";
import { useTexts } from "../../../i18n/texts";
import type { StaffAct } from "./acts";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

export interface ComplaintDialogFrameProps extends Omit<ActFrameProps, "title" | "sub" | "danger"> {
  complaint: ComplaintDialogProps["complaint"];
  act: StaffAct;
}

/** A dialog in which one act is done to a complaint. */
export function ComplaintDialogFrame(props: PropsWithChildren<ComplaintDialogFrameProps>) {
  const { complaint, act, ...frame } = props;
  const t = useTexts(staffComplaintTexts);
  return <ActFrame {...frame} title={t.did[act]} sub={complaint.number} />;
}
