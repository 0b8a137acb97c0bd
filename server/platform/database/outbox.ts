import type { NoticeType } from "@talent/shared/domain/notices";

/** Aggregates that notices are about. */
export type SubjectKind = "request" | "complaint";

/**
 * A notice that a change asks for. It is written in the same atomic write as the change, inside the aggregate, and
 * becomes a row of the notices feature later: at least once relayed, exactly one row.
 */
export interface OutboxEntry {
  /** Unique inside the aggregate: the timeline event that caused it plus type and recipient. */
  id: string;
  type: NoticeType;
  /** Account id. */
  recipientId: string;
  /** One occasion is told once to one person: (type, recipient, subject, occasion) is unique. */
  occasion: string;
  /** Values that the notice's template takes; nothing more personal than a masked name. */
  values: Record<string, string>;
  at: Date;
}
