import type { Doc, Value } from "../bson/value";

/** Compiles an aggregation expression to a function of a document. */
export type ExpressionCompiler = (spec: Value) => (doc: Doc) => Value;

/** What a query needs from around it. */
export interface QueryContext {
  /** String order of the collation; byte order when there is none. */
  collator?: Intl.Collator | undefined;
  /** Compiles `$expr`; absent where `$expr` is not allowed. */
  expression?: ExpressionCompiler | undefined;
}
