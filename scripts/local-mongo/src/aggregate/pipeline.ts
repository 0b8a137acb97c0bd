import { MongoError, typeMismatch } from "../errors";
import { entryOf, isDoc, isNumeric, toNumber, typeName } from "../bson/value";
import type { Value } from "../bson/value";
import type { Scope } from "../expression/scope";
import { BASIC_STAGES, sorting } from "./basicStages";
import { COMBINED_STAGES } from "./combinedStages";
import { GROUP_STAGES } from "./group";
import { LOOKUP_STAGES } from "./lookup";
import { REDACT_STAGES } from "./redact";
import type { PipelineContext, Sources, Stage, StageCompilers } from "./stage";

const STAGES: StageCompilers = {
  ...BASIC_STAGES,
  ...GROUP_STAGES,
  ...LOOKUP_STAGES,
  ...COMBINED_STAGES,
  ...REDACT_STAGES,
};

export interface StageSpec {
  name: string;
  spec: Value;
}

/** @throws MongoError when the pipeline is no list of documents with one field each */
export function readPipeline(pipeline: Value): StageSpec[] {
  if (!Array.isArray(pipeline)) throw typeMismatch("'pipeline' option must be specified as an array");
  return pipeline.map((stage) => {
    if (!isDoc(stage))
      throw typeMismatch(`Each element of the 'pipeline' array must be an object, found ${typeName(stage)}`);
    const [name, second] = Object.keys(stage);
    if (name === undefined || second !== undefined) {
      throw new MongoError(40323, "A pipeline stage specification object must contain exactly one field.");
    }
    return { name, spec: stage[name] };
  });
}

function misplaced(name: string): MongoError | undefined {
  if (name === "$out" || name === "$merge")
    return new MongoError(40601, `${name} can only be the final stage in the pipeline`);
  if (name === "$changeStream") {
    return new MongoError(40573, "The $changeStream stage is only supported on replica sets");
  }
  if (["$collStats", "$indexStats", "$currentOp", "$listLocalSessions", "$listSessions"].includes(name)) {
    return new MongoError(40602, `${name} is only valid as the first stage in a pipeline`);
  }
  return undefined;
}

/** Stages that put equal values together, which they know by their bytes. */
const BY_EQUALITY = new Set(["$group", "$sortByCount", "$bucket", "$bucketAuto", "$lookup"]);

/** Whether a stage puts everything into one group, as counting does. */
function isSingleGroup(name: string, spec: Value): boolean {
  const id = name === "$group" && isDoc(spec) ? spec["_id"] : undefined;
  return id === null || isNumeric(id);
}

/** @throws MongoError 40324 for a stage that does not exist */
function compileStage({ name, spec }: StageSpec, context: PipelineContext): Stage {
  const compile = entryOf(STAGES, name);
  if (!compile) throw misplaced(name) ?? new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
  if (context.query.collator && BY_EQUALITY.has(name) && !isSingleGroup(name, spec)) {
    throw new MongoError(238, `${name} with a collation is not supported`);
  }
  return compile(spec, context);
}

/** A `$sort` directly before a `$limit` keeps no more than that many documents. */
function limitBehind(stages: readonly StageSpec[], at: number): number {
  let skipped = 0;
  for (const { name, spec } of stages.slice(at + 1)) {
    const n = isNumeric(spec) ? toNumber(spec) : NaN;
    if (name === "$limit" && n > 0) return n + skipped;
    if (name !== "$skip" || !(n >= 0)) break;
    skipped += n;
  }
  return Infinity;
}

/** Compiles stages into one. */
export function compileStages(stages: readonly StageSpec[], context: PipelineContext): Stage {
  const compiled = stages.map((stage, i) => {
    const most = stage.name === "$sort" ? limitBehind(stages, i) : Infinity;
    return most === Infinity
      ? compileStage(stage, context)
      : sorting(stage.spec, context.query.collator, most);
  });
  return (input) => compiled.reduce((stream, run) => run(stream), input);
}

/** The context of a pipeline, with its way to compile pipelines inside it. */
export function pipelineContext(
  db: string,
  scope: Scope,
  collator: Intl.Collator | undefined,
  sources: Sources,
): PipelineContext {
  const inScope = (inner: Scope): PipelineContext => ({
    db,
    scope: inner,
    query: { collator, expression: (spec) => inner.compile(spec) },
    sources,
    nested: (pipeline, nestedScope) => compileStages(readPipeline(pipeline), inScope(nestedScope)),
  });
  return inScope(scope);
}
