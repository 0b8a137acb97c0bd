import { Schema, model } from "mongoose";
import type { RuleConditions } from "@talent/shared/domain/posts";
import type { Aggregate } from "../../../platform/database/aggregate";

/** A routing rule: which requests go to a post, from when to when, and why. */
export interface RoutingRuleDocument extends Aggregate, RuleConditions {
  status: "kept";
  postId: string;
  note?: string | undefined;
  changedByName: string;
  changedAt: Date;
}

const Mixed = Schema.Types.Mixed as never;

const schema = new Schema<RoutingRuleDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, required: true },
    categories: [String],
    level: String,
    itemCode: String,
    districtCode: String,
    postId: { type: String, required: true },
    priority: { type: Number, required: true },
    activeFromOn: { type: String, required: true },
    activeToOn: String,
    note: String,
    changedByName: { type: String, required: true },
    changedAt: { type: Date, required: true },
    commands: Mixed,
    outbox: Mixed,
  },
  { collection: "routingRules", versionKey: false, autoIndex: false },
);
schema.index({ activeToOn: 1, _id: 1 });

export const RoutingRuleModel = model<RoutingRuleDocument>("RoutingRule", schema);
