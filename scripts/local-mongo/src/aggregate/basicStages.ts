import { Long } from "bson";
import { MongoError } from "../errors";
import { getField, isDoc, isNullish, isNumeric, isTruthy, setField, toNumber, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import { PAUSE } from "../pause";
import { valueAt } from "../expression/fieldPath";
import { compileMatch } from "../query/match";
import { compileProjection } from "../query/projection";
import { Sorting } from "../query/sort";
import { compileAddFields } from "./fields";
import type { Stage, StageCompiler, StageCompilers } from "./stage";
import { collecting, filtering, mapping } from "./streams";

const match: StageCompiler = (spec, { query }) => {
  if (!isDoc(spec)) throw new MongoError(15959, "the match filter must be an expression in an object");
  return filtering(compileMatch(spec, query));
};

const project: StageCompiler = (spec, { query }) => {
  if (!isDoc(spec)) throw new MongoError(15969, "$project specification must be an object");
  const change = compileProjection(spec, {}, query);
  if (!change)
    throw new MongoError(
      51272,
      "Invalid $project :: caused by :: projection specification must have at least one field",
    );
  return mapping(change);
};

const addFields: StageCompiler = (spec, { scope }) => mapping(compileAddFields(spec, scope));

const unset: StageCompiler = (spec, { query }) => {
  const fields = Array.isArray(spec) ? spec : [spec];
  if (fields.length === 0 || !fields.every((field) => typeof field === "string")) {
    throw new MongoError(31002, "$unset specification must be a string or an array of strings");
  }
  const change = compileProjection(Object.fromEntries(fields.map((field) => [String(field), 0])), {}, query);
  return mapping(change ?? ((doc) => doc));
};

function replacing(spec: Value, context: Parameters<StageCompiler>[1]): Stage {
  const newRoot = context.scope.compile(spec);
  return mapping((doc) => {
    const v = newRoot(doc);
    if (isDoc(v)) return v;
    throw new MongoError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was: ${show(v)}. Type of resulting value: '${typeName(v)}'. Input document: ${show(doc)}`,
    );
  });
}

const replaceRoot: StageCompiler = (spec, context) => {
  if (!isDoc(spec) || spec["newRoot"] === undefined)
    throw new MongoError(40231, "no newRoot specified for the $replaceRoot stage");
  return replacing(spec["newRoot"], context);
};

/** @throws MongoError when a stage's number is no whole number of at least `least` */
function countOf(name: string, spec: Value, least: number, code: number): number {
  const n = isNumeric(spec) ? toNumber(spec) : NaN;
  if (!Number.isInteger(n)) {
    throw new MongoError(
      code,
      `invalid argument to ${name} stage: Expected an integer: ${name}: ${show(spec)}`,
    );
  }
  if (n < least) {
    if (least > 0) throw new MongoError(15958, "the limit must be positive");
    throw new MongoError(
      code,
      `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${show(spec)}`,
    );
  }
  return n;
}

const limit: StageCompiler = (spec) => {
  const most = countOf("$limit", spec, 1, 15957);
  return function* (input) {
    let n = 0;
    for (const doc of input) {
      yield doc;
      if (doc !== PAUSE && ++n >= most) return;
    }
  };
};

const skip: StageCompiler = (spec) => {
  const first = countOf("$skip", spec, 0, 5107200);
  return function* (input) {
    let n = 0;
    for (const doc of input) if (doc === PAUSE || n++ >= first) yield doc;
  };
};

const sort: StageCompiler = (spec, { query }) => sorting(spec, query.collator, Infinity);

/** A sort that keeps only as many documents as a `$limit` behind it lets through. */
export function sorting(spec: Value, collator: Intl.Collator | undefined, most: number): Stage {
  if (!isDoc(spec)) throw new MongoError(15973, "the $sort key specification must be an object");
  if (Object.keys(spec).length === 0)
    throw new MongoError(15976, "$sort stage must have at least one sort key");
  const order = new Sorting(spec, collator);
  return (input) => order.sort(input, (doc: Doc) => doc, most);
}

function countStage(name: string): Stage {
  return function* (input) {
    let n = 0;
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else n++;
    }
    if (n > 0) yield { [name]: n > 0x7fffffff ? Long.fromNumber(n) : n };
  };
}

const count: StageCompiler = (spec) => {
  if (typeof spec !== "string" || spec === "")
    throw new MongoError(40156, "the count field must be a non-empty string");
  if (spec.startsWith("$")) throw new MongoError(40158, "the count field cannot be a $-prefixed path");
  if (spec.includes(".")) throw new MongoError(40160, "the count field cannot contain '.'");
  return countStage(spec);
};

interface Unwinding {
  parts: readonly string[];
  indexField: string | undefined;
  keepEmpty: boolean;
}

function readUnwind(spec: Value): Unwinding {
  const given = isDoc(spec) ? spec : { path: spec };
  for (const field of Object.keys(given)) {
    if (!["path", "includeArrayIndex", "preserveNullAndEmptyArrays"].includes(field)) {
      throw new MongoError(28811, `unrecognized option to $unwind stage: ${field}`);
    }
  }
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = given;
  if (path === undefined) throw new MongoError(28812, "no path specified to $unwind stage");
  if (typeof path !== "string")
    throw new MongoError(28808, `expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (!path.startsWith("$"))
    throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (typeof includeArrayIndex === "string" && includeArrayIndex.startsWith("$")) {
    throw new MongoError(
      28822,
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${includeArrayIndex}`,
    );
  }
  return {
    parts: path.slice(1).split("."),
    indexField: typeof includeArrayIndex === "string" ? includeArrayIndex : undefined,
    keepEmpty: isTruthy(preserveNullAndEmptyArrays),
  };
}

/** A copy of the document with another value at a path of documents; missing removes the field. */
function withValue(doc: Doc, parts: readonly string[], value: Value): Doc {
  const [first = "", ...rest] = parts;
  const out: Doc = { ...doc };
  const inner = getField(doc, first);
  const next = rest.length === 0 ? value : withValue(isDoc(inner) ? inner : {}, rest, value);
  if (next === undefined) delete out[first];
  else setField(out, first, next);
  return out;
}

function* unwound(doc: Doc, { parts, indexField, keepEmpty }: Unwinding): Generator<Doc, void, void> {
  const value = valueAt(doc, parts);
  const indexed = (out: Doc, i: Value): Doc =>
    indexField === undefined ? out : withValue(out, indexField.split("."), i);
  if (Array.isArray(value) && value.length > 0) {
    for (let i = 0; i < value.length; i++) yield indexed(withValue(doc, parts, value[i]), Long.fromNumber(i));
  } else if (Array.isArray(value)) {
    if (keepEmpty) yield indexed(withValue(doc, parts, undefined), null);
  } else if (!isNullish(value) || keepEmpty) yield indexed(doc, null);
}

const unwind: StageCompiler = (spec) => {
  const how = readUnwind(spec);
  return function* (input) {
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else yield* unwound(doc, how);
    }
  };
};

const sample: StageCompiler = (spec) => {
  if (!isDoc(spec)) throw new MongoError(28745, "the $sample stage specification must be an object");
  const size = isNumeric(spec["size"]) ? toNumber(spec["size"]) : NaN;
  if (!(size >= 1)) throw new MongoError(28747, "size argument to $sample must be a positive integer");
  return collecting((docs) => {
    for (let i = 0; i < Math.min(size, docs.length); i++) {
      const j = i + Math.floor(Math.random() * (docs.length - i));
      const [a, b] = [docs[i], docs[j]];
      if (a && b) [docs[i], docs[j]] = [b, a];
    }
    return docs.slice(0, size);
  });
};

export const BASIC_STAGES: StageCompilers = {
  $match: match,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: replacing,
  $limit: limit,
  $skip: skip,
  $sort: sort,
  $count: count,
  $unwind: unwind,
  $sample: sample,
};
