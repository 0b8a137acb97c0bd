import { MongoError } from "../errors";
import { getField, isDoc, isTruthy } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { readPipeline } from "../aggregate/pipeline";
import type { IndexPlan, Plan } from "../planner/plan";
import { compileMatch } from "../query/match";
import type { Collection } from "../store/collection";

import { namespace } from "./handler";
import type { Handlers, Reply, Request } from "./handler";
import { drive, planFor, queryContext, select } from "./reading";
import type { Query } from "./reading";
import { splitPipeline } from "./splitPipeline";

const WRITE_STAGES: Readonly<Record<string, string>> = {
  update: "UPDATE",
  delete: "DELETE",
  findAndModify: "UPDATE",
};

function firstOf(command: Doc, field: string): Doc {
  const list = getField(command, field);
  const first = Array.isArray(list) ? list[0] : undefined;
  return isDoc(first) ? first : {};
}

function docOf(v: Value): Doc {
  return isDoc(v) ? v : {};
}

function sortOf(v: Value): Doc | undefined {
  return isDoc(v) && Object.keys(v).length > 0 ? v : undefined;
}

function countOf(command: Doc, field: string): number | undefined {
  const v = getField(command, field);
  return v === undefined ? undefined : Number(v);
}

/** The query inside a command that explain is asked about. */
function queryOf(name: string, command: Doc): Query {
  const hint = getField(command, "hint");
  switch (name) {
    case "find":
      return {
        filter: docOf(command["filter"]),
        sort: sortOf(command["sort"]),
        hint,
        skip: countOf(command, "skip"),
        limit: countOf(command, "limit"),
      };
    case "count":
    case "distinct":
      return { filter: docOf(command["query"]), hint };
    case "findAndModify":
      return { filter: docOf(command["query"]), sort: sortOf(command["sort"]), hint, limit: 1 };
    case "update":
    case "delete": {
      const statement = firstOf(command, `${name}s`);
      return { filter: docOf(statement["q"]), hint: statement["hint"] };
    }
    case "aggregate":
      return splitPipeline(readPipeline(command["pipeline"]), hint).query;
    default:
      throw new MongoError(59, `Explain failed due to unknown command: ${name}`);
  }
}

function indexStage(plan: IndexPlan): Doc {
  return {
    stage: "IXSCAN",
    keyPattern: plan.index.key,
    indexName: plan.index.name,
    isMultiKey: plan.index.multikey,
    isUnique: plan.index.unique,
    isSparse: plan.index.sparse,
    isPartial: plan.index.partialFilter !== undefined,
    indexVersion: 2,
    direction: plan.backwards ? "backward" : "forward",
  };
}

function accessStage(plan: Plan, filter: Doc): Doc {
  if (plan.kind === "scan")
    return { stage: "COLLSCAN", filter, direction: plan.backwards ? "backward" : "forward" };
  const input: Doc =
    plan.kind === "index" ? indexStage(plan) : { stage: "OR", inputStages: plan.branches.map(indexStage) };
  return { stage: "FETCH", filter, inputStage: input };
}

/** The plan as a tree of MongoDB's stage names, the index scan innermost. */
function winningPlan(name: string, plan: Plan, query: Query): Doc {
  let stage = accessStage(plan, query.filter);
  if (query.sort && !plan.sorted)
    stage = { stage: "SORT", sortPattern: query.sort, memLimit: 104_857_600, inputStage: stage };
  if (query.skip) stage = { stage: "SKIP", skipAmount: query.skip, inputStage: stage };
  if (query.limit && name !== "findAndModify")
    stage = { stage: "LIMIT", limitAmount: query.limit, inputStage: stage };
  if (name === "count") stage = { stage: "COUNT", inputStage: stage };
  const write = WRITE_STAGES[name];
  return write === undefined ? stage : { stage: write, inputStage: stage };
}

async function executionStats(
  collection: Collection,
  query: Query,
  request: Request,
  stage: Doc,
): Promise<Doc> {
  const examined = { keys: 0, documents: 0 };
  const began = performance.now();
  let nReturned = 0;
  const context = queryContext({}, collection);
  await drive(select(request.engine.store, collection, query, context, examined), () => nReturned++);
  return {
    executionSuccess: true,
    nReturned,
    executionTimeMillis: Math.round(performance.now() - began),
    totalKeysExamined: examined.keys,
    totalDocsExamined: examined.documents,
    executionStages: { ...stage, nReturned },
  };
}

/** Answers with the plan of a command, and with what running it would examine. */
export async function explain(command: Doc, request: Request): Promise<Reply> {
  const inner = getField(command, "explain");
  if (!isDoc(inner))
    throw new MongoError(14, "BSON field 'explain.explain' is the wrong type, expected type 'object'");
  const name = (Object.keys(inner)[0] ?? "").replace("findandmodify", "findAndModify");
  const query = queryOf(name, inner);
  const ns = namespace(request, String(inner[Object.keys(inner)[0] ?? ""]));
  const collection = request.engine.store.catalog.get(ns);
  const context = queryContext(inner, collection);
  compileMatch(query.filter, context);
  const stage = collection ? winningPlan(name, planFor(collection, query, context), query) : { stage: "EOF" };
  const queryPlanner: Doc = {
    namespace: ns,
    indexFilterSet: false,
    parsedQuery: query.filter,
    winningPlan: stage,
    rejectedPlans: [],
  };
  const reply: Doc = {
    explainVersion: "1",
    queryPlanner,
    command: inner,
    serverInfo: { host: "local-mongo", version: "7.0.14" },
  };
  if (getField(command, "verbosity") !== "queryPlanner") {
    reply["executionStats"] = collection
      ? await executionStats(collection, query, request, stage)
      : {
          executionSuccess: true,
          nReturned: 0,
          totalKeysExamined: 0,
          totalDocsExamined: 0,
          executionStages: stage,
        };
  }
  if (
    name === "aggregate" &&
    isTruthy(splitPipeline(readPipeline(inner["pipeline"]), undefined).rest.length)
  ) {
    reply["stages"] = [
      { $cursor: { queryPlanner, executionStats: reply["executionStats"] } },
      ...pipelineRest(inner),
    ];
  }
  return reply;
}

function pipelineRest(command: Doc): Doc[] {
  return splitPipeline(readPipeline(command["pipeline"]), undefined).rest.map(({ name, spec }) => ({
    [name]: spec,
  }));
}

export const explainHandlers: Handlers = { explain };
