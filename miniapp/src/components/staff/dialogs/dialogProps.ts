import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { Layout } from "../browser/layout";

/** What every dialog about a case gets; `B` is what it sends. */
export interface CaseDialogProps<B> {
  layout: Layout;
  request: RequestDetail;
  /** Which case it is about. */
  sub: string;
  busy: boolean;
  trouble: string | undefined;
  onClose: () => void;
  /** Resolves true when it was done; what was typed is then forgotten. */
  onConfirm: (body: B) => Promise<boolean>;
}
