import type { Model } from "mongoose";
import type { NoticeType } from "@talent/shared/domain/notices";

/** Aggregates that notices are about. */
export type SubjectKind = "request" | "complaint" | "post" | "handover" | "ticket" | "appointment" | "cycle";

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
  /** Business time before which it is not told, nor seen in the inbox. */
  notBefore?: Date | undefined;
}

/** What an event tells, and to whom; a person who is not there is left out. */
export interface Told {
  type: NoticeType;
  recipients: readonly (string | undefined)[];
}

/** The notices of one event, ready for the outbox: each person once per type, never whoever did it. */
export function entriesOf(
  event: { id: string; byId: string; at: Date },
  told: readonly Told[],
  values: Record<string, string>,
): OutboxEntry[] {
  return told.flatMap(({ type, recipients }) => {
    const others = recipients.filter((id): id is string => id !== undefined && id !== event.byId);
    return [...new Set(others)].map((recipientId) => ({
      id: `${event.id}:${type}:${recipientId}`,
      type,
      recipientId,
      occasion: event.id,
      values,
      at: event.at,
    }));
  });
}

/** What the relay needs to see of an aggregate with an outbox. */
export interface OutboxDocument {
  outbox: OutboxEntry[];
  /** Set in the write that adds an entry, unset when the outbox is empty again; a partial index finds the rest. */
  outboxPending?: boolean | undefined;
}

/** A notice that has waited for its hour. */
export interface WaitingNotice {
  /** Id of the row. */
  id: string;
  type: NoticeType;
  subjectId: string;
  occasion: string;
}

/** A model whose outbox the relay empties into notices. */
export interface OutboxSource {
  kind: SubjectKind;
  model: Model<OutboxDocument>;
  /** Of notices that waited for their hour: the ids of those whose reason has gone meanwhile. */
  lapsed?(waiting: readonly WaitingNotice[]): Promise<ReadonlySet<string>>;
}

export interface OutboxNudge {
  /** Returns at once. Without a worker in this process nothing happens and the next sweep finds the entry. */
  nudge(): void;
  /** For the relay: called at every nudge of this process. */
  onNudge(listener: () => void): void;
}

/** Index that every model with an outbox declares: `schema.index(...OUTBOX_INDEX)`. */
export const OUTBOX_INDEX = [
  { outboxPending: 1 },
  { partialFilterExpression: { outboxPending: true } },
] as const;
