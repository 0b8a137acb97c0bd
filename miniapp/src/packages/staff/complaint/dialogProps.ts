import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import type { Layout } from "../../../components/staff/browser/layout";

/** What every dialog of the page gets. */
export interface ComplaintDialogProps {
  layout: Layout;
  complaint: ComplaintDetail;
  onClose: () => void;
  onDone: (changed: ComplaintDetail) => void;
}
