import type { Doc, Value } from "../bson/value";
import type { Scope } from "../expression/scope";
import type { Pause } from "../pause";
import type { QueryContext } from "../query/context";

export type Stream = Iterable<Doc | Pause>;

/** Turns a stream of documents into another. Documents are shared: a stage copies what it changes. */
export type Stage = (input: Stream) => Stream;

/** What a pipeline can reach besides its input. */
export interface Sources {
  /** the documents of a collection that match a filter; all when there is none */
  documents(ns: string, filter?: Doc): Stream;
  /** whether a collection has an index that begins with a field */
  hasIndex(ns: string, field: string): boolean;
}

export interface PipelineContext {
  db: string;
  scope: Scope;
  query: QueryContext;
  sources: Sources;
  /** compiles a pipeline inside this one */
  nested(pipeline: Value, scope: Scope): Stage;
}

/** Makes the stage of a specification. @throws MongoError when it is malformed */
export type StageCompiler = (spec: Value, context: PipelineContext) => Stage;
export type StageCompilers = Readonly<Record<string, StageCompiler>>;
