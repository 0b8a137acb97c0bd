import { View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import type { Layout } from "../../../components/staff/browser/layout";
import { ActFrame, type ActFrameProps } from "../../../components/staff/dialogs/ActFrame";
import { useTexts } from "../../../i18n/texts";
import type { StaffCycleAct } from "./acts";
import { staffCycleTexts } from "./texts";

/** What every dialog of the page gets. */
export interface CycleDialogProps {
  layout: Layout;
  cycle: CycleDetail;
  onClose: () => void;
  onDone: (changed: CycleDetail) => void;
}

export interface CycleDialogFrameProps extends Omit<ActFrameProps, "title" | "sub" | "danger"> {
  cycle: CycleDetail;
  act: StaffCycleAct;
}

/** A dialog for one act on a cycle, with what follows from it below. */
export function CycleDialogFrame(props: PropsWithChildren<CycleDialogFrameProps>) {
  const { cycle, act, children, ...frame } = props;
  const t = useTexts(staffCycleTexts);
  return (
    <ActFrame
      {...frame}
      title={t.did[act]}
      sub={`${cycle.maskedName}　${cycle.employerName}`}
      danger={act === "end"}
    >
      {children}
      <View className="t-s ink-2 mt-3">{t.follows[act]}</View>
    </ActFrame>
  );
}
