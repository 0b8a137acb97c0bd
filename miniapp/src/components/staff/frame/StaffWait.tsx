import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useTexts } from "../../../i18n/texts";
import { ErrorState, SkeletonRows } from "../../list/States";
import type { Layout } from "../browser/layout";
import { caseTexts } from "../texts/caseTexts";
import { StaffFrame } from "./StaffFrame";
import type { StaffPlace } from "./staffPlaces";

export interface StaffWaitProps {
  layout: Layout;
  me: Me;
  current: StaffPlace;
  error: unknown;
  onRetry: () => void;
}

/** Stands in for a case while it is read, or when it could not be read. */
export function StaffWait({ layout, me, current, error, onRetry }: StaffWaitProps) {
  const t = useTexts(caseTexts);
  const body =
    error === undefined ? <SkeletonRows rows={6} /> : <ErrorState error={error} onRetry={onRetry} />;
  return (
    <StaffFrame layout={layout} me={me} current={current} title={t.title} sub>
      {layout === "phone" ? body : <View className="sf-pad sf-wait">{body}</View>}
    </StaffFrame>
  );
}
