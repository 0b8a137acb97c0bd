import { Schema, model } from "mongoose";

/** Where a grant was heard of: the person's own app, or WeChat's pushed event. */
export type GrantSource = "client" | "event";

/** A grant that was counted and whose second report, from the other source, has not come. */
export interface UnpairedGrant {
  id: string;
  source: GrantSource;
  at: Date;
}

/** What one person has allowed for one template, as far as we know: WeChat tells nobody. */
export interface Consent {
  _id: string;
  accountId: string;
  templateId: string;
  /** One-time messages that may still be sent. */
  remaining: number;
  choice: "accept" | "reject" | "ban" | "filter";
  unpaired: UnpairedGrant[];
  /** Keys of the last pushed events, so that a repeated push changes nothing. */
  events: string[];
  /** Every change counts it up; a change made on another state is refused and decided again. */
  revision: number;
  updatedAt: Date;
}

const schema = new Schema<Consent>(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    templateId: { type: String, required: true },
    remaining: { type: Number, required: true },
    choice: { type: String, required: true },
    unpaired: { type: Schema.Types.Mixed, default: [] },
    events: { type: [String], default: [] },
    revision: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: "consents", versionKey: false },
);
schema.index({ accountId: 1 });

export const ConsentModel = model<Consent>("Consent", schema);

/** One document per person and template. */
export function consentId(accountId: string, templateId: string): string {
  return `${accountId}:${templateId}`;
}
