import { Schema, model, type Types } from "mongoose";
import type { NoticeState, NoticeType } from "@talent/shared/domain/notices";
import type { SubjectKind } from "../../platform/database/outbox";

/** What the recipient can do about it. */
export type NoticeAction =
  | "supplement"
  | "rate"
  | "view"
  | "board"
  | "ticket"
  | "appointment"
  | "handover"
  | "posts"
  | "complaint"
  | "cycle";

/** One message to one person. The row itself is the inbox entry; WeChat is told about it besides. */
export interface NoticeRow {
  _id: Types.ObjectId;
  type: NoticeType;
  recipientId: string;
  subjectKind: SubjectKind;
  subjectId: string;
  /** (type, recipient, subject, occasion) is unique: told once, however often it is relayed. */
  occasion: string;
  title: string;
  text: string;
  /** Title and text for whoever reads English; absent in rows written before there were any. */
  en?: { title: string; text: string } | undefined;
  action?: NoticeAction | undefined;
  channel: "wechat" | "inbox";
  /** Values for the WeChat template, already fitted to WeChat's limits. */
  values: Record<string, string>;
  state: NoticeState;
  attempts: number;
  /** Real time: not that of the clock which can be moved. Absent in a final state. */
  nextAttemptAt?: Date | undefined;
  /** Business time before which nobody is told; then it appears in the inbox and is delivered. */
  notBefore?: Date | undefined;
  /** Not in the inbox: it waits for its hour, or its reason went before that came. */
  hidden?: true | undefined;
  /** The claim that has the row now; its lease ends at `nextAttemptAt`. */
  leaseOwner?: string | undefined;
  /** WeChat's message id. */
  msgid?: string | undefined;
  error?: string | undefined;
  readAt?: Date | undefined;
  /** Business time at which the change happened. */
  createdAt: Date;
  finishedAt?: Date | undefined;
}

const text = { type: String, required: true } as const;

const schema = new Schema<NoticeRow>(
  {
    type: text,
    recipientId: text,
    subjectKind: text,
    subjectId: text,
    occasion: text,
    title: text,
    text,
    en: { title: String, text: String },
    action: String,
    channel: text,
    values: { type: Schema.Types.Mixed, default: {} },
    state: text,
    attempts: { type: Number, default: 0 },
    nextAttemptAt: Date,
    notBefore: Date,
    hidden: Boolean,
    leaseOwner: String,
    msgid: String,
    error: String,
    readAt: Date,
    createdAt: { type: Date, required: true },
    finishedAt: Date,
  },
  { collection: "notices", versionKey: false, minimize: false },
);
schema.index({ type: 1, recipientId: 1, subjectKind: 1, subjectId: 1, occasion: 1 }, { unique: true });
schema.index({ recipientId: 1, createdAt: -1, _id: -1 });
schema.index({ recipientId: 1, readAt: 1, createdAt: -1, _id: -1 });
schema.index({ notBefore: 1 }, { partialFilterExpression: { notBefore: { $exists: true } } });
schema.index({ nextAttemptAt: 1 }, { partialFilterExpression: { nextAttemptAt: { $exists: true } } });

export const NoticeModel = model<NoticeRow>("Notice", schema);
