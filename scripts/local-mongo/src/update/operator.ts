import type { Value } from "../bson/value";
import type { QueryContext } from "../query/context";
import type { Place } from "./place";

export interface UpdateContext {
  /** the document is being made by an upsert */
  inserting: boolean;
  now: Date;
  query: QueryContext;
}

/** Applies one operator at one place. Operands are copies that may be kept. */
export type UpdateOperator = (place: Place, operand: Value, context: UpdateContext) => void;
