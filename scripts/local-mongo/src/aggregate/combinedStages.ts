import { MongoError } from "../errors";
import { isDoc, typeName } from "../bson/value";
import type { Doc } from "../bson/value";
import { PAUSE } from "../pause";
import type { StageCompiler, StageCompilers } from "./stage";

const facet: StageCompiler = (spec, context) => {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    throw new MongoError(40169, "the $facet specification must be a non-empty object");
  const pipelines = Object.keys(spec).map((name) => {
    const pipeline = spec[name];
    if (name.includes(".") || name.startsWith("$") || name === "")
      throw new MongoError(40170, `invalid name in $facet: '${name}'`);
    if (!Array.isArray(pipeline))
      throw new MongoError(
        40170,
        `arguments to $facet must be arrays, ${name} is type ${typeName(pipeline)}`,
      );
    for (const stage of pipeline) {
      const kind = isDoc(stage) ? Object.keys(stage)[0] : undefined;
      if (
        kind !== undefined &&
        ["$facet", "$out", "$merge", "$collStats", "$indexStats", "$geoNear"].includes(kind)
      ) {
        throw new MongoError(40600, `${kind} is not allowed to be used within a $facet stage`);
      }
    }
    return { name, run: context.nested(pipeline, context.scope) };
  });
  return function* (input) {
    const docs: Doc[] = [];
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else docs.push(doc);
    }
    const out: Doc = {};
    for (const { name, run } of pipelines) {
      const results: Doc[] = [];
      for (const doc of run(docs)) {
        if (doc === PAUSE) yield PAUSE;
        else results.push(doc);
      }
      out[name] = results;
    }
    yield out;
  };
};

const unionWith: StageCompiler = (spec, context) => {
  const given = typeof spec === "string" ? { coll: spec, pipeline: [] } : spec;
  if (!isDoc(given))
    throw new MongoError(9, "the $unionWith stage specification must be an object or string");
  const { coll, pipeline = [] } = given;
  if (coll !== undefined && typeof coll !== "string")
    throw new MongoError(14, "BSON field '$unionWith.coll' is the wrong type");
  const run = context.nested(pipeline, context.scope);
  const ns = `${context.db}.${coll}`;
  return function* (input) {
    yield* input;
    yield* run(coll === undefined ? [] : context.sources.documents(ns));
  };
};

const documents: StageCompiler = (spec, { scope }) => {
  const value = scope.compile(spec);
  return function* () {
    const list = value({});
    if (!Array.isArray(list)) throw new MongoError(5858203, "an array is expected");
    for (const doc of list) {
      if (!isDoc(doc)) throw new MongoError(40228, "$documents holds a value that is no object");
      yield doc;
    }
  };
};

export const COMBINED_STAGES: StageCompilers = {
  $facet: facet,
  $unionWith: unionWith,
  $documents: documents,
};
