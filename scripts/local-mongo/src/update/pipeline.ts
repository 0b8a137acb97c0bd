import { MongoError } from "../errors";
import type { Doc, Value } from "../bson/value";
import { compileStages, pipelineContext, readPipeline } from "../aggregate/pipeline";
import type { Sources } from "../aggregate/stage";
import { commandScope } from "../expression/compile";
import { withoutPauses } from "../pause";

const ALLOWED = new Set(["$set", "$addFields", "$project", "$unset", "$replaceRoot", "$replaceWith"]);

const NO_SOURCES: Sources = { documents: () => [], hasIndex: () => false };

/**
 * Compiles the pipeline form of an update.
 * @param constants variables of the command's `let` and of the statement's `c`
 * @throws MongoError 72 for stages that an update may not have
 */
export function compilePipelineUpdate(
  pipeline: Value[],
  constants: Doc,
  collator?: Intl.Collator,
): (doc: Doc) => Doc {
  const stages = readPipeline(pipeline);
  for (const { name } of stages) {
    if (!ALLOWED.has(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`);
  }
  const scope = commandScope(constants, new Date(), collator);
  const run = compileStages(stages, pipelineContext("", scope, collator, NO_SOURCES));
  return (doc) => {
    const [changed] = withoutPauses(run([doc]));
    return changed ?? doc;
  };
}
