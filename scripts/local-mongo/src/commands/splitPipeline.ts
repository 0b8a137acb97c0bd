import { isDoc, isNumeric, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { StageSpec } from "../aggregate/pipeline";
import type { Query } from "./reading";

/** The beginning of a pipeline that the planner can serve, and the rest. */
export interface SplitPipeline {
  query: Query;
  rest: StageSpec[];
}

function count(stage: StageSpec | undefined, name: string, least: number): number | undefined {
  if (stage?.name !== name || !isNumeric(stage.spec)) return undefined;
  const n = toNumber(stage.spec);
  return Number.isInteger(n) && n >= least ? n : undefined;
}

/** Takes `$match`, `$sort`, `$skip` and `$limit` from the beginning of a pipeline. */
export function splitPipeline(stages: readonly StageSpec[], hint: Value): SplitPipeline {
  const rest = [...stages];
  const filters: Doc[] = [];
  while (rest[0]?.name === "$match" && isDoc(rest[0].spec)) {
    filters.push(rest[0].spec);
    rest.shift();
  }
  const [only = {}, second] = filters;
  const query: Query = { filter: second ? { $and: filters } : only, hint };
  const sort = rest[0]?.name === "$sort" ? rest[0].spec : undefined;
  if (isDoc(sort) && Object.keys(sort).length > 0) {
    query.sort = sort;
    rest.shift();
  }
  query.skip = count(rest[0], "$skip", 0);
  if (query.skip !== undefined) rest.shift();
  query.limit = count(rest[0], "$limit", 1);
  if (query.limit !== undefined) rest.shift();
  return { query, rest };
}
