import { View } from "@tarojs/components";
import { Empty, ErrorState } from "../../components/list/States";
import { useTexts } from "../../i18n/texts";
import { HallPage } from "./HallPage";
import { hallTexts } from "./hallTexts";

export interface HallWaitProps {
  /** A window or hall was named in the address. */
  chosen: boolean;
  error: unknown;
  onRetry: () => void;
}

/** Before a screen knows anything: still asking, nothing chosen, or no answer. */
export function HallWait({ chosen, error, onRetry }: HallWaitProps) {
  const t = useTexts(hallTexts);
  return (
    <HallPage title={t.noWindow} className="hl-wait">
      {chosen ? (
        error === undefined ? (
          <View />
        ) : (
          <ErrorState error={error} onRetry={onRetry} />
        )
      ) : (
        <Empty icon="screen" text={t.noWindow} hint={t.noWindowHint} />
      )}
    </HallPage>
  );
}
